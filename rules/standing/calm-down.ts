import {isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {removeLead, withoutSigns} from '../kit/remove.ts'
import {replaceSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'

const feeling =
  '(upset|angry|mad|rude|annoyed|frustrated|worried|anxious|nervous|aggressive|emotional|dramatic|impatient|offended|hostile|worked up|excited)'
const order = pattern(
  '(please|just|try to|you need to|you have to|i need you to)* (calm (yourself)? down|settle down|chill out|cool down (please|,|.|!)|keep calm|stay calm|remain calm)',
  '(please|just|try to)* (relax|chill) ($|,|:|-|–|—|!|and)',
  '(please|just)* take a (deep)? breath',
  '(please|just)? do not (panic|freak out|overreact|lose your (temper|cool))',
  'please? try not to (panic|overreact|(be|get|feel) <adverb>* ' + feeling + ')',
  `(please|just)? do not (be|get|feel) (<adverb>|so|too)* ${feeling}`,
  `(there ('s|is))? (really|absolutely)? no (need|reason|point|cause) (for you)? (to|in) (be|get|feel|being|getting) (<adverb>|so|too)* ${feeling}`,
  "(there ('s|is))? (really|absolutely)? no (need|reason|cause) (for you)? to (panic|shout|yell|scream|swear|overreact|freak out)",
  "(there ('s|is))? (really|absolutely)? no (need|reason|cause) for (panic|alarm|concern|anger|rudeness|shouting|that tone)",
  'you (are|seem to be|appear to be) <adverb>* (overreacting|exaggerating|being <adverb>* (difficult|dramatic|unreasonable|rude|emotional|impatient|hysterical|aggressive))',
  '(please|just|kindly)* (lower|do not raise) your voice',
  'you (need|have) to (be patient|relax|calm down)',
)

export default defineRule({
  id: 'calm-down',
  principle: 'standing',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” tells the customer what to feel.',
  why: 'A feeling that is corrected has not been heard. Calm comes from the next fact: what you are doing, or what is safe.',
  sources: [
    'Navigating User Pushback: a calm demeanour manages the user’s frustration; empathise, then redirect',
    'A Word about Pushback: customers want to be heard and to feel that their concern matters',
  ],
  serves: ['stay-calm', 'relaxed-resolve', 'ease-fear', 'standing'],
  triggers:
    "calm settle chill cool relax breath panic freak overreact overreacting exaggerating being lose no not don't dont patient voice".split(
      ' ',
    ),
  examples: [
    {
      bad: '«Please calm down».',
      better: "Here's what I'm doing now: [action].",
    },
    {
      bad: '«Please calm down» and send us the order number.',
      better: 'Send us the order number.',
    },
    {bad: "«There's no need to be upset», your files are safe.", better: 'Your files are safe.'},
    {bad: "«Don't panic». I've restored the site.", better: "I've restored the site."},
    {bad: "«You're overreacting».", better: "Here's what I'm doing now: [action]."},
    {bad: '«Relax», the money is on its way.', better: 'The money is on its way.'},
    {good: 'The calm theme uses muted colors.'},
    {good: 'There is no need to restart.'},
    {good: 'Relax the password rules in **Security**.'},
    {good: 'Is there a reason to be worried?'},
    {good: 'Your settings are being restored now.'},
    {good: 'There is no reason to be charged twice, so I have refunded it.'},
    {good: 'Do not feel you have to reply today.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = order.find(sentence)
    if (!found) return []
    const to = sentence.words[found.to - 1]?.norm === 'and' ? found.to - 1 : found.to
    const range = withoutSigns(sentence, {from: found.from, to})
    return [
      matchOf(sentence, range, [
        removeLead(sentence, range),
        replaceSentence(sentence, `here's what I'm doing now: ${slot('action')}.`),
      ]),
    ]
  },
})
