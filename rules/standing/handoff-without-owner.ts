import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {addSentence, replaceWords, slot, uncapitalised} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const reach =
  '(contact|call|phone|email|e-mail|consult|ask|(reach out|speak|talk|write|get in touch|get in contact|check|follow up|take this up|take it up|liaise|raise it|raise this|file it|file this|report it|report this|address this) (to|with))'
const who = '(<determiner>|<word>)'
const duty = pattern(
  `you (will|would)? <adverb>* (need to|have to|must|need|ought to) <adverb>* ${reach} who=${who} <word>?`,
  `(please|kindly) <adverb>? (file|raise|report|address|take up) (it|this|that|the issue) with who=${who} <word>?`,
)
const elsewhere = pattern(
  '(please|kindly) <adverb>? (direct|redirect|address|refer) (this|that|your|it|any|the|these) <word>? <word>? to who=' +
    who +
    ' <word>?',
)
const other = pattern(
  "(it|this|that|these|they) ('s|is|are) <adverb>* (handled|managed|dealt with|looked after|owned|controlled|processed) by (a|another|our|the) (different|other|separate)? <word>? (team|department|division|office)",
  "(it|this|that) ('s|is) <adverb>* (a question|a matter|something|one) for (a|another|our|the)? <word>? (team|department|sales|billing|legal|management)",
  '^ (the|those|these)? (vendors|vendor|sellers|seller|manufacturer|manufacturers|developers|authors|creators) (is|are) <adverb>* (solely|fully)? responsible for',
)
const us =
  /^(?:us|me|our|my|you|your|yourself|him|her|what|whether|if|which|that|for|about|all|each|both|every|any|these|i|we)$/
const own =
  /\b(?:bank|gp|doctor|physician|accountant|lawyer|emergency|police|recipient|sender|clients?|customers?|administrators?|admins?)\b/i
const bridge =
  /\b(?:I|we)(?: ?['’](?:ve|ll|m)| have| will| am| can| are|['’]re)\s+(?:already |just |also |now )?(?:copied|cc|passed|asked|written|sent|forwarded|stay|keep|added|included|bring|put|connect|help|introduc|let them|opened|raised|be here)/i

export default defineRule({
  id: 'handoff-without-owner',
  principle: 'standing',
  scope: ['macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” sends the customer on alone.',
  why: 'Somebody who has to start again elsewhere has nobody any more. Pass it on yourself, or say what to ask there and that you stay with it.',
  sources: [
    'Navigating User Pushback: for what is outside your control, give guidance on next steps; escalate when necessary',
    'Davidow 2003: making it easy to get help is part of a good answer to a complaint',
  ],
  serves: ['escalate', 'beyond-our-control', 'trusted-adviser', 'standing'],
  triggers:
    'need,must,have,ought,kindly,please,handled,managed,dealt,looked,owned,controlled,processed,question,matter,something,one,responsible'.split(
      ',',
    ),
  examples: [
    {
      bad: "«You'll need to contact the billing» team.",
      better: "I've passed this to the billing team. You'll hear from [name] by [day and time].",
    },
    {bad: '«You have to speak to sales».'},
    {
      bad: "«You'd need to talk to the airline» directly.",
      better:
        "You'd need to talk to the airline directly. Send them this: [what to ask for]. I'll stay with you until it's done.",
    },
    {bad: '«This is handled by another department».'},
    {good: "You'll need to contact your bank. I've written the exact message for them below."},
    {good: "I've copied our billing team, who own refunds."},
    {good: 'If you need to contact the billing team, use the link.'},
    {good: 'You need to contact us before Friday.'},
    {good: 'You must ask your doctor before you take it.'},
    {good: 'You have to check with each of them whether the box is set.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const far = other.find(sentence)
    const found = far ?? duty.find(sentence) ?? elsewhere.find(sentence)
    if (!found || inConditional(sentence, found.from) || isAccompanied(sentence)) return []
    const {who: target} = found.parts
    const norm = target && sentence.words[target.from]?.norm
    if (norm !== undefined && us.test(norm) && !(norm === 'your' && /\bdirectly\b/i.test(sentence.text))) return []
    if (target && own.test(sentence.text)) return []
    return [
      matchOf(sentence, found, [
        passedOn(sentence, found),
        addSentence(sentence, `Send them this: ${slot('what to ask for')}. I'll stay with you until it's done.`),
      ]),
    ]
  },
})

/** Whether this sentence or one beside it says what we do about it. */
function isAccompanied({text, next, previous}: Sentence): boolean {
  return [previous?.text, text, next?.text, next?.next?.text].some(part => part !== undefined && bridge.test(part))
}

/** A team of our own can be told by us. */
function passedOn(sentence: Sentence, {from, to}: Found) {
  const team = /\b((?:our|the) (?:\p{L}+ )?(?:team|department|sales|billing|support))\b/iu.exec(sentence.text.slice(0))
  const rest = sentence.words.slice(to).filter(word => word.kind === 'word').length
  if (!team?.[1] || rest > 1) return undefined
  const end = sentence.words.length - 1
  return replaceWords(
    sentence,
    {from, to: end},
    `I've passed this to ${uncapitalised(team[1])}. You'll hear from ${slot('name')} by ${slot('day and time')}`,
    'needs-input',
  )
}
