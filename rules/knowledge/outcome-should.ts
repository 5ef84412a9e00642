import {numberOf, presentOf} from '../kit/agreement.ts'
import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceWords, thenAdd} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite, Severity} from '../kit/types.ts'

const ability = pattern('subject=you <adverb>* should adverbs=<adverb>* be able to verb=<base>')
const receipt = pattern(
  'subject=you <adverb>* should adverbs=<adverb>* verb=(see|notice|receive|hear|obtain|get|find) not=(out|help|in touch|started|familiar|our guide)?',
  'subject=you should adverbs=(now|then|no longer) verb=(have|see|find|get|notice|receive|hear)',
  'subject=you should adverbs=<adverb>* verb=have (access|received|everything|gotten)',
)
const state = pattern(
  'subject=you <adverb>* should adverbs=<adverb>* verb=be (all (set|good|done|sorted)|good to go|good|ready|done|fine|set|redirected|taken|prompted|asked|presented|logged|signed|able|notified)',
)
const remedy = pattern(
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=(work|fix|resolve|solve|help|cure|clear|correct|do|take|sort|go|allow|let|prevent|stop|remove|restore|give|make|get|disappear)',
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=be (fixed|resolved|solved|sorted|working|back|enough|available|fine|good|okay|ok|restored|corrected|updated|processed|able|sent|delivered|refunded|credited|ready|gone|possible)',
)
const display = pattern(
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=(appear|show|display|look|say|open|load|light|blink|return|arrive|start|begin|update|refresh|sync|connect|turn|continue|come|contain|change)',
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=be (displayed|visible|listed|shown|enabled|disabled|active|connected|installed|added|created|green|running|complete|completed|online)',
)

/** Subjects that a specification speaks of: what follows is a requirement, not a prediction. */
const specified =
  /^(?:users?|customers?|messages?|names?|files?|values?|fields?|passwords?|requests?|each|every|any|all|a|an|people|developers?|admins?|emails?|images?|titles?|who|which|what|we|i|there|no|code|tests?)$/i
/** Subjects that stand for our answer. */
const ours = /^(?:this|that|it|these|those|they|everything|which|things?)$/
const answer =
  /(?:steps?|fix|patch|update|solution|workaround|change|restart|reset|setting|instructions?|guide|method|option|link|article|refund|payment|order|package|issue|problem|error|app|page|account|email|connection|sync|device|service)s?$/i
const recommended =
  /\b(?:recommend|best practice|at a minimum|ideally|must|required|make sure|ensure|you (?:think|feel|believe) you should|in theory)\b/i

const perception = new Set(['see', 'find', 'receive', 'get', 'hear', 'view', 'notice'])

export default defineRule({
  id: 'outcome-should',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” makes the result sound like a guess.',
  why: '“Should” in front of a result says that the writer isn’t sure it will come, so the reader doubts the steps before trying them. State the result, or state it together with what to do if it goes otherwise.',
  sources: [
    'A Word about Pushback: “You should be able to stay balanced this time” makes the learner doubt',
    'Microsoft Writing Style Guide: use “should” for recommendations, not for probability',
  ],
  triggers: ['should'],
  examples: [
    {
      kind: 'macro',
      bad: '«You should be able to see» the invoice under **Billing** now.',
      better: "You'll see the invoice under **Billing** now.",
    },
    {kind: 'article', bad: '«You should now be able to edit» the file.', better: 'You can now edit the file.'},
    {
      kind: 'macro',
      bad: '«You should be able to sign» in with the new password.',
      better: 'You can sign in with the new password.',
    },
    {
      kind: 'macro',
      bad: '«This should fix» the sync error on your side.',
      better: 'This fixes the sync error on your side.',
    },
    {bad: '«These steps should resolve» it.', better: 'These steps resolve it.'},
    {
      bad: 'After the restart, «the light should now blink» green.',
      better: 'After the restart, the light now blinks green.',
    },
    {
      kind: 'macro',
      bad: '«You should receive» the refund within 5 days.',
      better: "You'll receive the refund within 5 days.",
    },
    {kind: 'macro', bad: "«You should be all set» now. It's done.", better: "You're all set now. It's done."},
    {kind: 'macro', bad: "«It should be working» now. I've checked.", better: "It's working now. I've checked."},
    {good: 'The file should be in UTF-8.'},
    {good: 'You should back up your data before you update.'},
    {good: 'Each message should include an opt-out line.'},
    {good: '## Expected results\n\nThe product should be found whatever the case of the query.'},
    {good: 'Should I install the update first?'},
    {good: 'Should you wish to change plans, open **Billing**.'},
    {good: 'You should see our guide on custom domains first.'},
    {good: 'Users should be able to read the notice before they sign.'},
  ],
  check(sentence) {
    if (sentence.setting.expected || isQuestion(sentence) || recommended.test(sentence.text)) return []
    const found = certain(sentence) ?? likely(sentence)
    if (!found || inConditional(sentence, found.from)) return []
    return [matchOf(sentence, found, rewritesOf(sentence, found), found.severity ? {severity: found.severity} : {})]
  },
})

interface Outcome extends Found {
  readonly severity?: Severity
}

/** Results for the reader, and of our answer: nearly every reader marks them. */
function certain(sentence: Sentence): Outcome | undefined {
  const able = ability.find(sentence)
  if (able) return able
  const got = receipt.find(sentence)
  if (
    got &&
    !got.parts['not'] &&
    !/\bsee (?:our|your doctor|the (?:guide|article|documentation|docs))\b/i.test(sentence.text)
  )
    return got
  const done = state.find(sentence)
  if (done) return done
  const fixed = remedy.find(sentence)
  return fixed && isOurs(sentence, fixed) && !/^you\b/i.test(subjectText(sentence, fixed)) ? fixed : undefined
}

/** States of the product: with “now” or “no longer” a prediction, otherwise perhaps a description. */
function likely(sentence: Sentence): Outcome | undefined {
  const shown = display.find(sentence)
  if (!shown) return undefined
  const subject = subjectText(sentence, shown)
  if (specified.test(subject.split(' ')[0] ?? '') || /^you\b/i.test(subject)) return undefined
  const dated = /\b(?:now|then|no longer|once again)\b/i.test(sentence.text.slice(0))
  return dated ? shown : {...shown, severity: 'hint'}
}

function isOurs(sentence: Sentence, found: Found): boolean {
  const subject = subjectText(sentence, found)
  const first = subject.split(' ')[0]?.toLowerCase() ?? ''
  if (ours.test(subject.toLowerCase()) || /^(?:this|that|these|those|your)$/.test(first) || /ing$/.test(first))
    return true
  return !specified.test(first) && answer.test(subject)
}

function subjectText(sentence: Sentence, {parts}: Found): string {
  return parts['subject'] ? textOf(sentence, parts['subject']) : ''
}

function rewritesOf(sentence: Sentence, found: Found): readonly (Rewrite | undefined)[] {
  const stated = statement(sentence, found)
  if (!stated) return []
  const rewrite = replaceWords(sentence, found, stated, 'if-verified')
  const fallback =
    sentence.setting.kind === 'macro'
      ? "If ⟦symptom⟧ is still there, reply here and I'll ⟦next step⟧."
      : 'If ⟦symptom⟧ is still there, ⟦what to do⟧.'
  return [rewrite, thenAdd(sentence, rewrite, fallback)]
}

/** The words of `found` as a plain statement, in the present tense or, of what the customer of a reply sees, the future. */
function statement(sentence: Sentence, {from, to, parts}: Found): string | undefined {
  const {subject, verb, adverbs} = parts
  if (!subject || !verb) return undefined
  const who = textOf(sentence, subject)
  const how = adverbs && adverbs.to > adverbs.from ? textOf(sentence, adverbs) + ' ' : ''
  const base = sentence.words[verb.from]?.norm ?? ''
  const rest = verb.to < to ? ' ' + textOf(sentence, {from: verb.to, to}) : ''
  const macro = sentence.setting.kind === 'macro'
  if (/^you$/i.test(who)) {
    if (base === 'be') return `${who}'re ${how}${rest.trimStart()}`
    const able = /able to/.test(textOf(sentence, {from, to}))
    if (able && !(macro && perception.has(base))) return `${who} can ${how}${base}${rest}`
    return macro && base !== 'have' ? `${who}'ll ${how}${base}${rest}` : `${who} ${how}${base}${rest}`
  }
  const number = numberOf(sentence, subject)
  if (!number) return undefined
  if (base === 'be')
    return /^(?:it|that)$/i.test(who)
      ? `${who}'s ${how}${rest.trimStart()}`
      : `${who} ${presentOf('be', number)} ${how}${rest.trimStart()}`
  return `${who} ${how}${presentOf(base, number)}${rest}`
}
