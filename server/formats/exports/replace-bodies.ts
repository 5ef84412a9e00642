import {repliesIn} from '../files/data-file.ts'
import type {FileNature} from '../files/file.ts'
import type {DataSyntax} from '../shapes/shape.ts'
import type {Data, TextValue} from '../values/value.ts'
import {type ReplyTexts, replyTextsOf} from './reply-texts.ts'
import {restyle} from './restyle.ts'
import {saySame} from './same-values.ts'

/** A reply's new text, under its number in the file. */
export interface BodyEdit {
  readonly index: number
  readonly text: string
}

/** A file with new texts in it, and the numbers of the replies that could not be written exactly and are as they were. */
export interface Replaced {
  readonly text: string
  readonly refused: readonly number[]
}

/** Some characters of the file, written anew. */
interface Writing {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** An edit with the ways to write it that are left, the best first. */
interface Attempt {
  readonly edit: BodyEdit
  readonly writings: readonly Writing[]
}

/** Each takes a reading of the whole file; a file needs one, and a few more for each text that can't stay in its style. */
const mostProofs = 200

/**
 * Writes new texts into a file's replies. The result is read again, and only what is proved is kept: that the texts say what they have to, and that nothing
 * else in the file says anything new.
 */
export function replaceBodies(text: string, nature: FileNature, edits: readonly BodyEdit[]): Replaced {
  const before = replyTextsOf(text, nature)
  if (before === undefined) return {text, refused: edits.map(({index}) => index)}
  const refused: number[] = []
  const groups: (readonly Attempt[])[] = [edits.map(edit => ({edit, writings: writingsOf(text, before, edit)}))]
  let accepted: readonly Attempt[] = []
  let result = text
  let proofs = 0
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    const open = group.filter(({writings}) => writings.length > 0)
    refused.push(...group.filter(({writings}) => writings.length === 0).map(({edit}) => edit.index))
    if (open.length === 0) continue
    if (proofs++ >= mostProofs) {
      refused.push(...open.map(({edit}) => edit.index))
      continue
    }
    const together = [...accepted, ...open]
    const after = written(text, together)
    if (isProved(before, after, nature, together)) {
      accepted = together
      result = after
    } else if (open.length > 1) {
      const middle = open.length >> 1
      groups.push(open.slice(middle), open.slice(0, middle))
    } else {
      groups.push(open.map(({edit, writings}) => ({edit, writings: writings.slice(1)})))
    }
  }
  return {text: result, refused: refused.toSorted((one, other) => one - other)}
}

function writingsOf(text: string, before: ReplyTexts, {index, text: wanted}: BodyEdit): readonly Writing[] {
  const span = before.replies[index]?.span
  if (span === undefined) return []
  if (before.form === 'page') return [{...span, text: wanted}]
  const value = before.bodies[index]
  return value === undefined ? [] : dataWritings(text, before.syntax, value, wanted)
}

function dataWritings(file: string, syntax: DataSyntax, value: TextValue, wanted: string): readonly Writing[] {
  const {start, end} = value.span
  const inside = [insideOf(value, wanted, true), insideOf(value, wanted, false)].filter(each => each !== undefined)
  const others = restyle(syntax, file.slice(start, end), wanted).map(text => ({start, end, text}))
  return [...inside, ...others]
}

/** How far an edit grows at its ends until it meets no escape half-way. */
const mostGrowth = 40

/** The new text inside its literal: only what differs, so that the rest keeps its own escapes, or all of it. */
function insideOf({literal, span}: TextValue, wanted: string, narrow: boolean): Writing | undefined {
  const {text} = literal
  let start = 0
  let tail = 0
  if (narrow) {
    const shorter = Math.min(text.length, wanted.length)
    while (start < shorter && text[start] === wanted[start]) start++
    while (tail < shorter - start && text.at(-1 - tail) === wanted.at(-1 - tail)) tail++
  }
  for (let step = 0; step < mostGrowth; step++) {
    const at = {start, end: text.length - tail}
    const place = literal.toEditable(at)
    const encoded = place && literal.encode(wanted.slice(start, wanted.length - tail), at)
    if (place !== undefined && encoded !== undefined)
      return {start: span.start + place.start, end: span.start + place.end, text: encoded}
    if (start === 0 && tail === 0) return undefined
    start = Math.max(0, start - 1)
    tail = Math.max(0, tail - 1)
  }
  return undefined
}

function written(file: string, attempts: readonly Attempt[]): string {
  const writings = attempts.flatMap(({writings: [first]}) => first ?? []).toSorted((a, b) => a.start - b.start)
  const parts: string[] = []
  let done = 0
  for (const {start, end, text} of writings) {
    parts.push(file.slice(done, start), text)
    done = end
  }
  return parts.join('') + file.slice(done)
}

function isProved(before: ReplyTexts, text: string, nature: FileNature, attempts: readonly Attempt[]): boolean {
  if (before.form === 'page') {
    const wanted = new Map(attempts.map(({edit}) => [edit.index, edit.text]))
    const after = replyTextsOf(text, nature)?.replies
    return (
      after?.length === before.replies.length &&
      before.replies.every(({text: old, title}, index) => {
        const now = after[index]
        return now?.title === title && now?.text === (wanted.get(index) ?? old)
      })
    )
  }
  const {data} = repliesIn(text, before.syntax, nature)
  const changed = new Map<TextValue, string>()
  for (const {edit} of attempts) {
    const value = before.bodies[edit.index]
    if (value !== undefined) changed.set(value, edit.text)
  }
  return saySame(before.data.root, data.root, changed) && leavesRest(before.data, data)
}

/** Whether comments and problems are the same too. */
function leavesRest(before: Data, after: Data): boolean {
  const shown = ({comments, problems}: Data): string =>
    [...comments.map(({text}) => text), ...problems.map(({code}) => code)].join('\0')
  return shown(before) === shown(after)
}
