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
  terminator.lastIndex = 0
  for (let match = terminator.exec(prose); match; match = terminator.exec(prose)) {
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
  const before = /(?<![\p{L}\p{N}.])[\p{L}\p{N}.]+$/u.exec(prose.slice(Math.max(start, at - 24), at))?.[0] ?? ''
  if (abbreviations.has(before.toLowerCase())) return /^e?\.?etc$|^[ap]\.m$/i.test(before) && /^\p{Lu}/u.test(following)
  return !(before.length === 1 && /\p{Lu}/u.test(before) && before !== 'I')
}

/** “@ana @sam ”: whom a short reply is for, before what it says. */
const mentions = /(?:@[\w-]{1,60}[ ,:]+){1,20}/y

function pushTrimmed(spans: Span<'prose'>[], prose: string, start: number, end: number): void {
  const written = prose.slice(start, end)
  const to = start + written.trimEnd().length
  let from = end - written.trimStart().length
  mentions.lastIndex = from
  if (mentions.test(prose) && mentions.lastIndex < to) from = mentions.lastIndex
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

/** What the sentences of a block share. */
interface SharedBlock {
  readonly prose: string
  readonly marks: readonly Mark[]
  readonly setting: Setting
  readonly sentences: Sentence[]
  known: KnownWords | undefined
  quoted?: readonly Span<'prose'>[]
}

/** A class, for millions of sentences are made in a scan and of most nothing is asked but a field or two. */
class BlockSentence implements Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly #block: SharedBlock
  #words: readonly Word[] | undefined
  #known: {readonly of: KnownWords; readonly numbers: readonly number[]} | undefined

  constructor(block: SharedBlock, {start, end}: Span<'prose'>) {
    this.#block = block
    this.text = block.prose.slice(start, end)
    this.start = start
    this.end = end
  }

  get setting(): Setting {
    return this.#block.setting
  }

  get marks(): readonly Mark[] {
    return this.#block.marks
  }

  get addressed(): boolean {
    const {prose} = this.#block
    return /@[\w-]{1,60}[ ,:]+$/.test(prose.slice(Math.max(0, this.start - 64), this.start))
  }

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.text, this.start, this.#block.marks, offset => isQuoted(this.#block, offset))
    return this.#words
  }

  get known(): readonly number[] {
    const block = this.#block
    if (block.known === undefined || !isCurrent(block.known)) block.known = knownWords(block.prose)
    if (this.#known?.of !== block.known)
      this.#known = {of: block.known, numbers: numbersBetween(block.known, this.start, this.end)}
    return this.#known.numbers
  }

  get previous(): Sentence | undefined {
    return this.#block.sentences[this.#block.sentences.indexOf(this) - 1]
  }

  get next(): Sentence | undefined {
    return this.#block.sentences[this.#block.sentences.indexOf(this) + 1]
  }
}

function isQuoted(block: SharedBlock, offset: number): boolean {
  block.quoted ??= quotations(block.prose, block.marks)
  return block.quoted.some(span => span.start <= offset && offset < span.end)
}

/** The sentences of one block, each with its neighbours; `known` are its known words, where somebody looked for them already. */
export function makeSentences(
  prose: string,
  marks: readonly Mark[],
  setting: Setting,
  known?: KnownWords,
): readonly Sentence[] {
  const block: SharedBlock = {prose, marks, setting, sentences: [], known}
  for (const span of sentenceSpans(prose)) block.sentences.push(new BlockSentence(block, span))
  return block.sentences
}
