import {isAdverb} from '../../rules/kit/classes.ts'
import type {Sentence} from '../../rules/kit/sentence.ts'
import {formsOf, type VerbForms} from '../../rules/kit/verbs.ts'

type Form = keyof VerbForms

/** The forms that a word may be of a verb: “used” is a past and a participle. */
function formsIn(base: string, norm: string): readonly Form[] {
  const forms = formsOf(base)
  const exact = (Object.keys(forms) as readonly Form[]).filter(form => forms[form] === norm)
  if (exact.length > 0) return exact
  // British spellings: “travelled”, “travelling”.
  if (norm === `${base}ling`) return ['ing']
  if (norm === `${base}led`) return ['past', 'participle']
  return []
}

/** Whether a verb stands in its base form for sure. */
export function isPlainForm(base: string, norm: string): boolean {
  return formsIn(base, norm).join() === 'base'
}

/** The form of `target` that fits where the word at `at`, a form of `base`, stands; undefined where the text does not tell for sure. */
export function formLike(sentence: Sentence, at: number, base: string, target: string): string | undefined {
  const norm = sentence.words[at]?.norm ?? ''
  if (base === target) return norm
  // “Be” has more forms than other verbs, so that which of them fits depends on a subject.
  if (target === 'be') return undefined
  if (base === 'be') return beForms[norm] && formsOf(target)[beForms[norm]]
  const forms = formsIn(base, norm)
  const candidates = new Set(forms.map(form => formsOf(target)[form]))
  if (candidates.size === 1) return [...candidates][0]
  if (forms.join() !== 'past,participle') return undefined
  const form = pastOrParticiple(sentence, at)
  return form && formsOf(target)[form]
}

const beForms: Readonly<Record<string, Form>> = {
  be: 'base',
  am: 'base',
  are: 'base',
  is: 'third',
  was: 'past',
  were: 'past',
  been: 'participle',
  being: 'ing',
}
const auxiliary = /^(?:have|has|had|having|am|is|are|was|were|be|been|being|'s)$/
const subject = /^(?:i|you|he|she|it|we|they|who)$/

function pastOrParticiple({words}: Sentence, at: number): Form | undefined {
  const before = words.slice(0, at).findLast(word => !isAdverb(word) && word.norm !== 'not')
  if (before?.kind !== 'word') return undefined
  if (auxiliary.test(before.norm)) return 'participle'
  return subject.test(before.norm) ? 'past' : undefined
}
