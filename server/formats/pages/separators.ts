import type {Item} from './lines.ts'
import {lookOf} from './look.ts'
import type {PagePlan, PageSetting, PlannedReply, Range} from './plan.ts'
import {textOfItems} from './sections.ts'

interface Chunk {
  readonly title: Range
  readonly from: number
  readonly items: readonly Item[]
  readonly path: readonly Range[]
}

/** The replies of a page that parts them by lines such as `---- LATE PARCEL` or `==== LATE PARCEL ====`. */
export function separatedRepliesOf(text: string, items: readonly Item[], setting: PageSetting): PagePlan | undefined {
  const first = items.findIndex(item => item.kind === 'separator')
  if (first < 0 || lookOf(textOfItems(text, items.slice(0, first))).greets) return undefined
  const chunks: Chunk[] = []
  let group: Item | undefined
  for (let at = first; at < items.length; ) {
    const title = items[at]
    if (title === undefined) break
    let end = at + 1
    while (end < items.length && items[end]?.kind !== 'separator') end++
    if (end === at + 1) group = title
    else {
      if (group?.mark === title.mark) group = undefined
      const path = group === undefined ? [] : [group.inner]
      chunks.push({title: title.inner, from: title.from, items: items.slice(at + 1, end), path})
    }
    at = end
  }
  const blanks = items.filter(item => item.kind === 'separator')
  return decide(text, chunks, blanks, setting)
}

const bold = /^[ \t]*(?:\*\*([^*\n]{1,120})\*\*|__([^_\n]{1,120})__)[ \t]*:?[ \t]*(?=\n|$)/

/** The replies of a page that parts them by rules, each under a title in bold. */
export function titledRepliesOf(text: string, items: readonly Item[], setting: PageSetting): PagePlan | undefined {
  if (setting.strict && !setting.named) return undefined
  const chunks: Chunk[] = []
  const blanks: Range[] = []
  let start = 0
  for (let at = 0; at <= items.length; at++) {
    if (at < items.length && items[at]?.kind !== 'rule') continue
    const part = items.slice(start, at)
    const [first] = part
    start = at + 1
    if (first === undefined) continue
    const title = first.kind === 'prose' ? bold.exec(text.slice(first.from, first.to)) : null
    const isIntroduction = chunks.length === 0 && !lookOf(textOfItems(text, part)).greets
    if (title === null && isIntroduction) continue
    if (title === null || part.some(item => item.kind === 'heading')) return undefined
    const shown = title[1] ?? title[2] ?? ''
    const from = first.from + title[0].indexOf(shown)
    const end = first.from + title[0].length
    blanks.push({from: first.from, to: end})
    const rest = end < first.to ? [{...first, from: end, inner: {from: end, to: first.to}}] : []
    const body = [...rest, ...part.slice(1)]
    chunks.push({title: {from, to: from + shown.length}, from: first.from, items: body, path: []})
  }
  const begin = chunks.filter(({items: body}) => {
    const {greets, opens} = lookOf(textOfItems(text, body))
    return greets || opens
  })
  return begin.length * 2 >= chunks.length ? decide(text, chunks, blanks, setting) : undefined
}

function decide(
  text: string,
  chunks: readonly Chunk[],
  blanks: readonly Range[],
  {named, strict}: PageSetting,
): PagePlan | undefined {
  const looks = chunks.map(({items}) => lookOf(textOfItems(text, items)))
  const strong = looks.filter(({greets, opens, signs}) => greets || opens || signs).length
  const some = looks.filter(({addresses}, at) => addresses || looks[at]?.opens).length
  if (chunks.length < 2 || some * 2 < chunks.length) return undefined
  if (strict && !named && (strong < 2 || strong * 2 < chunks.length)) return undefined
  return {replies: chunks.map(planned), blanks}
}

function planned({title, from, items, path}: Chunk): PlannedReply {
  const [first] = items
  const end = items.at(-1)?.to ?? title.to
  return {
    titles: [...path, title],
    span: {from, to: end},
    body: {from: first?.from ?? title.to, to: end},
    fenced: false,
  }
}
