import {numberOf} from '../kit/agreement.ts'
import {citedRule, isThing, laws} from '../kit/citations.ts'
import {isEnd, isQuestion} from '../kit/clauses.ts'
import {withOffer} from '../kit/limits.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import {baseOfGerund} from '../kit/verbs.ts'

const owner = "(our|the|this|company|store|my|(<word> 's))"
const rule = `${owner} (<word>|(terms (of|and)))? kind=<word>? (${laws})`
const forbids = pattern(
  `${rule} <adverb>* (do|does|did|will|would|can) <adverb>* not <adverb>* (let|allow|permit) whom=(us|me|you) to? act=<base>`,
  `${rule} <adverb>* (do|does|did|will|would|can) <adverb>* not <adverb>* (let|allow|permit) for? object=<phrase>`,
  `${rule} <adverb>* (prevent|prevents|prohibit|prohibits|forbid|forbids|stop|stops|keep|keeps) (us|me) from doing=<ing>`,
  `${rule} <adverb>* (require|requires|oblige|obliges) (us|me)? need=(to|<word>)`,
  `${rule} <adverb>* (state|states|say|says|dictate|dictates|specify|specifies) stated=that?`,
)
const ownRule = pattern(
  "(our|the|company) <word>? policy (is|'s) denied=not? to verb=<base>",
  "(it|this) (is|'s) (our|the|company) <word>? policy denied=not? to verb=<base>",
)
const bare = pattern(
  "whole=((it|this|that) (is|'s) (just|simply)? (our|company|store|the)? (company|store)? policy) $",
  "whole=((it|this|that|which) (is|'s|goes) against (our|the|company) <word>? (policy|policies|rules|guidelines|terms))",
)

export default defineRule({
  id: 'policy-shield',
  principle: 'standing',
  scope: ['article', 'macro'],
  level: 'span',
  severity: {macro: 'suggestion', article: 'hint'},
  message: '“{found}” gives a rule where the reader looks for a reason.',
  why: 'A rule sounds as if nobody here stands behind it, so the customer argues with the rule. Say what we do and why, then what is possible.',
  sources: [
    'A Word about Pushback: trusted advisors take accountability for products and processes',
    'Customer Service Life, stop words: “policy”',
    'Davidow 2003: an explanation is part of a good answer to a complaint',
  ],
  serves: ['trusted-adviser', 'what-can-be-done', 'set-boundaries', 'standing'],
  supersedes: ['hiding-behind-others'],
  triggers: laws.split('|'),
  examples: [
    {bad: "«Our policy doesn't allow refunds».", better: "Refunds aren't possible because [reason]."},
    {kind: 'macro', bad: "«Our policy doesn't allow us to share» logs.", better: "We can't share logs."},
    {bad: "«It's company policy».", better: 'The reason is [reason].'},
    {kind: 'macro', bad: "«That's against our policy».", better: "We don't do that because [reason]."},
    {
      kind: 'macro',
      bad: '«As per our refund policy», we cannot extend the trial.',
      better: 'We cannot extend the trial.',
    },
    {
      kind: 'macro',
      bad: 'We cannot move the domain «due to contractual agreements».',
      better: 'We cannot move the domain because [reason].',
    },
    {
      kind: 'macro',
      bad: '«Our policy prevents us from sharing» recordings.',
      better: "We don't share recordings.",
    },
    {kind: 'macro', bad: '«Our rules state that» a card is needed.', better: 'A card is needed.'},
    {good: 'Our privacy policy explains what we store.'},
    {good: 'We refund within 30 days because cards expire after that.'},
    {good: 'Set the password policy under **Security**.'},
    {good: 'Is there a policy for contractors?'},
    {good: 'In line with our policy, I have refunded the fee.'},
    {good: 'Due to the size of the file, we cannot attach it.'},
    {good: 'Your plan follows the new guidelines.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const short = bare.find(sentence)
    if (short) return [matchOf(sentence, short, offered(sentence, reasonFor(sentence, short)))]
    const own = ownRule.find(sentence)
    if (own) return [matchOf(sentence, own, offered(sentence, practice(sentence, own)))]
    const found = forbids.find(sentence)
    if (found && !isThing(sentence, found.parts['kind']?.from ?? -1))
      return [matchOf(sentence, found, offered(sentence, stated(sentence, found)))]
    const range = citedRule(sentence)
    return range ? [matchOf(sentence, range, citationRewrites(sentence, range))] : []
  },
})

function reasonFor(sentence: Sentence, short: Found): Rewrite | undefined {
  if (!startsSentence(sentence, short.from)) return undefined
  const against = /\bagainst\b/i.test(textOf(sentence, short))
  if (!against) return replaceWords(sentence, short, `the reason is ${slot('reason')}`, 'needs-input')
  if (sentence.setting.kind === 'article') return undefined
  return replaceWords(sentence, short, `we don't do that because ${slot('reason')}`, 'needs-input')
}

/** The rewrite, and for where it is a bare no the same with what is possible. */
function offered(sentence: Sentence, rewrite: Rewrite | undefined): readonly (Rewrite | undefined)[] {
  return rewrite && sentence.setting.kind === 'macro' ? [rewrite, withOffer(sentence, rewrite)] : [rewrite]
}

/** “Our policy is not to …” → “we don't …”. */
function practice(sentence: Sentence, found: Found): Rewrite | undefined {
  const {denied, verb} = found.parts
  if (!verb || sentence.setting.kind === 'article') return undefined
  const negative = denied !== undefined && denied.to > denied.from
  return replaceWords(sentence, found, `we ${negative ? "don't " : ''}${textOf(sentence, verb)}`)
}

/** What the rule says, said by us. */
function stated(sentence: Sentence, found: Found): Rewrite | undefined {
  const {object, whom, act, doing, need, stated: that} = found.parts
  if (that || /\b(?:states?|says?|dictates?|specif(?:y|ies))$/i.test(textOf(sentence, found))) {
    return startsSentence(sentence, found.from) ? removeAside(sentence, found) : undefined
  }
  const macro = sentence.setting.kind === 'macro'
  if (doing && macro) {
    const base = baseOfGerund(sentence.words[doing.from]?.norm ?? '')
    return base ? replaceWords(sentence, found, `we don't ${base}`, 'if-verified') : undefined
  }
  if (need && macro) return replaceWords(sentence, {from: found.from, to: need.from}, 'we need', 'safe')
  if (whom && act) {
    const who = textOf(sentence, whom).toLowerCase()
    if (who !== 'you' && !macro) return undefined
    const subject = who === 'us' ? 'we' : who === 'me' ? 'I' : 'you'
    return replaceWords(sentence, found, `${subject} can't ${textOf(sentence, act)}`)
  }
  return object ? forbidden(sentence, found, object) : undefined
}

/** “Our policy doesn't allow refunds.” */
function forbidden(sentence: Sentence, found: Found, object: WordRange): Rewrite | undefined {
  const words = textOf(sentence, object)
  const number = numberOf(sentence, object)
  if (!number || /^(?:us|me|you|it|this|that|them)\b/i.test(words)) return undefined
  const be = number === 'plural' ? "aren't" : "isn't"
  return replaceWords(sentence, found, `${words} ${be} possible because ${slot('reason')}`, 'needs-input')
}

function citationRewrites(sentence: Sentence, range: WordRange): readonly (Rewrite | undefined)[] {
  const {words} = sentence
  const next = words[range.to]
  const reason = replaceWords(sentence, range, `because ${slot('reason')}`, 'needs-input')
  const before = words.slice(Math.max(0, range.from - 2), range.from)
  const isPredicate = before.some(word => /^(?:is|are|was|were|be|'s)$/.test(word.norm))
  if (isPredicate) return next?.text === ',' ? [] : [reason]
  if (before.some(word => word.norm === ',') && next?.text !== ',') return [reason]
  if (isEnd(words, range.to)) return [reason, removeAside(sentence, range)]
  const fronted =
    startsSentence(sentence, range.from) && /^(?:i|we|you|it|this|the|a|an|your|our)$/.test(next?.norm ?? '')
  return fronted || next?.text === ',' ? [removeAside(sentence, range)] : []
}
