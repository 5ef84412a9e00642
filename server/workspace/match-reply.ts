import type {Origin} from '../formats/exports/macro-file.ts'
import type {ReplyText} from '../formats/exports/reply-texts.ts'

/** Finds the number, from 0, of the reply of an export that an origin names; undefined where none is it for sure. */
export type MatchReply = (origin: Origin) => number | undefined

/**
 * Makes the search for an export's replies. A reply is known by its id and title, by its id alone after it was renamed, and of several
 * that are alike by its text or its place.
 */
export function matchReplies(replies: readonly ReplyText[], fingerprint: (text: string) => string): MatchReply {
  const byBoth = new Map<string, number[]>()
  const byId = new Map<string, number[]>()
  for (const [index, {id, title}] of replies.entries()) {
    add(byBoth, keyOf(id, title), index)
    if (id !== undefined) add(byId, id, index)
  }
  return ({id, title, index, fingerprint: known}) => {
    const found = byBoth.get(keyOf(id, title)) ?? (id === undefined ? undefined : byId.get(id)) ?? []
    if (found.length <= 1) return found[0]
    const place = index - 1
    const alike = found.filter(each => fingerprint(replies[each]?.text ?? '') === known)
    if (alike.length === 1) return alike[0]
    return (alike.length > 0 ? alike : found).find(each => each === place)
  }
}

const keyOf = (id: string | undefined, title: string | undefined): string => JSON.stringify([id ?? null, title ?? null])

function add(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [index])
  else list.push(index)
}
