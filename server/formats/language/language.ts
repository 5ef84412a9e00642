import {functionWords, languageCount} from './language-words.ts'

const fewestWords = 8
const fewestSigns = 3
const longestTag = 600
const longestPlaceholder = 300
const longestFunctionWord = 20

/**
 * Whether a text is English, or could be: only one that is clearly in another language is not. A text in two languages, or of a few words,
 * counts as English.
 */
export function isEnglish(text: string): boolean {
  const {latin, other, words, english, foreign} = count(text)
  if (other >= fewestSigns && other > latin) return false
  if (words < fewestWords) return true
  return foreign < 3 || foreign * 8 < words || foreign <= english * 2
}

interface Count {
  /** Letters of the Latin alphabet, and of all others. */
  readonly latin: number
  readonly other: number
  readonly words: number
  readonly english: number
  /** Function words of the other language that has most. */
  readonly foreign: number
}

/** Character by character, since every reply of an export is looked at; markup, placeholders and addresses are passed over. */
function count(text: string): Count {
  const uses = new Array<number>(languageCount).fill(0)
  let latin = 0
  let other = 0
  let words = 0
  let english = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (!isLatin(code)) {
      if (isOther(code)) other++
      at = code === lessThan ? afterTag(text, at) : code === brace ? afterPlaceholder(text, at) : at + 1
      continue
    }
    const start = at
    let isLower = true
    for (let letter = code; isLatin(letter); letter = text.charCodeAt(++at)) isLower &&= letter >= 97 && letter < 0xc0
    if (isAddress(text, start, at)) {
      at = afterAddress(text, at)
      continue
    }
    latin += at - start
    words++
    if (at - start > longestFunctionWord) continue
    const word = text.slice(start, at)
    const use = functionWords.get(isLower ? word : word.toLowerCase())
    if (use === undefined) continue
    if (use.english) english++
    else for (const language of use.others) uses[language] = (uses[language] ?? 0) + 1
  }
  return {latin, other, words, english, foreign: Math.max(...uses)}
}

const lessThan = 60
const brace = 123

/** Letters from a to ÿ and beyond, and the accents that are written apart; nothing behind the end. */
function isLatin(code: number): boolean {
  return code < latinEnd ? latinLetters[code] === 1 : code >= 0x1e00 && code <= 0x1eff
}

const latinEnd = 0x370
const latinLetters = Uint8Array.from({length: latinEnd}, (_, code) => {
  if (code >= 0xc0) return code === 0xd7 || code === 0xf7 ? 0 : 1
  const low = code | 32
  return low >= 97 && low <= 122 ? 1 : 0
})

/** Where letters of other alphabets lie: from Greek to Cherokee and beyond, Chinese and Japanese, Korean, Arabic forms. */
const alphabets: readonly (readonly [number, number])[] = [
  [0x370, 0x1cff],
  [0x1f00, 0x1fff],
  [0x3041, 0x318f],
  [0x3400, 0x4dbf],
  [0x4e00, 0xd7af],
  [0xf900, 0xfdff],
  [0xfe70, 0xfefc],
  [0xff66, 0xffdc],
]

function isOther(code: number): boolean {
  return code >= latinEnd && alphabets.some(([from, to]) => from <= code && code <= to)
}

function isAddress(text: string, start: number, end: number): boolean {
  const next = text.charAt(end)
  if (next === ':') return text.startsWith('//', end + 1)
  return next === '@' || (next === '.' && end - start === 3 && text.slice(start, end) === 'www')
}

function afterAddress(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) > 32) at++
  return at
}

/** Behind the tag at `from`, and behind all of a style sheet; a `<` that begins none is passed. */
function afterTag(text: string, from: number): number {
  const sign = text.charCodeAt(from + 1)
  if (!isLatin(sign) && sign !== 47 && sign !== 33) return from + 1
  if (text.startsWith('style', from + 1) && !text.startsWith('style/', from + 1)) {
    const end = text.indexOf('</style', from)
    return end < 0 ? text.length : end + 7
  }
  return within(text, from, '>', '<', longestTag)
}

function afterPlaceholder(text: string, from: number): number {
  return within(text, from, '}', '{', longestPlaceholder)
}

/** Behind the next `close` if it comes soon, before another `open`. */
function within(text: string, from: number, close: string, open: string, longest: number): number {
  const last = Math.min(text.length, from + longest)
  for (let at = from + 1; at < last; at++) {
    const sign = text[at]
    if (sign === close) return at + 1
    if (sign === open) break
  }
  return from + 1
}
