import type {SeedId} from '../seeds.ts'
import type {Keeper} from './known.ts'
import type {Sentence} from './sentence.ts'

/** The four principles that every rule serves, in the order in which reports show them. */
export const principles = ['knowledge', 'intent', 'understanding', 'standing'] as const
export type Principle = (typeof principles)[number]

/** What a customer reads: a help-centre article, or a macro (a canned reply). */
export type DocumentKind = 'article' | 'macro'

/** What a reply is for; from its front matter, where it says so. */
export const purposes = ['answer', 'ask', 'limitation', 'escalation', 'boundary', 'withdrawal', 'status'] as const
export type Purpose = (typeof purposes)[number]

/** How sure a rule is in its context: nearly every careful reader would mark it, most would, or some would. */
export const severities = ['warning', 'suggestion', 'hint'] as const
export type Severity = (typeof severities)[number]

/**
 * A range of UTF-16 code units, end exclusive, of one named text.
 * `prose` is the text of a block as a reader sees it, `value` what a string of a data file says, `source` the file. They never mix: offsets of one mean nothing
 * in the other, so `of` makes a mix-up a compile error (it is never set at run time).
 */
export interface Span<Text extends 'prose' | 'value' | 'source'> {
  readonly start: number
  readonly end: number
  readonly of?: Text
}

/**
 * How far a rewrite may be trusted: `safe` changes wording only; `if-verified` states a result more firmly, so the writer
 * must know that it is true; `needs-input` holds a slot for a fact that only the writer has.
 */
export type Safety = 'safe' | 'if-verified' | 'needs-input'

/** Replaces `span` of the block's prose by `text`, in which a slot for the writer's fact stands as `⟦what to say⟧`. */
export interface Rewrite {
  readonly span: Span<'prose'>
  readonly text: string
  readonly safety: Safety
}

/** What a rule found in a block, in offsets of that block's prose. */
export interface Match {
  readonly span: Span<'prose'>
  /** Values for `{name}` in the rule's message; `{found}` is always the text of the span. */
  readonly values?: Readonly<Record<string, string>>
  /** The best first. */
  readonly rewrites?: readonly Rewrite[]
  /** Set where this match is less, or more, certain than the rule's own severity. */
  readonly severity?: Severity
  /** The match is dropped when the next block of the document states one of these. */
  readonly unlessNext?: readonly FactId[]
}

/** What a document rule found: the same, in the block with the index `block`; an insertion is a rewrite of an empty span. */
export interface DocumentMatch extends Match {
  readonly block: number
}

/** An example of a rule: documentation and test at once. «…» marks the text that the rule finds. */
export type Example = {
  /** Where the rule serves both kinds and the example holds for one of them only. */
  readonly kind?: DocumentKind
  /** The title of the document; some document rules read it. */
  readonly title?: string
} & ({readonly bad: string; readonly better?: string} | {readonly good: string})

interface Meta {
  /** Kebab-case; reads well after “allow”. */
  readonly id: string
  /** The same as the folder that the rule's file lies in. */
  readonly principle: Principle
  readonly scope: readonly DocumentKind[]
  /** One for all kinds of document, or one for each. */
  readonly severity: Severity | Readonly<Record<DocumentKind, Severity>>
  /** What is wrong, in the writer's words, in one short line; `{found}` is the text found. */
  readonly message: string
  /** Why it invites pushback, in a sentence or two. */
  readonly why: string
  /** The statements of the source texts, or the studies, that the advice rests on. */
  readonly sources: readonly string[]
  /** The statements of the source texts that it serves; `docs/rules/statements.md` lists them. */
  readonly serves: readonly SeedId[]
  readonly examples: readonly Example[]
  /** Set for a rule of a team's style, with the address of its page where it has one: it serves no principle and counts for no score. */
  readonly outside?: {readonly page?: string}
}

/** A rule that looks at one sentence at a time. */
export interface SentenceRule extends Meta {
  readonly level: 'span' | 'sentence'
  /** Lower-case word forms, one of which every match's sentence holds; a sentence without any is never parsed. */
  readonly triggers: readonly string[]
  /** Rules that say less than this one: where both find overlapping text, theirs is left out. */
  readonly supersedes?: readonly string[]
  /** Whether it looks at headings too, which other rules leave alone. */
  readonly inHeadings?: boolean
  readonly check: (sentence: Sentence) => readonly Match[]
}

/** A rule that looks at the outline of a whole document, most often for something missing. */
export interface DocumentRule extends Meta {
  readonly level: 'document'
  readonly check: (outline: Outline) => readonly DocumentMatch[]
}

export type Rule = SentenceRule | DocumentRule

/** The kinds of statement that document rules look for. */
export type FactId =
  | 'greeting'
  | 'acknowledgement'
  | 'ownership'
  | 'limitation'
  | 'instruction'
  | 'next-step'
  | 'alternative'
  | 'time'
  | 'invitation'
  | 'help-route'
  | 'signature'
  | 'apology'
  | 'failure-branch'
  | 'result'
  | 'escalation'

/** Recognises one kind of statement in a sentence; shared by the rules that ask for it. */
export interface Recogniser {
  readonly id: FactId
  readonly scope: readonly DocumentKind[]
  readonly triggers: readonly string[]
  readonly examples: readonly ({readonly yes: string} | {readonly no: string})[]
  /** The words that state it, or undefined. */
  readonly find: (sentence: Sentence) => Span<'prose'> | undefined
}

/** One statement found in a block, in offsets of its prose. */
export interface Fact {
  readonly id: FactId
  readonly span: Span<'prose'>
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell'

/** A block as document rules see it. */
export interface OutlineBlock extends Keeper {
  readonly kind: BlockKind
  /** A heading's level from 1 to 6, a list item's depth from 1; 0 for paragraphs and cells. */
  readonly depth: number
  /** Of a list item: whether the list is numbered. */
  readonly ordered: boolean
  /** Whether the block stands in a block quote. */
  readonly quoted: boolean
  readonly prose: string
  readonly marks: readonly Mark[]
  /** In the order of the prose. */
  readonly facts: readonly Fact[]
}

/** Blocks that lie together in a long document; each section but the first begins with a heading. */
export interface OutlineSection extends Keeper {
  readonly blocks: readonly OutlineBlock[]
}

/** A whole document as document rules see it. */
export interface Outline extends Keeper {
  readonly kind: DocumentKind
  readonly title?: string
  readonly purpose?: Purpose
  /** Whether the team's configuration says that contacts are recorded. */
  readonly recorded?: boolean
  readonly blocks: readonly OutlineBlock[]
  /** The same blocks by sections, so that what is known of one stays known while another changes. */
  readonly sections?: readonly OutlineSection[]
}

/**
 * A run of prose that is not plain text. A `code`, `link-target`, `image`, `html` or `placeholder` is one U+FFFC in the prose, and
 * `text` is what stands in the file; the others span words that the reader sees.
 */
export interface Mark {
  readonly kind: 'code' | 'url' | 'image' | 'html' | 'placeholder' | 'strong' | 'emphasis' | 'link'
  readonly start: number
  readonly end: number
  readonly text?: string
}

/** What a rule may know of the place a sentence stands in, besides its block. */
export interface Setting {
  readonly kind: DocumentKind
  readonly block: BlockKind
  /** Under a heading or label such as “Expected result”. */
  readonly expected: boolean
  /** Whether the document writes contractions (“you'll”). */
  readonly contractions: boolean
  /** Whether the document writes ’ rather than '. */
  readonly curly: boolean
}
