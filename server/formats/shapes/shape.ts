import type {Span} from '../../../rules/kit/types.ts'
import type {TextValue, Value} from '../values/value.ts'

/** How the text of a reply is written. */
export type BodySyntax = 'markdown' | 'html' | 'text'

/** The syntax of a whole file. */
export type DataSyntax = 'json' | 'yaml' | 'xml' | 'csv'

/** A canned reply in a data file: where it stands and what is said about it. */
export interface FoundReply {
  readonly title?: TextValue | Entitled
  readonly body: TextValue
  /** Undefined where the text itself has to show it. */
  readonly as?: BodySyntax
  /** The whole entry, for the outline. */
  readonly span: Span<'source'>
  /** What the file says it is for: one of Poise's purposes, or anything else, which then says nothing. */
  readonly purpose?: TextValue
  readonly id?: string
  readonly tags?: readonly string[]
  /** Switched off in the help desk. */
  readonly inactive?: true
}

/** A title that is a key or made up, such as “Refund (side conversation)”. */
export interface Entitled {
  readonly text: string
  /** What an outline selects; a key's span, say. */
  readonly span: Span<'source'>
}

/** A form in which a help desk or a team keeps its replies. */
export interface Shape {
  /** Names the system in messages and in what `import` writes: “Zendesk macros”. */
  readonly name: string
  /** The placeholder system of its texts; see `placeholder-systems.ts`. */
  readonly system?: SystemId
  readonly syntaxes: readonly DataSyntax[]
  /** The replies of a file that has this shape, or undefined where it hasn't. Looks at the top of the tree only before it says no. */
  readonly find: (root: Value, clues?: Clues) => readonly FoundReply[] | undefined
}

/** What is known of a data file besides what it holds. */
export interface Clues {
  readonly path: string
  /** Whether the path or the configuration says that the file holds replies. */
  readonly named: boolean
}

/** The systems whose placeholders Poise knows by name. */
export type SystemId =
  | 'zendesk'
  | 'freshdesk'
  | 'intercom'
  | 'front'
  | 'help-scout'
  | 'gorgias'
  | 'chatwoot'
  | 'zammad'
  | 'osticket'
  | 'salesforce'
  | 'quicktext'
  | 'github'
