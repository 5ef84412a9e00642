import type {WordRange} from './pattern.ts'
import type {Sentence} from './sentence.ts'
import {thirdPerson} from './verbs.ts'
import type {Word} from './words.ts'

const pluralPronouns = new Set([
  'they',
  'these',
  'those',
  'you',
  'we',
  'i',
  'both',
  'all',
  'several',
  'many',
  'most',
  'some',
  'few',
])
const singularPronouns = new Set([
  'it',
  'this',
  'that',
  'everything',
  'something',
  'anything',
  'nothing',
  'everyone',
  'someone',
  'which',
  'he',
  'she',
])
const irregularPlurals = new Set(['data', 'people', 'media', 'criteria', 'children', 'men', 'women'])
const singularInS =
  /(?:ss|(?<!men)us|is|ous)$|^(?:news|status|access|address|process|dns|sms|gps|https|tls|ios|macos|aws|sms|css|js|windows|analytics|always|details)$/
const links = new Set([
  'of',
  'on',
  'in',
  'for',
  'with',
  'from',
  'at',
  'to',
  'by',
  'that',
  'which',
  'under',
  'above',
  'below',
  'within',
  'after',
  'before',
  'without',
])
const possessives = new Set(['your', 'the', 'our', 'my', 'a', 'an', 'its', 'any', 'each', 'every', 'no'])

/** Whether the subject in `range` is singular or plural; undefined where its form doesn't tell. */
export function numberOf({words}: Sentence, range: WordRange): 'singular' | 'plural' | undefined {
  const subject = words.slice(range.from, range.to)
  const first = subject[0]
  if (!first) return undefined
  if (subject.length === 1 && singularPronouns.has(first.norm)) return 'singular'
  if (subject.length === 1 && pluralPronouns.has(first.norm)) return 'plural'
  if (/ing$/.test(first.norm) && !possessives.has(first.norm)) return 'singular'
  const end = subject.findIndex((word, index) => index > 0 && links.has(word.norm))
  const phrase = end < 0 ? subject : subject.slice(0, end)
  if (phrase.some(word => word.norm === 'and' || word.norm === 'or')) return undefined
  const head = headOf(phrase)
  if (head?.kind !== 'word' || head.quoted)
    return possessives.has(first.norm) || singularPronouns.has(first.norm) ? 'singular' : undefined
  if (first.norm === 'these' || first.norm === 'those' || pluralPronouns.has(first.norm)) return 'plural'
  if (irregularPlurals.has(head.norm)) return 'plural'
  return /s$/.test(head.norm) && !singularInS.test(head.norm) ? 'plural' : 'singular'
}

/** The number of a verb's subject; “that” and “which” behind a noun take it from the noun. */
export function subjectNumber(sentence: Sentence, {from, to}: WordRange): 'singular' | 'plural' | undefined {
  const before = sentence.words[from - 1]
  const isRelative = to === from + 1 && /^(?:that|which)$/.test(sentence.words[from]?.norm ?? '')
  return isRelative && before?.kind === 'word'
    ? numberOf(sentence, {from: from - 1, to: from})
    : numberOf(sentence, {from, to})
}

/** “The results provided”: a participle behind a noun is not its head. */
function headOf(phrase: readonly Word[]): Word | undefined {
  const last = phrase.at(-1)
  return phrase.length > 2 && last && /[^e]ed$/.test(last.norm) ? phrase.at(-2) : last
}

/** The present tense of `base` for a subject of that number. */
export function presentOf(base: string, number: 'singular' | 'plural'): string {
  if (base === 'be') return number === 'singular' ? 'is' : 'are'
  return number === 'singular' ? thirdPerson(base) : base
}
