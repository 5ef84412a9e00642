import {sentenceSpans} from '../../rules/kit/sentence.ts'
import type {Mark, Span} from '../../rules/kit/types.ts'
import {objectCharacter} from '../../rules/kit/words.ts'
import type {Block, Reading} from '../../server/formats/format.ts'

/** All prose of a document, its blocks a line apart, and where its sentences stand. */
export interface DocumentProse {
  readonly text: string
  readonly sentences: readonly Span<'prose'>[]
}

/** What stands between two blocks. */
const gap = '\n\n'

/** How an object of the prose (code, a placeholder, an image) is written. */
export type WriteObject = (mark: Mark | undefined) => string

/** The prose of a document with each object written out. */
export function proseOf({blocks}: Reading, write: WriteObject): DocumentProse {
  const sentences: Span<'prose'>[] = []
  let text = ''
  for (const block of blocks) {
    const start = text === '' ? 0 : text.length + gap.length
    const prose = withObjects(block, write)
    text += (text === '' ? '' : gap) + prose
    for (const span of sentenceSpans(prose)) sentences.push({start: start + span.start, end: start + span.end})
  }
  return {text, sentences}
}

/** The sentences that differ between two proses of one document, whole: those that the difference touches, from their start to their end. */
export function changedSentences(
  before: DocumentProse,
  after: DocumentProse,
): {readonly before: string; readonly after: string} {
  const [old, new_] = [before.text, after.text]
  const shorter = Math.min(old.length, new_.length)
  let head = 0
  while (head < shorter && old[head] === new_[head]) head++
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === new_[new_.length - 1 - tail]) tail++
  const touched = before.sentences.filter(({start, end}) => start <= old.length - tail && end >= head)
  const start = Math.min(head, touched[0]?.start ?? head)
  const end = Math.max(old.length - tail, touched.at(-1)?.end ?? 0)
  return {before: old.slice(start, end).trim(), after: new_.slice(start, new_.length - (old.length - end)).trim()}
}

function withObjects({prose, marks}: Block, write: WriteObject): string {
  const objects = marks.filter(({start, end}) => end === start + 1 && prose[start] === objectCharacter)
  let index = 0
  return prose.replaceAll(objectCharacter, () => write(objects[index++]))
}
