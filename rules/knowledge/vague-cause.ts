import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const trouble = '(issue|issues|glitch|glitches|error|errors|bug|bugs|problem|problems|hiccup|hiccups|mix-up|fault)'
const reason = pattern(
  'cause=(for (some|whatever|an unknown|unknown|no apparent) (odd|strange|unknown)? (reason|reasons))',
)
const thing = pattern(
  `cause=((some (sort|kind|form|type) of|a (sort|kind) of) (a)? (technical|temporary|weird|strange|small|minor)? ${trouble})`,
  `cause=((a|some|any) (small|little|minor|slight|temporary|technical|weird|strange|random)? (glitch|glitches|hiccup|hiccups|blip|gremlin|gremlins))`,
  'cause=(unforeseen (circumstances|issues|problems|events))',
  '(experiencing|experienced|having|had|have|facing|faced|encountering|encountered|due to|because of|caused by) cause=((some|a few|certain|minor|temporary|unexpected)* technical (difficulties|issues|problems))',
  `(is|be|are|'s|for|by|to|of) cause=((a (whole)? (number|range|variety|host|bunch) of|any number of|many|several|various|lots of|multiple) (different|possible|potential)? (things|reasons|factors|causes)) list=:?`,
)
const wrong = pattern(
  "cause=(something (went|has gone|'s|is|was|seems|must have gone) <adverb>* (wrong|off|weird|odd|strange|amiss|fishy|funny|up))",
  'cause=(or something (like that|similar)?) $',
)

export default defineRule({
  id: 'vague-cause',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” names a cause without looking at it.',
  why: 'The next question is always what it was. Name the cause in a few words, or say that you are tracing it and when you write again.',
  sources: [
    'A Word about Pushback: be capable, knowledgeable and aware of many outcomes',
    'Packard & Berger 2021: concrete words are read as listening',
  ],
  serves: ['trust-in-us', 'sound-sure', 'knowledge'],
  triggers:
    'reason reasons sort kind form type glitch glitches hiccup hiccups blip gremlin gremlins unforeseen technical something things factors causes'.split(
      ' ',
    ),
  examples: [
    {bad: '«For some reason» the sync stopped.', better: 'The sync stopped because [cause].'},
    {bad: 'The sync stopped «for some reason».', better: 'The sync stopped because [cause].'},
    {bad: 'There was «some kind of glitch» with your order.', better: 'There was [what exactly] with your order.'},
    {bad: '«Something went wrong» on the payment page.', better: '[What went wrong] on the payment page.'},
    {bad: 'We are experiencing «technical difficulties».', better: 'We are experiencing [what exactly].'},
    {bad: 'It could be «a number of things».', better: 'It could be [what exactly].'},
    {good: 'The page shows "Something went wrong".'},
    {good: 'If something went wrong during the upload, delete the draft.'},
    {good: 'The cause was an expired certificate.'},
    {good: 'Select some of the items.'},
    {good: 'Send us details about this technical issue.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = reason.find(sentence) ?? thing.find(sentence) ?? wrong.find(sentence)
    const cause = found?.parts['cause']
    const list = found?.parts['list']
    if (!found || !cause || (list && list.to > list.from) || inConditional(sentence, cause.from)) return []
    if (/\b(?:says?|reads?|message|shows?)\b[^.]{0,20}$/i.test(textOf(sentence, {from: 0, to: cause.from}))) return []
    return [matchOf(sentence, cause, [named(sentence, found)])]
  },
})

function named(sentence: Sentence, {parts}: Found): Rewrite | undefined {
  const {cause} = parts
  const norm = cause && sentence.words[cause.from]?.norm
  if (!cause || !norm || norm === 'or') return undefined
  if (norm === 'something') return replaceWords(sentence, cause, slot('What went wrong'), 'needs-input')
  if (norm !== 'for') return replaceWords(sentence, cause, slot('what exactly'), 'needs-input')
  if (!startsSentence(sentence, cause.from))
    return replaceWords(sentence, cause, `because ${slot('cause')}`, 'needs-input')
  const from = sentence.words[cause.to]?.text === ',' ? cause.to + 1 : cause.to
  const rest = textOf(sentence, {from, to: sentence.words.length}).replace(/[.!…]+$/, '')
  return replaceSentence(sentence, `${rest} because ${slot('cause')}.`)
}
