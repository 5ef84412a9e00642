import {isEnd, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeAside, removeLead, withoutSigns} from '../kit/remove.ts'
import {replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const adverb = pattern('(most|very|quite|rather)? (unfortunately|regrettably|sadly|alas|unluckily)')
const clause = pattern(
  '(i|we) (am|are) <adverb>* afraid that? not=(of|to)?',
  '(i|we) (regret|(am|are) <adverb>* (sorry|sad|saddened)) to (have to)? (inform|tell|advise|notify|let|report|say|announce) you? know? that?',
  "(it 's|it is) with (<word>)? (regret|sadness) that (i|we) (must|have to) (inform|tell) you that?",
  '(it pains (me|us) to|i hate to|sorry to|sad to) (say|tell you|inform you|report) that?',
  '(much)? to (my|our) (regret|dismay)',
  'the bad news is that?',
)
const dismay = pattern('(oh no|oh dear|uh oh|uh-oh|yikes) (!|,|.|-|–|—)?')

export default defineRule({
  id: 'unfortunately-lead',
  principle: 'standing',
  scope: ['article', 'macro'],
  level: 'span',
  severity: {macro: 'suggestion', article: 'hint'},
  message: '“{found}” announces bad news before the fact.',
  why: 'A worried word in front makes a plain limit sound like a loss, and the customer starts to bargain. State the fact, then what is possible.',
  sources: [
    'A Word about Pushback: do not sound overly worried; show relaxed resolve',
    'Navigating User Pushback: focus on what can be done and communicate limitations clearly',
  ],
  serves: ['relaxed-resolve', 'what-can-be-done', 'standing'],
  triggers:
    'unfortunately regrettably sadly alas unluckily afraid regret sorry sad saddened sadness pains hate dismay bad oh uh uh-oh yikes'.split(
      ' ',
    ),
  examples: [
    {bad: "«Unfortunately», the plan doesn't include SSO.", better: "The plan doesn't include SSO."},
    {kind: 'macro', bad: '«We regret to inform you that» the order was cancelled.', better: 'The order was cancelled.'},
    {bad: '«Sadly», there is no export.', better: 'There is no export.'},
    {
      kind: 'macro',
      bad: "«I'm sorry to inform you that» the trial has ended.",
      better: 'The trial has ended.',
    },
    {
      bad: 'I searched both archives, but «unfortunately», the file is gone.',
      better: 'I searched both archives, but the file is gone.',
    },
    {
      kind: 'macro',
      bad: 'We have, «unfortunately», no copy of it.',
      better: 'We have no copy of it.',
    },
    {kind: 'macro', bad: "«I'm afraid» the offer ended in May.", better: 'The offer ended in May.'},
    {kind: 'macro', bad: "The offer ended in May, «I'm afraid».", better: 'The offer ended in May.'},
    {kind: 'macro', bad: "«I'm afraid» not, the offer ended in May.", better: 'No, the offer ended in May.'},
    {kind: 'macro', bad: '«Oh no», that page is blank for you.', better: 'That page is blank for you.'},
    {good: "I'm sorry your trial ended before you finished."},
    {good: 'The fortunately named script runs once.'},
    {good: 'I regret the delay in my reply.'},
    {good: 'Is this unfortunately a blocker?'},
    {good: "I'm sorry to hear that the parcel arrived open."},
    {good: "Don't be afraid of the command line."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const {kind} = sentence.setting
    const found = adverb.find(sentence)
    if (found) {
      const ownCase = kind === 'article' && isAboutReader(sentence, found)
      return [matchOf(sentence, found, [removeAside(sentence, found)], ownCase ? {severity: 'suggestion'} : {})]
    }
    if (kind === 'article') return []
    const opener = clause.find(sentence)
    if (opener && isShortNo(sentence, opener))
      return [matchOf(sentence, opener, [replaceWords(sentence, {from: opener.from, to: opener.to + 1}, 'no')])]
    if (opener && !opener.parts['not'])
      return [matchOf(sentence, opener, [removeLead(sentence, opener) ?? removeAside(sentence, opener)])]
    const cry = dismay.find(sentence)
    return cry
      ? [matchOf(sentence, withoutSigns(sentence, cry), [removeLead(sentence, withoutSigns(sentence, cry))])]
      : []
  },
})

/** “I'm afraid not, Sam.” */
function isShortNo({words}: Sentence, {to}: Found): boolean {
  return words[to]?.norm === 'not' && (words[to + 1]?.text === ',' || isEnd(words, to + 1))
}

/** Whether the note tells this reader what is not possible for them, rather than what the product does. */
function isAboutReader(sentence: Sentence, found: Found): boolean {
  const rest = sentence.text.slice((sentence.words[found.to]?.start ?? sentence.end) - sentence.start)
  return /\byour?\b/i.test(sentence.text) && /\b(?:no|not|cannot|unable|impossible)\b|n['’]t\b/i.test(rest)
}
