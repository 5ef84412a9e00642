import {exceptionFor} from './exceptions.ts'
import type {Complaint, Reader} from './harper.ts'
import {seamsIn} from './seams.ts'

/** The complaints that a text has after a rewrite and lacked before, by kind and message; those with an exception are left out. */
export async function gained(before: string, after: string, read: Reader): Promise<readonly Complaint[]> {
  if (after === '') return []
  const left = new Map<string, number>()
  for (const complaint of [...(await read(before)), ...seamsIn(before)])
    left.set(keyOf(complaint), (left.get(keyOf(complaint)) ?? 0) + 1)
  return [...(await read(after)), ...seamsIn(after)].filter(complaint => {
    const had = left.get(keyOf(complaint)) ?? 0
    left.set(keyOf(complaint), had - 1)
    return had <= 0 && !isKnownName(complaint, before) && exceptionFor(complaint, after) === undefined
  })
}

/** Without its numbers: a sentence of 43 words that had 44 has gained nothing. */
function keyOf({kind, message}: Complaint): string {
  return `${kind}: ${message.replace(/\d+/g, '#')}`
}

/** A word that the writer wrote already is a name or the writer's own spelling, whatever its capital letter is now. */
function isKnownName({kind, words}: Complaint, before: string): boolean {
  return kind === 'Spelling' && before.toLowerCase().includes(words.toLowerCase())
}
