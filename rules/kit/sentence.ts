import type {Mark, Setting, Span} from './types.ts'
import {isCurrent, type KnownWords, knownWords, numbersBetween} from './vocabulary.ts'
import {type Word, wordsOf} from './words.ts'

/** One sentence of a block; its words are parsed when a rule first asks for them. */
export interface Sentence {
  readonly text: string
  /** Offsets of the block's prose. */
  readonly start: number
  readonly end: number
  readonly setting: Setting
  readonly marks: readonly Mark[]
  /** Whether “@name” stands in front of it; the sentence begins behind. */
  readonly addressed: boolean
  readonly words: readonly Word[]
  /** The numbers of its words that are in the vocabulary, in their order, known without a tree; words with a hyphen are there in parts. */
  readonly known: readonly number[]
  /** The neighbours in the same block. */
  readonly previous: Sentence | undefined
  readonly next: Sentence | undefined
}

/** Abbreviations whose full stop ends no sentence. */
const abbreviations = new Set(
  'e.g i.e etc vs vol pp mr mrs ms dr st no nos approx incl inc ltd co corp dept est fig min max tel ext a.m p.m u.s u.k cf al jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'.split(
    ' ',
  ),
)

/** It tries a run of marks once, at its first: from the others it would fail in the same way. */
const terminator = /[.!?…](?<![.!?…]{2})[.!?…]*["'”’)\]*]*(?=\s)|\n/g

/** Where the sentences of a block's prose stand, without the white space around them; linear in the prose. */
export function sentenceSpans(prose: string): Span<'prose'>[] {
  const spans: Span<'prose'>[] = []
  let start = 0
  for (const match of prose.matchAll(terminator)) {
    const end = match.index + match[0].length
    if (match[0] !== '\n' && !endsSentence(prose, start, match.index, match[0], end)) continue
    pushTrimmed(spans, prose, start, end)
    start = end
  }
  pushTrimmed(spans, prose, start, prose.length)
  return spans
}

function endsSentence(prose: string, start: number, at: number, mark: string, end: number): boolean {
  const following = prose.slice(end, end + 8).trimStart()
  if (mark.startsWith('...') || mark.startsWith('…')) return !/^\p{Ll}/u.test(following)
  if (!mark.startsWith('.')) return true
  const before = /[\p{L}\p{N}.]+$/u.exec(prose.slice(Math.max(start, at - 24), at))?.[0] ?? ''
  if (abbreviations.has(before.toLowerCase())) return /^e?\.?etc$|^[ap]\.m$/i.test(before) && /^\p{Lu}/u.test(following)
  return !(before.length === 1 && /\p{Lu}/u.test(before) && before !== 'I')
}

/** “@ana @sam ”: whom a short reply is for, before what it says. */
const mentions = /(?:@[\w-]{1,60}[ ,:]+){1,20}/y

function pushTrimmed(spans: Span<'prose'>[], prose: string, start: number, end: number): void {
  let from = start
  let to = end
  while (from < to && /\s/.test(prose.charAt(from))) from++
  mentions.lastIndex = from
  if (mentions.test(prose) && mentions.lastIndex < to) from = mentions.lastIndex
  while (to > from && /\s/.test(prose.charAt(to - 1))) to--
  if (to > from) spans.push({start: from, end: to})
}

/** Ranges between quotation marks, and short emphasised runs that look like labels of an interface. */
function quotations(prose: string, marks: readonly Mark[]): Span<'prose'>[] {
  const spans: Span<'prose'>[] = []
  for (const match of prose.matchAll(
    /“[^“”]{1,300}”|"[^"\n]{1,300}"|(?<![\p{L}\p{N}])[‘'][^‘’'\n]{1,80}['’](?![\p{L}\p{N}])/gu,
  )) {
    spans.push({start: match.index, end: match.index + match[0].length})
  }
  for (const mark of marks) {
    if ((mark.kind === 'strong' || mark.kind === 'emphasis') && isLabel(prose.slice(mark.start, mark.end))) {
      spans.push({start: mark.start, end: mark.end})
    }
  }
  return spans
}

function isLabel(text: string): boolean {
  return /^[\p{Lu}\p{N}\p{P}\p{S}]/u.test(text) && !/[.!?:]$/.test(text) && text.split(/\s+/).length <= 5
}

/** The sentences of one block, each with its neighbours; `inProse` are its known words, where somebody looked for them already. */
export function makeSentences(
  prose: string,
  marks: readonly Mark[],
  setting: Setting,
  inProse?: KnownWords,
): readonly Sentence[] {
  let all = inProse
  const allKnown = (): KnownWords => {
    if (all === undefined || !isCurrent(all)) all = knownWords(prose)
    return all
  }
  let quoted: Span<'prose'>[] | undefined
  const isQuoted = (offset: number): boolean => {
    quoted ??= quotations(prose, marks)
    return quoted.some(span => span.start <= offset && offset < span.end)
  }
  const sentences: Sentence[] = []
  sentenceSpans(prose).forEach(({start, end}, index) => {
    const text = prose.slice(start, end)
    let words: readonly Word[] | undefined
    let known: {readonly of: KnownWords; readonly numbers: readonly number[]} | undefined
    const parsed = (): readonly Word[] => {
      words ??= wordsOf(text, start, marks, isQuoted)
      return words
    }
    sentences.push({
      text,
      start,
      end,
      setting,
      marks,
      get addressed() {
        return /@[\w-]{1,60}[ ,:]+$/.test(prose.slice(Math.max(0, start - 64), start))
      },
      get words() {
        return parsed()
      },
      get known() {
        const of = allKnown()
        if (known?.of !== of) known = {of, numbers: numbersBetween(of, start, end)}
        return known.numbers
      },
      get previous() {
        return sentences[index - 1]
      },
      get next() {
        return sentences[index + 1]
      },
    })
  })
  return sentences
}
