import type {Sentence} from '../../../rules/kit/sentence.ts'

const known = new WeakMap<Sentence, string>()

/** The text of the block that a sentence stands in, at the same offsets; what lies between two sentences is white space. */
export function blockText(sentence: Sentence): string {
  const found = known.get(sentence)
  if (found !== undefined) return found
  let first = sentence
  for (let before = first.previous; before !== undefined; before = first.previous) first = before
  const all: Sentence[] = []
  let text = ''
  for (let next: Sentence | undefined = first; next !== undefined; next = next.next) {
    text = text.padEnd(next.start, ' ') + next.text
    all.push(next)
  }
  for (const each of all) known.set(each, text)
  return text
}
