import {lazyProperty} from '../../rules/kit/lazy.ts'
import type {DocumentKind, Principle, Purpose, Rule, Safety, Severity, Span} from '../../rules/kit/types.ts'
import type {Problem} from '../formats/format.ts'
import type {Mending} from './score.ts'

/** One replacement in the file. */
export interface Edit {
  readonly span: Span<'source'>
  /** Encoded for its place; a slot for the writer's fact stands as `⟦what to say⟧` (see `slots.ts`). */
  readonly text: string
}

/** A rewrite, ready to apply: its edits do not overlap and are in the order of the file. */
export interface Suggestion {
  /** What a menu shows, such as: Change to “You can now edit the file” */
  readonly title: string
  readonly safety: Safety
  readonly edits: readonly Edit[]
}

/** What a rule found, in offsets of the file. */
export interface Finding {
  readonly rule: string
  /** What that rule says of itself: a team's own rules are in no list. */
  readonly by: Pick<Rule, 'id' | 'why' | 'examples' | 'outside'>
  readonly principle: Principle
  readonly severity: Severity
  readonly level: Rule['level']
  readonly message: string
  readonly span: Span<'source'>
  /** Tried and made when they are first asked for: an editor shows many findings and asks for the rewrites of one. */
  readonly suggestions: readonly Suggestion[]
}

const withSuggestions = lazyProperty('suggestions')

/** A finding whose suggestions are made when they are first asked for; to copy it with `...` would make them. */
export function makeFinding(found: Omit<Finding, 'suggestions'>, suggest: () => readonly Suggestion[]): Finding {
  return withSuggestions({...found}, suggest)
}

/** Risk from 0 (none known) to 100, overall and by principle. */
export type Score = Readonly<Record<Principle | 'overall', number>>

/** What a reply is for, and what it owes its reader by that. */
export interface ReplyPurpose {
  readonly is: Purpose
  /** Whether the front matter says so; it is inferred from the text otherwise. */
  readonly given: boolean
  readonly owes: readonly {readonly name: string; readonly isMet: boolean}[]
}

/** All that Poise says of one document. */
export interface Report {
  readonly kind: DocumentKind
  /** In the order of the file. */
  readonly findings: readonly Finding[]
  /** What could not be read, unknown or unused ignore comments, and rules that failed. */
  readonly problems: readonly Problem[]
  readonly score: Score
  /** One line that says which principle the score rests on, and what would lower it most. */
  readonly explanation: string
  /** What mending each of the rules that found something would do to the score. */
  readonly mending?: readonly Mending[]
  /** Of a reply: what it is for. */
  readonly purpose?: ReplyPurpose
  /** Set where the text is in another language than English, and so was not checked. */
  readonly foreign?: true
  /** The ignore comments, or the names in them, that silenced something: replies of one page may share one. */
  readonly usedIgnores?: readonly Span<'source'>[]
}
