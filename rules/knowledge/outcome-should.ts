import {findAnswer, isOurAnswer, isRelative, isSpecified, withFallback} from '../kit/answer.ts'
import {inConditional, isNegated, isQuestion, opensMainClause} from '../kit/clauses.ts'
import {outcomeStatement} from '../kit/outcome.ts'
import {type Found, has, pattern} from '../kit/pattern.ts'
import {replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite, Severity} from '../kit/types.ts'

const ability = pattern('subject=you <adverb>* should adverbs=<adverb>* be able to verb=<base>')
/** In a reply, what “our team should be able to” do is our own promise; in an article it may be a requirement. */
const someone = pattern('subject=<subject> <adverb>* should adverbs=<adverb>* be able to verb=<base>')
const anybody = pattern('should adverbs=<adverb>* be able to verb=<base>')
const receipt = pattern(
  'subject=you <adverb>* should adverbs=<adverb>* verb=(see|notice|receive|hear|obtain|get|find) other=(out|help|in touch|started|familiar|our guide|to know|used to)?',
  'subject=you should adverbs=(now|then|no longer) verb=(have|see|find|get|notice|receive|hear)',
  'subject=you should adverbs=<adverb>* verb=have (access|received|everything|gotten other=to?)',
  'subject=you should not adverbs=<adverb>* verb=(see|notice|experience|encounter|get|need) other=(to share|to give)?',
  'subject=you should not adverbs=<adverb>* verb=have object=(any|more|further|trouble|problems|issues|to)',
)
const state = pattern(
  'subject=you <adverb>* should adverbs=<adverb>* verb=be (all (set|good|done|sorted)|good to go|good|ready|done|fine|okay|ok|set|safe|covered|eligible|redirected|taken|prompted|asked|presented|logged|signed|able|notified|charged|billed|refunded|credited|contacted|seeing|getting|receiving|up and running)',
  'subject=you <adverb>* should adverbs=<adverb>* verb=start (seeing|receiving|getting|hearing)',
  'subject=you <adverb>* should adverbs=<adverb>* verb=have no (more|further)? (problem|problems|trouble|issue|issues|difficulty|difficulties)',
)
const should = '(should|ought to)'
const remedy = pattern(
  `subject=(which|<subject>) <adverb>* ${should} adverbs=<adverb>* verb=(work|fix|resolve|solve|help|cure|clear|correct|sort|allow|let|prevent|stop|remove|restore|reset|ensure|give|make|disappear|suffice|improve|enable|answer|address|cover|explain|point|assist)`,
  `subject=(which|<subject>) <adverb>* ${should} adverbs=<adverb>* verb=(do (it|the trick|$)|go (away|through|back|smoothly|into effect)|take (care|effect)|get (you|rid|it|things|back)|bring (you|it|back))`,
  `subject=(which|<subject>) <adverb>* ${should} adverbs=<adverb>* verb=be (fixed|resolved|solved|sorted|working|back|enough|available|fine|good|okay|ok|restored|corrected|updated|processed|able|delivered|refunded|credited|ready|gone|possible|lifted|cleared|reinstated|reversed|unlocked|live|over|with you|there|here|on (its|their|the) way|up and running|in your <word>)`,
  `subject=(which|<subject>) <adverb>* ${should} adverbs=<adverb>* verb=be sent target=(to (us|our|the|<object>)|by you|via|before|as)?`,
  'subject=(this|that|it|these|those|the <phrase>|your <phrase>) should adverbs=<adverb>* verb=have (arrived|gone|cleared|reached|come|worked|fixed|resolved|solved|disappeared|been (fixed|resolved|solved|sorted|sent|delivered|refunded|credited|processed|restored|updated|removed|added|cancelled|canceled))',
)
/** Softened promises and hearsay of a reply. */
const promised = pattern(
  'subject=(we|i) should adverbs=<adverb>* verb=have object=(it|this|that|them|an|a|more|everything|some|your|the|news)',
  'subject=(we|i) should adverbs=<adverb>* verb=(know|hear|see|get) object=(more|back|something|the|this|it|you)',
  'subject=((someone|somebody) (from|on|in) <noun>|someone|somebody|they|<we>) modal=should adverbs=<adverb>* verb=(contact|reply|respond|call|email|reach out|get back|follow up|be in touch)',
)
/** “Should be fixed now.” */
const elliptic = pattern(
  '(^|<object>) modal=should adverbs=<adverb>* verb=be (fixed|resolved|solved|sorted|working|back|available|fine|good|okay|ok|all (set|good|done|sorted)|ready|done|gone|there|up|live)',
  '(^|<object>) modal=should adverbs=<adverb>* verb=(work|help|fix|resolve|solve|appear|arrive|disappear|do (it|the trick))',
)
const supposed = pattern(
  "subject=(it|this|that|these|the <phrase>|your <phrase>) hedge=((is|are|'s) (now|also)? supposed to) verb=(work|fix|resolve|solve|help|be (fixed|resolved|working|available|back)|arrive|stop)",
)
const event = pattern(
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=(appear|reappear|arrive|load|open|update|refresh|sync|connect|return|come|show up|start|renew|ship|reach|reflect|land|go out|settle|finish|expire) not=(with|from|at|like)?',
)
const display = pattern(
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=(appear|show|display|look|say|open|load|light|blink|return|arrive|start|begin|update|refresh|sync|connect|turn|continue|come|contain|change|provide)',
  'subject=<subject> <adverb>* should adverbs=<adverb>* verb=be (displayed|visible|listed|shown|enabled|disabled|active|connected|installed|added|created|green|running|complete|completed|online)',
)

const recommended =
  /\b(?:prerequisites?|requirements|recommend|best practice|at a minimum|ideally|must|required|make sure|ensure that|you (?:think|feel|believe) (?:that )?you should|in theory)\b/i
/** Clauses in front that make a prediction of what a description would otherwise be: “After the restart, the light should …”. */
const afterStep = /^(?:after|once|when|as soon as|now|then|at this point|in a (?:few|couple))\b/i

const required =
  /^(?:contain|look|(?:start|begin) (?:with|from|at)|be (?:enabled|disabled|active|added|completed?|installed|created|running|online|listed))\b/i

/** So many of one sentence; more would help nobody, and a sentence may be of any length. */
const most = 3
/** Results that may fail to come, so that a fallback makes sense. */
const isFix =
  /\b(?:fix|resolv|solv|work|help|clear|stop|go(?:es)? away|gone|sign|log|see|open|load|access|able|trick|restor|appear|enable|sync|connect)/i

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
  serves: ['sound-sure', 'lead-like-a-coach', 'knowledge'],
  triggers: ['should', "shouldn't", "should've", 'ought', 'supposed'],
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
    {
      bad: 'Restart the browser and «the error should go away».',
      better: 'Restart the browser and the error goes away.',
    },
    {kind: 'macro', bad: '«We should have» an answer by Friday.', better: "We'll have an answer by Friday."},
    {kind: 'macro', bad: '«Should be fixed» now.', better: "It's fixed now."},
    {kind: 'macro', bad: '«Your order should arrive» by Friday.', better: 'Your order will arrive by Friday.'},
    {kind: 'macro', bad: '«It is supposed to work» on tablets too.', better: 'It works on tablets too.'},
    {
      kind: 'macro',
      bad: "«You shouldn't see» the error again.",
      better: "You won't see the error again.",
    },
    {kind: 'macro', bad: '«Our agents should be able to help» with that.', better: 'Our agents can help with that.'},
    {good: 'The file should be in UTF-8.'},
    {good: 'You should back up your data before you update.'},
    {good: 'Each message should include an opt-out line.'},
    {good: '## Expected results\n\nThe product should be found whatever the case of the query.'},
    {good: 'Should I install the update first?'},
    {good: 'Should you wish to change plans, open **Billing**.'},
    {good: 'You should see our guide on custom domains first.'},
    {kind: 'article', good: 'Users should be able to read the notice before they sign.'},
    {good: 'You should have gotten to see the whole match.'},
    {good: 'The file name should start with a letter.'},
    {good: 'Pick the folder where the copies should sync.'},
    {good: 'They should not let you do that.'},
    {good: "You shouldn't have received that message."},
    {good: 'This form should be sent to our billing office.'},
    {good: 'We should have told you earlier.'},
    {kind: 'article', good: 'This event should be sent when the order is complete.'},
  ],
  check(sentence) {
    if (sentence.setting.expected || isQuestion(sentence) || recommended.test(sentence.text)) return []
    const matches: Match[] = []
    for (let from = 0, found = next(sentence, from); found && matches.length < most; found = next(sentence, from)) {
      from = Math.max(found.to, from + 1)
      if (!isCondition(sentence, found)) matches.push(outcomeMatch(sentence, found))
    }
    return matches
  },
})

function next(sentence: Sentence, from: number): Outcome | undefined {
  return certain(sentence, from) ?? likely(sentence, from)
}

function outcomeMatch(sentence: Sentence, found: Outcome): Match {
  const {object} = found.parts
  const shown = {from: found.from, to: object?.from ?? found.to}
  return matchOf(sentence, shown, rewritesOf(sentence, found), found.severity ? {severity: found.severity} : {})
}

interface Outcome extends Found {
  readonly severity?: Severity
}

/** “If you should see …”; but in “If you order today you should get …” a second subject has begun the main clause. */
function isCondition(sentence: Sentence, {from}: Found): boolean {
  return inConditional(sentence, from) && !opensMainClause(sentence, from)
}

/** Results for the reader, and of our answer: nearly every reader marks them. */
function certain(sentence: Sentence, from: number): Outcome | undefined {
  const macro = sentence.setting.kind === 'macro'
  const able =
    ability.find(sentence, from) ?? (macro ? (someone.find(sentence, from) ?? anybody.find(sentence, from)) : undefined)
  if (able) return able
  const got = receipt.find(sentence, from)
  if (
    got &&
    !has(got, 'other') &&
    !isRegret(sentence, got) &&
    !/\bsee (?:our|your doctor|the (?:guide|article|documentation|docs))\b/i.test(sentence.text)
  )
    return got
  const done = state.find(sentence, from)
  if (done && !isNegated(sentence, done)) return done
  const fixed = findAnswer(sentence, remedy, from)
  if (fixed && !isNegated(sentence, fixed) && !has(fixed, 'target') && isOurs(sentence, fixed)) return fixed
  if (!macro) return undefined
  const bare = elliptic.find(sentence, from)
  const modal = bare?.parts['modal']
  return (
    promised.find(sentence, from) ??
    supposed.find(sentence, from) ??
    (bare && modal ? {...bare, from: modal.from} : undefined)
  )
}

/** “You shouldn't have received …” regrets. */
function isRegret(sentence: Sentence, found: Found): boolean {
  const {verb, object} = found.parts
  return verb !== undefined && !object && sentence.words[verb.from]?.norm === 'have' && isNegated(sentence, found)
}

/** States of the product: behind a step or with “now” a prediction, otherwise perhaps a description. */
function likely(sentence: Sentence, from: number): Outcome | undefined {
  const shown = findAnswer(sentence, display, from) ?? findAnswer(sentence, event, from)
  const subject = shown?.parts['subject']
  if (
    !shown ||
    !subject ||
    isRelative(sentence, subject) ||
    isSpecified(sentence, subject) ||
    isNegated(sentence, shown)
  )
    return undefined
  const adverbs = shown.parts['adverbs']
  const dated = adverbs && /\b(?:now|then|no longer|again)\b/i.test(textOf(sentence, adverbs))
  if (dated) return shown
  const happens = event.at(sentence.words, subject.from)
  if (happens && !has(happens, 'not') && (sentence.setting.kind === 'macro' || afterStep.test(sentence.text)))
    return {...shown, severity: 'suggestion'}
  return isRequirement(sentence, shown) ? undefined : {...shown, severity: 'hint'}
}

/** “Your branch name should start with …” tells how things have to be, not what will happen. */
function isRequirement(sentence: Sentence, {parts}: Found): boolean {
  const {verb} = parts
  return verb !== undefined && required.test(textOf(sentence, {from: verb.from, to: verb.to + 1}))
}

/** In a reply all that is definite is part of our answer. */
function isOurs(sentence: Sentence, {parts}: Found): boolean {
  const {subject} = parts
  if (!subject || isRelative(sentence, subject) || sentence.words[subject.from]?.norm === 'you') return false
  if (isOurAnswer(sentence, subject)) return true
  return sentence.setting.kind === 'macro' && !isSpecified(sentence, subject)
}

function rewritesOf(sentence: Sentence, found: Found): readonly (Rewrite | undefined)[] {
  const stated = outcomeStatement(sentence, found)
  if (!stated) return []
  const rewrite = replaceWords(sentence, found, stated, 'if-verified')
  return isFix.test(stated) ? [rewrite, withFallback(sentence, rewrite)] : [rewrite]
}
