import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceWords, uncapitalised} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import {formsOf} from '../kit/verbs.ts'

/** What we do to a customer: without a doer, it sounds like fate. */
const adverse =
  'suspend close freeze block ban terminate disable reject decline deny restrict lock deactivate revoke pause downgrade flag'.split(
    ' ',
  )
/** What we do for a customer. */
const service =
  'escalate refund issue forward log investigate review resolve credit send reset pass raise submit assign cancel transfer'.split(
    ' ',
  )
const baseOf = new Map([...adverse, ...service].map(base => [formsOf(base).participle, base] as const))
const participles = [...baseOf.keys(), 'canceled'].join('|')
const passive = pattern(
  `subject=((your|the|this|a) <noun>) aux=(has|have) <adverb>? been adverbs=<adverb>? done=(${participles})`,
  `subject=((your|the|this|a) <noun>) aux=will <adverb>? be adverbs=<adverb>? done=(${participles})`,
  `subject=((your|the|this|a) <noun>) aux=(is|are) <adverb>? being adverbs=<adverb>? done=(${participles})`,
  `subject=((your|the|this|a) <noun>) aux=(was|were) adverbs=<adverb>? done=(${participles})`,
)
const verdict = pattern(
  'subject=(it) aux=(was|has been|had been) <adverb>? done=(decided|determined|agreed|concluded)',
  'subject=((the|a) decision) aux=(was|has been) <adverb>? done=(made|taken)',
  'subject=((a|an|the|some)? <adverb>? (mistake|mistakes|error|errors)) aux=(was|were|has been|have been) <adverb>? done=made',
)

export default defineRule({
  id: 'agentless-passive',
  principle: 'intent',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” doesn’t say who did it.',
  why: 'An act without a doer sounds like fate, and leaves nobody to ask. Say “we” or “I”: it shows who answers for it.',
  sources: [
    'A Word about Pushback: trusted advisors take accountability for products and processes',
    'Packard et al.: saying “I” makes an agent sound like someone who acts and feels',
  ],
  serves: ['trusted-adviser', 'manage', 'intent'],
  triggers: ['been', 'being', 'be', 'was', 'were'],
  examples: [
    {bad: '«Your account has been suspended» since Monday.', better: "We've suspended your account since Monday."},
    {bad: '«This topic will be closed» as a duplicate.', better: "We'll close this topic as a duplicate."},
    {bad: '«Your payouts were frozen» after the review.', better: 'We froze your payouts after the review.'},
    {bad: '«It was decided» to end the trial.', better: 'We decided to end the trial.'},
    {bad: '«Mistakes were made».', better: 'We made mistakes.'},
    {
      bad: '«Your ticket has been escalated» to the payments team.',
      better: "I've escalated your ticket to the payments team.",
    },
    {bad: '«The issue is currently being investigated».', better: "I'm currently investigating the issue."},
    {good: "I've reset it, so your password has been changed."},
    {good: 'Your data is encrypted at rest.'},
    {good: 'Your invoice was sent by your bank.'},
    {good: 'The renewal is processed automatically.'},
    {good: 'Your payment was declined, so please use another card.'},
    {good: 'If your account was suspended, write to us.'},
  ],
  check(sentence) {
    if (isQuestion(sentence) || /\bautomatic/i.test(sentence.text)) return []
    const decided = verdict.find(sentence)
    const found = decided ?? passive.find(sentence)
    if (!found || inConditional(sentence, found.from) || hasAgent(sentence, found)) return []
    const word = sentence.words[found.parts['done']?.from ?? -1]?.norm ?? ''
    const base = baseOf.get(word) ?? ''
    const about = textOf(sentence, found.parts['subject'] ?? found)
    if (
      adverse.includes(base) &&
      /\b(?:payment|card|transaction|charge|transfer|purchase|bank|browser|port|file|window|tab)s?\b/i.test(about)
    )
      return []
    const certain = decided !== undefined || adverse.includes(base)
    return [matchOf(sentence, found, [active(sentence, found)], certain ? {} : {severity: 'hint'})]
  },
})

/** Whether the doer is named, in “by …” or before, or the clause hangs on another word so that its subject isn't whole. */
function hasAgent(sentence: Sentence, {from, to}: Found): boolean {
  const {words} = sentence
  if (words.slice(from, to).some(word => word.norm === 'not')) return true
  if (words.slice(0, from).some(word => /^(?:i|we|our)$/.test(word.norm))) return true
  if (words.slice(to, to + 12).some(word => word.norm === 'by')) return true
  const before = words[from - 1]
  return (
    before?.kind === 'word' &&
    !/^(?:and|but|so|that|because|thus|therefore|hello|hi|sorry|unfortunately|currently|already|now)$/.test(before.norm)
  )
}

function active(sentence: Sentence, found: Found): Rewrite | undefined {
  const {subject, aux, done} = found.parts
  if (!aux || !done) return undefined
  const word = sentence.words[done.from]?.norm ?? ''
  const auxiliary = sentence.words[aux.from]?.norm ?? ''
  const between = sentence.words.slice(aux.to, done.from).filter(({norm}) => !/^(?:be|been|being)$/.test(norm))
  const how = between.map(({text}) => text + ' ').join('')
  const perfect = auxiliary === 'has' || auxiliary === 'have'
  const about = subject ? uncapitalised(textOf(sentence, subject)) : ''
  if (!baseOf.has(word) && word !== 'canceled')
    return replaceWords(sentence, found, verdictOf(about, word, perfect, how))
  const base = baseOf.get(word) ?? 'cancel'
  const near = [sentence.previous, sentence, sentence.next].map(other => other?.text ?? '').join(' ')
  const we = adverse.includes(base) || (/\b(?:we|our|us)\b/i.test(near) && !/\bI\b/.test(near))
  const {ing, past} = formsOf(base)
  const who = we ? 'we' : 'I'
  const verb = perfect
    ? `${who}'ve ${how}${word}`
    : auxiliary === 'will'
      ? `${who}'ll ${how}${base}`
      : auxiliary === 'was' || auxiliary === 'were'
        ? `${who} ${how}${past}`
        : `${who}${we ? "'re" : "'m"} ${how}${ing}`
  return replaceWords(sentence, found, `${verb} ${about}`, adverse.includes(base) ? 'safe' : 'if-verified')
}

function verdictOf(about: string, word: string, perfect: boolean, how: string): string {
  const subject = perfect ? "we've" : 'we'
  return about === 'it' ? `${subject} ${how}${word}` : `${subject} ${how}made ${about}`
}
