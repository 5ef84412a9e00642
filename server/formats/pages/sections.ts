import type {Item} from './lines.ts'

/** A heading with what stands under it up to the next heading of any level; the first has none. */
export interface Section {
  readonly heading: Item | undefined
  /** The headings above it, the outermost first. */
  readonly path: readonly Item[]
  readonly items: readonly Item[]
}

/** Groups what a page is made of by its headings. */
export function sectionsOf(items: readonly Item[]): readonly Section[] {
  const sections: Section[] = []
  let path: readonly Item[] = []
  let heading: Item | undefined
  let start = 0
  for (const [index, item] of [...items, undefined].entries()) {
    if (item !== undefined && item.kind !== 'heading') continue
    sections.push({heading, path, items: items.slice(start, index)})
    if (item === undefined) break
    if (heading !== undefined) path = [...path, heading]
    path = path.filter(above => above.level < item.level)
    heading = item
    start = index + 1
  }
  return sections
}

/** What a section says, headings left out. */
export function textOfItems(text: string, items: readonly Item[]): string {
  return items
    .filter(item => item.kind !== 'rule')
    .map(item => text.slice(item.inner.from, item.inner.to))
    .join('\n\n')
}
