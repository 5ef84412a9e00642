import {numberOf, presentOf} from '../kit/agreement.ts'
import {clauseAround, inConditional, isNegated, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const remedy = '(~work|~fix|~resolve|~solve|~sort|~do the trick|~clear|~cure|~prevent|~stop|~succeed|~arrive)'
const sure = '(definitely|certainly|absolutely|undoubtedly|surely|always|for sure|without fail)'
const promise = pattern(
  'pledge=((i|we) <adverb>* (can|do|will|would)? <adverb>* guarantee (you)? that?) (it|this|that|you|your|the|no|there|everything|all|nothing|these|they|we|i)',
  'pledge=((i|we) <adverb>* (can|do|will|would)? <adverb>* promise (you)? that?) (it|this|that|you|everything|nothing|these|they) (will|is going to|works|fixes|resolves|solves)',
  'pledge=((i|we) (am|are) <adverb>* (100 %|one hundred percent|absolutely|completely|totally|entirely) (sure|certain|positive) that?) clause=<subject>',
)
const guaranteed = pattern(
  `subject=<subject> be=<be> claim=((100 %|absolutely|completely)? guaranteed to) verb=${remedy}`,
  'claim=(100 % guaranteed)',
)
const again = pattern(
  '((i|we) <adverb>? (promise|guarantee|assure) you? that?)? (this|that|it|the (issue|problem|error|mistake|same thing)) will (not|never) claim=(<adverb>* (happen|occur|recur|come up|come back|be repeated) <adverb>* again?)',
  'you will never claim=(<adverb>* (see|have|get|experience|lose|face|encounter|worry about) <phrase> again)',
  '(this|that|it) will claim=never (happen|occur|recur|fail)',
)
const boosted = pattern(
  `<subject> will booster=${sure} (be)? (${remedy}|fixed|resolved|solved)`,
  `(this|that|it|these|which) booster=${sure} ${remedy}`,
  `<subject> will booster=(100 %) (be)? (${remedy}|fixed|resolved|solved)`,
  `~work (perfectly|flawlessly|great)? booster=(every time|every single time|each and every time|in every case|all the time)`,
  'booster=(once and for all|in no time at all|in no time|in the blink of an eye|in a jiffy|like magic|without (any|a) doubt|beyond (any|a) doubt|100 % of the time)',
)
const infallible = pattern(
  '(it|this|that|which|these) claim=(never fails|never fail|can not fail|can not go wrong|is (foolproof|bulletproof|infallible|fail-safe)|works (perfectly|flawlessly))',
  'claim=((nothing|no <word>) (can|will) (ever)? go wrong)',
  '(~fix|~solve|~resolve) (it|this|that|the <word>|your <word>)? claim=for good',
  'claim=(100 % (safe|reliable|effective|foolproof|bulletproof|risk-free|satisfied))',
)

export default defineRule({
  id: 'overclaim',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” promises more than anybody can keep.',
  why: 'The first time it goes otherwise, the reader stops believing the rest as well. Say what was changed, or what the step does; that carries more weight than a booster.',
  sources: ['A Word about Pushback: do not blow smoke and merely appear confident'],
  serves: ['no-smoke', 'knowledge'],
  triggers:
    'guarantee guaranteed promise 100 hundred absolutely completely totally entirely again never definitely certainly undoubtedly surely always sure fail time all eye jiffy magic doubt foolproof bulletproof infallible fail-safe wrong perfectly flawlessly case'.split(
      ' ',
    ),
  examples: [
    {kind: 'macro', bad: '«I guarantee» it works on your phone.', better: 'It works on your phone.'},
    {
      kind: 'macro',
      bad: "I've raised the limit, so «this won't happen again».",
      better: "I've raised the limit, so [what is different now].",
    },
    {bad: 'This will «definitely» fix everything.', better: 'This will fix everything.'},
    {kind: 'macro', bad: "«I'm 100% sure» it's the cable.", better: "It's the cable."},
    {bad: '«It never fails».', better: 'It works.'},
    {bad: 'The new driver «is guaranteed to fix» the noise.', better: 'The new driver fixes the noise.'},
    {bad: "You'll be set up «in no time».", better: "You'll be set up in [how long]."},
    {good: 'Our 30-day money-back guarantee applies.'},
    {good: 'Never share your password.'},
    {good: 'The plan includes a 99.9% uptime SLA.'},
    {good: "We can't guarantee delivery dates for pre-orders, so here is the current estimate."},
    {good: 'Is it guaranteed to arrive on Friday?'},
    {good: "You're 100% right about the second charge."},
    {good: 'The list is always sorted by date.'},
    {good: 'Such a certificate guarantees that the site is yours.'},
    {good: "We'll definitely share that with the design team."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = claimed(sentence)
    return found && !inConditional(sentence, found.match.from) ? [matchOf(sentence, found.match, found.rewrites)] : []
  },
})

interface Claim {
  readonly match: {readonly from: number; readonly to: number}
  readonly rewrites: readonly (Rewrite | undefined)[]
}

function claimed(sentence: Sentence): Claim | undefined {
  const repeated = again.find(sentence)
  if (repeated)
    return {match: repeated, rewrites: [replaceWords(sentence, repeated, slot('what is different now'), 'needs-input')]}
  const pledged = promise.find(sentence)
  const pledge = pledged?.parts['pledge']
  if (pledge && !isNegated(sentence, pledge))
    return {match: trimmed(sentence, pledge), rewrites: [removeWords(sentence, pledge, 'if-verified')]}
  const sworn = guaranteed.find(sentence)
  const claim = sworn?.parts['claim']
  if (sworn && claim && !isNegated(sentence, clauseAround(sentence, claim.from)))
    return {match: {from: sworn.parts['be']?.from ?? claim.from, to: sworn.to}, rewrites: [present(sentence, sworn)]}
  const strong = boosted.find(sentence)
  const booster = strong?.parts['booster']
  if (booster && !isNegated(sentence, clauseAround(sentence, booster.from)))
    return {match: booster, rewrites: withoutBooster(sentence, booster)}
  const perfect = infallible.find(sentence)
  if (!perfect || (isNegated(sentence, clauseAround(sentence, perfect.from)) && !/never|can/.test(sentence.text)))
    return undefined
  const fails = sentence.words[perfect.to - 1]?.norm.startsWith('fail') && perfect.parts['claim']
  return {match: perfect, rewrites: fails ? [replaceWords(sentence, fails, 'works')] : []}
}

function trimmed(sentence: Sentence, {from, to}: {readonly from: number; readonly to: number}) {
  return {from, to: sentence.words[to - 1]?.norm === 'that' ? to - 1 : to}
}

function present(sentence: Sentence, {to, parts}: Found): Rewrite | undefined {
  const {subject, verb, be} = parts
  const number = subject && numberOf(sentence, subject)
  if (!number || !verb || !be) return undefined
  return replaceWords(sentence, {from: be.from, to}, presentOf(sentence.words[verb.from]?.norm ?? '', number))
}

function withoutBooster(
  sentence: Sentence,
  booster: {readonly from: number; readonly to: number},
): readonly (Rewrite | undefined)[] {
  const fast = /^(?:in)$/.test(sentence.words[booster.from]?.norm ?? '')
  return [
    ...(fast ? [replaceWords(sentence, booster, `in ${slot('how long')}`, 'needs-input')] : []),
    removeAside(sentence, booster),
  ]
}
