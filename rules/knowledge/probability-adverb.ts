import {isOurAnswer} from '../kit/answer.ts'
import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {capitalised, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'

const adverb =
  'adverb=((most|very|quite|more than)? (likely|probably)|probably|possibly|presumably|apparently|supposedly|theoretically|perhaps|maybe)'
const verb = '(will|would|may|might|should|must|can|has|have|had|did|do|does|<be>)'
const inside = pattern(
  `<subject> ${verb} not? ${adverb}`,
  'adverb=((most|very)? likely|probably|possibly|presumably|perhaps) (due|because|caused|related|owing)',
  'adverb=maybe (due|because)',
  'subject=<subject> adverb=((most|very)? likely|probably|presumably|possibly) (mean|means|causes|caused|need|needs|needed|want|wanted|have|has|had|come|comes|came|happened|happens|went|got|do|does|did|know|hit|used|missed|expired|relates|stems)',
)
const opening = pattern(
  '(^|,|;|:|-|–|—|and|but|so|because|as) adverb=(perhaps|maybe|presumably|probably|possibly|apparently|supposedly|theoretically|in theory|most likely) ,? <subject>',
)
const clause = pattern(
  'adverb=((chances|odds) are (good)? that?) <subject>',
  "adverb=(there ('s|is) (always)? (a|some|every) (good|high|strong|small|slim|slight|fair|real)? (chance|possibility|likelihood) that?) <subject>",
  "adverb=(it ('s|is) (very|quite|highly|most|also|more than)? (likely|probable|possible) that) <subject>",
  'adverb=((very|quite|highly|most)? likely) because',
)

export default defineRule({
  id: 'probability-adverb',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” turns a finding into a guess.',
  why: 'A cause or a result given as likely tells the reader that it wasn’t looked up. State what is known, or say what you are checking and when you write again.',
  sources: [
    'A Word about Pushback: the teacher who seems capable and knowledgeable is trusted quickly',
    'Oba & Berger 2022: how likely a helper sounds bears on how confident they appear',
  ],
  serves: ['sound-sure', 'small-chance', 'knowledge'],
  triggers:
    'apparently supposedly theoretically theory probably likely perhaps maybe possibly presumably chances odds chance possibility likelihood probable possible'.split(
      ' ',
    ),
  examples: [
    {bad: 'The problem is «probably» a caching issue.', better: 'The problem is a caching issue.'},
    {kind: 'macro', bad: 'Your card will «likely» be charged once.', better: 'Your card will be charged once.'},
    {kind: 'macro', bad: '«Perhaps» the webhook is turned off.', better: 'The webhook is turned off.'},
    {kind: 'macro', bad: "«Chances are» we've fixed it in 4.2.", better: "We've fixed it in 4.2."},
    {
      kind: 'macro',
      bad: "«It's possible that» the bank held it back.",
      better: 'I checked [what you looked at], and the bank held it back.',
    },
    {kind: 'macro', bad: "It's «most likely» because the plan ended.", better: "It's because the plan ended."},
    {kind: 'macro', bad: '«Apparently», your bank declined it.', better: 'Your bank declined it.'},
    {good: 'Send it to the subscribers who are least likely to complain.'},
    {good: 'If it is probably spam, skip it.'},
    {good: 'The most likely cause is listed first.'},
    {good: 'Is it possible that two people edited it?'},
    {good: 'Maybe you would like a smaller plan.'},
    {good: 'Messages without a subject are likely to be marked as spam.'},
    {kind: 'article', good: 'Your data will probably have a column for the date.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const macro = sentence.setting.kind === 'macro'
    const whole = clause.find(sentence)?.parts['adverb']
    if (whole) return macro && !inConditional(sentence, whole.from) ? [clauseMatch(sentence, whole)] : []
    const first = opening.find(sentence)
    const found = first && macro && !isOffer(sentence, first) ? first : inside.find(sentence)
    const word = found?.parts['adverb']
    if (!found || !word || isFact(sentence, word) || inConditional(sentence, word.from)) return []
    if (!macro && !isDiagnosis(sentence, found)) return []
    const plain = removeAside(sentence, word, 'if-verified')
    return [matchOf(sentence, word, [plain])]
  },
})

/** “Maybe you'd like …” offers. */
function isOffer({words}: Sentence, {to}: Found): boolean {
  return (
    /^(?:would|could|can|should|try)$/.test(words[to]?.norm ?? '') &&
    words[to - 1]?.norm === 'you' &&
    words[to]?.norm !== 'can'
  )
}

/** “Likely to be marked as spam” speaks of the world; “the least likely” compares. */
function isFact({words}: Sentence, {from, to}: WordRange): boolean {
  const next = words[to]?.norm ?? ''
  return (
    /^(?:less|more|least|how|as|so|not)$/.test(words[from - 1]?.norm ?? '') ||
    (next === 'to' && words[to - 1]?.norm === 'likely') ||
    (/^(?:can|could)$/.test(words[from - 1]?.norm ?? '') && words[from]?.norm === 'possibly')
  )
}

function isDiagnosis(sentence: Sentence, {from}: Found): boolean {
  const text = sentence.text.slice((sentence.words[from]?.start ?? 0) - sentence.start)
  const to = sentence.words.findIndex(
    (word, index) => index > from && /^(?:'s|is|are|was|will|should)$/.test(word.norm),
  )
  if (to < 0 || !isOurAnswer(sentence, {from, to})) return false
  return (
    /^(?:the |this |that |your )?(?:issue|problem|error|cause|failure)\b/i.test(text) ||
    /\b(?:likely|probably) (?:fix|work|resolve|solve|help)/i.test(text)
  )
}

function clauseMatch(sentence: Sentence, lead: WordRange): Match {
  const next = sentence.words[lead.to]
  const bare = sentence.words[lead.to - 1]?.norm === 'likely' ? removeAside(sentence, lead, 'if-verified') : undefined
  const opens = /^\p{Lu}/u.test(sentence.words[lead.from]?.text ?? '')
  const text = next?.text ?? ''
  const plain: Rewrite | undefined =
    bare ??
    (next &&
      replaceWords(sentence, {from: lead.from, to: lead.to + 1}, opens ? capitalised(text) : text, 'if-verified'))
  const checked = bare
    ? undefined
    : replaceWords(sentence, lead, `I checked ${slot('what you looked at')}, and`, 'needs-input')
  return matchOf(sentence, lead, [plain, checked])
}
