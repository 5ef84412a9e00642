import {basesOf} from './verbs.ts'
import type {Word} from './words.ts'

/** A class of words: the ends (exclusive, the longest first) of the runs of its words that start at `at`. */
export type WordClass = (words: readonly Word[], at: number) => readonly number[]

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const pronouns = set(
  'i you he she it we they this that these those there everything something anything nothing everyone someone anyone',
)
export const determiners = set(
  'the a an this that these those your our my its their his her any some each every all both no another such which most many several',
)
const beForms = set("am is are was were be been 's")
const haveForms = set("have has had 's")
const modals = set('can could may might must shall should will would ought need')
const auxiliaries = set("am is are was were be been being 's do does did have has had")
const prepositions = set(
  'of on in for with from at to by about into onto over under after before between through during without within via per as than until against behind below above across along around near off out up down',
)
const conjunctions = set(
  'and or but nor so yet if when whenever while unless until whether because since although though once that which who whom whose what where why how as',
)
const adverbs = set(
  'now then also still just soon always never ever again already even only too very quite rather really almost instead first next today tomorrow here there perhaps maybe hopefully simply once currently actually definitely certainly likely probably all both no longer either most more less least well back straight away automatically momentarily',
)
const falseAdverbs = set(
  'reply apply supply family rely comply multiply assembly fly july early daily weekly monthly yearly only friendly italy anomaly bully ally tally jelly lovely costly timely',
)
const falseGerunds = set(
  'thing something anything nothing everything during morning evening string king ring spring bring setting pricing billing building wedding ceiling sibling missing following',
)
const wordless = new Set([
  ...pronouns,
  ...determiners,
  ...modals,
  ...auxiliaries,
  ...prepositions,
  ...conjunctions,
  'not',
  'please',
  'yes',
])

const isWord = (word: Word | undefined): word is Word => word?.kind === 'word' && !word.quoted

function oneWord(test: (word: Word) => boolean): WordClass {
  return (words, at) => {
    const word = words[at]
    return isWord(word) && test(word) ? [at + 1] : []
  }
}

/** Whether a word is an adverb: one of a list, or one in “-ly” that is no other kind of word. */
export function isAdverb(word: Word): boolean {
  return adverbs.has(word.norm) || (word.norm.length > 4 && word.norm.endsWith('ly') && !falseAdverbs.has(word.norm))
}

/** Whether a word may be the gerund of a verb. */
function isGerund(word: Word): boolean {
  return word.norm.length > 4 && word.norm.endsWith('ing') && !falseGerunds.has(word.norm)
}

/** Whether a word may be a past participle. */
function isParticiple(word: Word): boolean {
  if (wordless.has(word.norm)) return false
  return (
    (word.norm.length > 3 && word.norm.endsWith('ed') && word.norm !== 'need') || irregularParticiples.has(word.norm)
  )
}

const irregularParticiples = set(
  'been done gone got gotten seen found made taken given known told said kept sent written read heard come begun brought broken bought caught chosen cut drawn driven fallen forgotten hidden held led left lost meant met paid put reset run sold set shown shut spoken spent stuck taught thrown understood undone won built split spread had sorted',
)

/** Whether a word may be a verb's base form: no function word, no inflected form. */
function isBase(word: Word): boolean {
  if (/^(?:be|have|do)$/.test(word.norm)) return true
  return (
    !wordless.has(word.norm) &&
    /^[a-z]+(?:-[a-z]+)*$/i.test(word.norm) &&
    !isAdverb(word) &&
    !/(?:ing|ness|tion|ment)$/.test(word.norm) &&
    !isPastForm(word.norm)
  )
}

function isPastForm(norm: string): boolean {
  return norm.length > 4 && norm.endsWith('ed') && !/(?:spe|fe|ce|ble|he)ed$/.test(norm) && basesOf(norm).length > 0
}

/** Whether the words from `at` can't go on a noun phrase. */
function endsPhrase(word: Word | undefined): boolean {
  if (!word || word.kind === 'punctuation')
    return !(word?.text === '-' || word?.text === '/' || word?.text === '&' || word?.text === '#')
  if (word.kind === 'object' || word.quoted) return false
  return (
    modals.has(word.norm) ||
    auxiliaries.has(word.norm) ||
    conjunctions.has(word.norm) ||
    pronouns.has(word.norm) ||
    prepositions.has(word.norm) ||
    word.norm === 'not' ||
    word.norm === 'please'
  )
}

/** A plain noun phrase: an optional determiner and up to six words that no function word ends. */
function nounPhrase(words: readonly Word[], at: number): readonly number[] {
  const first = words[at]
  if (!first) return []
  let end = at
  if (isWord(first) && determiners.has(first.norm)) end++
  const ends: number[] = []
  while (end < at + 7 && !endsPhrase(words[end])) {
    end++
    if (words[end]?.norm === "'s" && !endsPhrase(words[end + 1])) end++
    ends.unshift(end)
  }
  return ends
}

/** A noun phrase with up to two prepositional phrases or a coordinated one behind it. */
function longPhrase(words: readonly Word[], at: number): readonly number[] {
  const ends = new Set<number>()
  let heads = nounPhrase(words, at)
  for (let round = 0; round < 3 && heads.length > 0; round++) {
    for (const end of heads) ends.add(end)
    heads = heads.flatMap(end => {
      const link = words[end]
      if (!isWord(link) || !(prepositions.has(link.norm) || link.norm === 'and' || link.norm === 'or')) return []
      return nounPhrase(words, end + 1)
    })
  }
  return [...ends].sort((a, b) => b - a)
}

function gerundPhrase(words: readonly Word[], at: number): readonly number[] {
  const first = words[at]
  if (!isWord(first) || !isGerund(first)) return []
  const objects = longPhrase(words, at + 1)
  const particle = words[at + 1]
  const withParticle =
    isWord(particle) && (prepositions.has(particle.norm) || isAdverb(particle))
      ? [...longPhrase(words, at + 2), at + 2]
      : []
  return [...objects, ...withParticle, at + 1]
}

const subjects: WordClass = (words, at) => {
  const word = words[at]
  if (isWord(word) && pronouns.has(word.norm))
    return [...longPhrase(words, at), at + 1].filter((end, index, all) => all.indexOf(end) === index)
  return [...gerundPhrase(words, at), ...longPhrase(words, at)]
}

const ourStarts = set('i we our the my')

/** “I”, “we”, “our team”, “the support team”. */
const ourselves: WordClass = (words, at) => {
  const word = words[at]
  if (!isWord(word) || !ourStarts.has(word.norm)) return []
  if (word.norm === 'i' || word.norm === 'we') return [at + 1]
  return nounPhrase(words, at).filter(end =>
    /^(?:team|teams|agents?|staff|engineers?|specialists?|colleagues?|department|support)$/.test(
      words[end - 1]?.norm ?? '',
    ),
  )
}

/** Every class that a pattern can name; a rule that needs a new one adds it here, with a test in test/rules/classes.test.ts. */
export const classes: Readonly<Record<string, WordClass>> = {
  /** Any one word that is not quoted. */
  word: oneWord(() => true),
  /** Code, a placeholder, a link's address, an image; also a quoted text or a label. */
  object: (words, at) => {
    let end = at
    while (words[end]?.kind === 'object' || words[end]?.quoted) end++
    return end > at ? [end] : []
  },
  adverb: oneWord(isAdverb),
  ing: oneWord(isGerund),
  participle: oneWord(isParticiple),
  base: oneWord(isBase),
  be: oneWord(word => beForms.has(word.norm)),
  have: oneWord(word => haveForms.has(word.norm)),
  modal: oneWord(word => modals.has(word.norm)),
  determiner: oneWord(word => determiners.has(word.norm)),
  number: oneWord(word =>
    /^\d[\d.,:]*(?:st|nd|rd|th|%)?$|^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several)$/.test(
      word.norm,
    ),
  ),
  /** A noun phrase: “the new sync page”. */
  noun: nounPhrase,
  /** A noun phrase with what follows it: “the status of your order”. */
  phrase: longPhrase,
  /** A gerund with its object: “clearing the cache”. */
  doing: gerundPhrase,
  /** Anything that can be the subject of a verb. */
  subject: subjects,
  /** The writer's own side. */
  we: ourselves,
}

/** Of a class whose every run starts with one of a few words, these words. */
export const wordLists: Readonly<Record<string, ReadonlySet<string>>> = {
  be: beForms,
  have: haveForms,
  modal: modals,
  determiner: determiners,
  we: ourStarts,
}
