import {type Entry, entryOf, itemsOf, type MapValue, textOf, type Value} from '../values/value.ts'
import {detailsOf, itemsIn, titled} from './items.ts'
import {isOfGithub} from './look.ts'
import type {FoundReply, Shape} from './shape.ts'
import {isBlank} from './text.ts'

/** Replies that a GitHub repository keeps: saved ones in a list, or a comment for each label. */
export const github: Shape = {
  name: 'GitHub replies',
  system: 'github',
  syntaxes: ['yaml', 'json'],
  find(root, clues) {
    if (clues === undefined || !isOfGithub(clues.path)) return undefined
    const listed = itemsIn(root, isReply).flatMap(replyOf)
    if (listed.length > 0) return listed
    const labelled = root.type === 'map' ? commentsIn(root) : []
    return labelled.length > 0 ? labelled : undefined
  },
}

const isReply = (item: MapValue): boolean =>
  textOf(item, 'name', 'title') !== undefined && textOf(item, 'body', 'comment') !== undefined

function replyOf(item: MapValue): readonly FoundReply[] {
  const body = textOf(item, 'body', 'comment')
  if (body === undefined || isBlank(body)) return []
  return [{...detailsOf(item), ...titled(textOf(item, 'name', 'title')), body, as: 'markdown'}]
}

const threads = new Set(['issue', 'issues', 'pr', 'prs', 'pull', 'pulls', 'discussion', 'discussions'])

/** The comments under labels, each named by its label; the threads that they are for lie between, above or nowhere. */
function commentsIn(root: MapValue): readonly FoundReply[] {
  const replies: FoundReply[] = []
  let level = root.entries.map(entry => ({entry, label: entry}))
  for (let depth = 0; depth < 3; depth++) {
    const next: {readonly entry: Entry; readonly label: Entry}[] = []
    for (const {entry, label} of level) {
      if (entry.value.type !== 'map') continue
      for (const body of commentsOf(entry.value)) {
        const span = {start: entry.keySpan.start, end: entry.value.span.end}
        replies.push({title: {text: label.key, span: label.keySpan}, body, as: 'markdown', span, id: label.key})
      }
      for (const inner of entry.value.entries) next.push({entry: inner, label: threads.has(label.key) ? inner : label})
    }
    level = next
  }
  return replies
}

const commentsOf = (value: Value) =>
  itemsOf(entryOf(value, 'comment')?.value).flatMap(each => (each.type === 'text' && !isBlank(each) ? [each] : []))
