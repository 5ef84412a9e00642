import {casesOf} from './cases.ts'
import {type Item, itemsOfPage} from './lines.ts'
import {namesReplies} from './look.ts'
import {proseRepliesOf} from './prose.ts'
import {type Section, sectionsOf} from './sections.ts'
import {separatedRepliesOf, titledRepliesOf} from './separators.ts'

/** A stretch of the file. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Where a reply of a page stands. */
export interface PlannedReply {
  /** The titles above it and its own. */
  readonly titles: readonly Range[]
  /** Which of several under the same title. */
  readonly variant?: number
  /** All of it, from its title on. */
  readonly span: Range
  /** What the customer reads. */
  readonly body: Range
  /** Whether the body is the inside of a fence. */
  readonly fenced: boolean
}

/** How a page falls into replies. */
export interface PagePlan {
  readonly replies: readonly PlannedReply[]
  /** Titles that Markdown takes for prose. */
  readonly blanks: readonly Range[]
}

/** What is known before the look. */
export interface PageSetting {
  /** Whether its name says that it holds replies. */
  readonly named: boolean
  /** Whether nothing else says that the file holds any, so that the look has to be sure. */
  readonly strict: boolean
}

/** Finds the replies of a page, or undefined where it is one text; `text` has no line break but \n. */
export function planPage(text: string, start: number, {named, strict}: PageSetting): PagePlan | undefined {
  const items = itemsOfPage(text, start)
  const isDivided = items.some(item => item.kind === 'heading' || item.kind === 'separator' || item.kind === 'rule')
  if (!isDivided) return undefined
  const setting = {strict, named: named || isNamed(text, items)}
  const separated = separatedRepliesOf(text, items, setting)
  if (separated !== undefined) return separated
  const plain = items.map((item): Item => (item.kind === 'separator' ? {...item, kind: 'prose'} : item))
  const sections = withoutPageTitle(text, sectionsOf(plain))
  const replies = casesOf(text, sections, setting) ?? proseRepliesOf(text, sections, setting)
  if (replies !== undefined) return {replies, blanks: []}
  return titledRepliesOf(text, plain, setting)
}

function isNamed(text: string, items: readonly Item[]): boolean {
  const first = items.find(item => item.kind === 'heading')
  return first?.level === 1 && namesReplies(text.slice(first.inner.from, first.inner.to))
}

/** “Saved replies” over a whole page says nothing about a reply in it. */
function withoutPageTitle(text: string, sections: readonly Section[]): readonly Section[] {
  const tops = sections.filter(({heading}) => heading?.level === 1)
  const [top] = tops
  const title = top?.heading
  if (title === undefined || tops.length > 1 || !namesReplies(text.slice(title.inner.from, title.inner.to)))
    return sections
  return sections.map(section => ({...section, path: section.path.filter(above => above !== title)}))
}
