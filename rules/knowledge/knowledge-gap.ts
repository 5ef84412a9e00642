import {inConditional, isQuestion} from '../kit/clauses.ts'
import {hasOwnAction} from '../kit/follow-up.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {capitalised, replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, spanOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const gap = pattern(
  'gap=((i|we) <adverb>* do not <adverb>* know) about=<word>?',
  'gap=((i|we) (am|are) <adverb>* (not <adverb>* (100 %)? (sure|certain|clear)|unsure|uncertain|unclear) (about|on|of|as to)?) about=<word>?',
  'gap=((i|we) have (absolutely|really)? no (idea|clue|way of knowing|explanation)) about=<word>?',
  "gap=(it ('s|is) <adverb>* (unclear|not <adverb>* clear|unknown|hard to (say|tell)|difficult to (say|tell)) (to (me|us))?) about=(why|when|if|whether)",
  '^ gap=((not <adverb>* sure|no idea|no clue|unsure)) about=(why|what|how|when|if|whether|where|which)',
  'gap=((i|we) can not <adverb>* (be|say|tell) (you)? (for (sure|certain)|certain|sure|with (any)? certainty|exactly)) about=<word>?',
  'gap=(your guess is as good as (mine|ours))',
)
const clarifying =
  /\b(?:what|which \w+|who|how) you(?:['’]re| are)?\b|\b(?:sure|certain) (?:I|we) (?:follow|understand)|\byou mean\b|\bwhere you\b/i
const lost = /\b(?:how to proceed|what to do|what else|how to (?:fix|solve|help|continue))\b/i

export default defineRule({
  id: 'knowledge-gap',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'sentence',
  severity: 'warning',
  message: '“{found}” leaves the question open, with nobody finding out.',
  why: 'Not knowing yet is honest; stopping there is what worries the customer. Say who is finding out, and when you write again.',
  sources: ['A Word about Pushback: do not blow smoke, and show that somebody is in charge of the outcome'],
  serves: ['no-smoke', 'trust-in-us', 'knowledge'],
  triggers:
    'know sure certain clear unsure uncertain unclear idea clue knowing explanation unknown hard difficult say tell guess'.split(
      ' ',
    ),
  examples: [
    {
      bad: "«I'm not sure» why the import failed.",
      better: "I'm finding out why the import failed and will update you by [time].",
    },
    {
      bad: "«I don't know» when it will be back.",
      better: "I'm finding out when it will be back and will update you by [time].",
    },
    {
      bad: '«We have no idea» what caused it.',
      better: "We're finding out what caused it and will update you by [time].",
    },
    {
      bad: "«It's unclear» when the option returns.",
      better: "I'm finding out when the option returns and will update you by [time].",
    },
    {bad: "«I'm unsure» how to proceed here, so I've asked the maintainers."},
    {good: "I don't know yet why the import failed. I've asked our data team and will update you by 4 pm today."},
    {good: "If you're not sure which plan you have, open **Billing**."},
    {good: "I'm not sure yet, so I'm checking with the team that owns imports."},
    {good: 'Not sure which plan to pick?'},
    {good: "I'm not sure what you mean by the second list. Which page are you on?"},
    {good: 'We want you to know that the export is back.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = gap.find(sentence)
    const part = found?.parts['gap']
    if (!found || !part || inConditional(sentence, part.from)) return []
    const {end} = spanOf(sentence, part)
    if (clarifying.test(sentence.text.slice(end - sentence.start - 8))) return []
    const isLost = lost.test(sentence.text)
    if (!isLost && hasOwnAction(sentence, end)) return []
    return [matchOf(sentence, shown(sentence, part), [findingOut(sentence, found)])]
  },
})

/** The words without a preposition at their end. */
function shown(sentence: Sentence, {from, to}: {readonly from: number; readonly to: number}) {
  return {from, to: /^(?:about|on|of|to)$/.test(sentence.words[to - 1]?.norm ?? '') ? to - 1 : to}
}

function findingOut(sentence: Sentence, {parts}: Found): Rewrite | undefined {
  const {gap: part, about} = parts
  if (!part) return undefined
  const who = sentence.words[part.from]?.norm === 'we' ? "we're" : "I'm"
  const asks = about && /^(?:why|when|what|how|if|whether|where|which)$/.test(sentence.words[about.from]?.norm ?? '')
  if (lost.test(sentence.text)) return undefined
  if (/^(?:about|on|of)$/.test(sentence.words[part.to - 1]?.norm ?? '') && !asks)
    return replaceWords(sentence, part, `${who} checking`, 'if-verified')
  if (!asks) return undefined
  if (!startsSentence(sentence, part.from)) return replaceWords(sentence, part, `${who} finding out`, 'needs-input')
  const question = textOf(sentence, {from: about.from, to: sentence.words.length}).replace(/[.!…]+$/, '')
  if (/[,;:]/.test(question)) return replaceWords(sentence, part, `${who} finding out`, 'needs-input')
  return replaceSentence(
    sentence,
    capitalised(`${who} finding out ${question} and will update you by ${slot('time')}.`),
  )
}
