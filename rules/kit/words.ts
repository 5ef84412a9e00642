import type {Nodes} from 'nlcst'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import type {Mark} from './types.ts'

/** The one character that stands in prose for what is not prose (code, a placeholder, an image …). */
export const objectCharacter = '\uFFFC'

/** A word, an object or a punctuation mark of a sentence; “you'll” is two words, “you” and “'ll”. */
export interface Word {
  readonly kind: 'word' | 'object' | 'punctuation'
  /** As written. */
  readonly text: string
  /** For comparing: lower case, straight apostrophes, and clitics in full (“'ll” is `will`, “n't” is `not`). */
  readonly norm: string
  /** Offsets of the block's prose. */
  readonly start: number
  readonly end: number
  /** Inside quotation marks, or a label of the interface such as **Save**: other people's words, which no pattern matches. */
  readonly quoted: boolean
  /** What an object stands for. */
  readonly mark?: Mark
}

const processor = retext().use(retextEnglish).freeze()

const clitics: Readonly<Record<string, string>> = {
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  "'d": 'would',
  "n't": 'not',
  "'s": "'s",
}

/** Stems that “n't” leaves behind. */
const stems: Readonly<Record<string, string>> = {ca: 'can', wo: 'will', sha: 'shall', ai: 'is'}

/** Contractions written without their apostrophe, and other joined forms; the number is the length of the first part. */
const joined: ReadonlyMap<string, readonly [length: number, first: string, second: string]> = new Map(
  Object.entries({
    cannot: [3, 'can', 'not'],
    cant: [2, 'can', 'not'],
    wont: [2, 'will', 'not'],
    dont: [2, 'do', 'not'],
    doesnt: [4, 'does', 'not'],
    didnt: [3, 'did', 'not'],
    isnt: [2, 'is', 'not'],
    wasnt: [3, 'was', 'not'],
    havent: [4, 'have', 'not'],
    youre: [3, 'you', 'are'],
    youll: [3, 'you', 'will'],
    youve: [3, 'you', 'have'],
    ive: [1, 'i', 'have'],
    im: [1, 'i', 'am'],
    theres: [5, 'there', "'s"],
    thats: [4, 'that', "'s"],
  } as const),
)

/** The words without an apostrophe that `splitWord` splits. */
export const joinedWords: readonly string[] = [...joined.keys()]

/** Lower-cases and straightens the apostrophes of a word. */
export function normalise(text: string): string {
  const lower = text.toLowerCase()
  // Most have none, and to look is cheaper than to replace nothing.
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

function pushWord(words: Word[], text: string, start: number, quoted: boolean): void {
  const norm = normalise(text)
  const parts = splitWord(norm)
  if (!parts) {
    words.push({kind: 'word', text, norm, start, end: start + text.length, quoted})
    return
  }
  const [length, first, second] = parts
  words.push({kind: 'word', text: text.slice(0, length), norm: first, start, end: start + length, quoted})
  words.push({
    kind: 'word',
    text: text.slice(length),
    norm: second,
    start: start + length,
    end: start + text.length,
    quoted,
  })
}

/** The length of a contraction's first part, and the norms of both; undefined for other words. */
export function splitWord(norm: string): readonly [number, string, string] | undefined {
  const at = norm.lastIndexOf("'")
  if (at < 1) return joined.get(norm)
  const from = norm.endsWith("n't") && norm.length > 3 ? norm.length - 3 : at
  const clitic = norm.slice(from)
  const full = Object.hasOwn(clitics, clitic) ? clitics[clitic] : undefined
  if (full === undefined) return undefined
  const stem = norm.slice(0, from)
  return [from, clitic === "n't" && Object.hasOwn(stems, stem) ? (stems[stem] ?? stem) : stem, full]
}

/**
 * The words of one sentence, from its retext-english tree.
 * `start` is the sentence's offset in its block, `isQuoted` tells whether an offset of the block stands in a quotation or label.
 */
export function wordsOf(
  text: string,
  start: number,
  marks: readonly Mark[],
  isQuoted: (offset: number) => boolean,
): Word[] {
  const words: Word[] = []
  const visit = (node: Nodes): void => {
    const from = start + (node.position?.start.offset ?? 0)
    if (node.type === 'WordNode') {
      pushWord(words, text.slice(from - start, start + (node.position?.end.offset ?? 0) - start), from, isQuoted(from))
    } else if (node.type === 'PunctuationNode' || node.type === 'SymbolNode') {
      for (let index = 0; index < node.value.length; index++) pushSign(words, node.value, index, from, marks, isQuoted)
    } else if ('children' in node) {
      for (const child of node.children) visit(child)
    }
  }
  visit(processor.parse(text) as Nodes)
  return words
}

function pushSign(
  words: Word[],
  value: string,
  index: number,
  from: number,
  marks: readonly Mark[],
  isQuoted: (offset: number) => boolean,
): void {
  const text = value.charAt(index)
  const start = from + index
  const base = {text, norm: text, start, end: start + 1, quoted: isQuoted(start)}
  if (text !== objectCharacter) {
    words.push({kind: 'punctuation', ...base})
    return
  }
  const mark = marks.find(candidate => candidate.start === start && candidate.end === start + 1)
  words.push(mark ? {kind: 'object', ...base, mark} : {kind: 'object', ...base})
}
