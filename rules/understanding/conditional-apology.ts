import {endsClause, isQuestion} from '../kit/clauses.ts'
import {apology} from '../kit/empathy.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import type {Word} from '../kit/words.ts'

const doubtedHarm = pattern(`who=${apology} doubt=(if|in case)`)
/** A clause that stands as well without its “if”. */
const fact = pattern(
  "<subject> <adverb>* (am|is|are|was|were|has|have|had|'s|<participle>|came|made|felt|gave|got|took|left|seem|seems) <word>",
)
const doubtedFeeling = pattern(
  `${apology} (to (hear|see|learn|read|know))? (if|that)? (you|your <noun>) (are|were|have|have been|may|might)? (feel|fee|felt|feeling|think|thought|believe|believed|perceive|perceived|took|found it)`,
  `${apology} (for|about) (how|the way) you (feel|felt|are feeling)`,
  `${apology} (for|about) any (offence|offense|misunderstanding|misunderstandings|hurt|hurt feelings|upset|misinterpretation)`,
)
/** What a customer may well feel without anybody doubting it. */
const ownFeeling = pattern('(feel|felt|feeling) (unwell|sick|ill|poorly|unsafe|under the weather)')

export default defineRule({
  id: 'conditional-apology',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” apologizes for the customer’s reaction, not for what happened.',
  why: 'An “if”, or “you feel”, leaves it open whether anything went wrong, so the customer has to prove it first. Say what happened and apologize for that.',
  sources: [
    'A Word about Pushback: customers want to be heard',
    'Lewicki, Polin & Lount 2016: taking responsibility matters most in an apology',
  ],
  serves: ['less-alone', 'be-heard', 'understanding'],
  triggers: ['sorry', 'apologies', 'apology', 'apologize', 'apologise', 'regret', 'excuse', 'forgive', 'pardon'],
  supersedes: ['generic-apology'],
  examples: [
    {bad: "«I'm sorry if» this caused trouble.", better: "I'm sorry this caused trouble."},
    {bad: '«Apologies if» my last reply was unclear.', better: "I'm sorry my last reply was unclear."},
    {bad: '«We apologize if» you received this message twice.', better: "We're sorry you received this message twice."},
    {bad: '«Sorry you feel that way».', better: 'Sorry we [what we did].'},
    {bad: "«I'm sorry that you feel we ignored you».", better: "I'm sorry we [what we did]."},
    {bad: "«I'm sorry for any misunderstanding»."},
    {
      bad: "«I'm sorry you feel this way» and I'm happy to help.",
      better: "I'm sorry we [what we did] and I'm happy to help.",
    },
    {good: "I'm sorry my last reply was unclear."},
    {good: "I'm sorry you lost the file."},
    {good: "Sorry, the service isn't available right now."},
    {good: 'Sorry! If you send me the log, I can look at it.'},
    {good: 'Are you sorry you switched?'},
    {good: "I'm sorry to hear you feel unwell."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const feeling = doubtedFeeling.find(sentence)
    if (feeling && !ownFeeling.find(sentence)) {
      const range = {from: feeling.from, to: clauseEnd(sentence, feeling.to)}
      return [matchOf(sentence, range, [ourPart(sentence, range)])]
    }
    const found = doubtedHarm.find(sentence)
    const doubt = found?.parts['doubt']
    if (!found || !doubt) return []
    return [matchOf(sentence, {from: found.from, to: doubt.to}, [plainly(sentence, found), ourPart(sentence, found)])]
  },
})

/** The same apology without its “if”, where the clause states a fact that can stand alone. */
function plainly(sentence: Sentence, {from, parts}: Found): Rewrite | undefined {
  const {who, doubt} = parts
  if (!who || !doubt || !fact.at(sentence.words, doubt.to)) return undefined
  return replaceWords(sentence, {from, to: doubt.to}, sorry(sentence, who), 'if-verified')
}

/** The apology for what we did, which only the writer knows. */
function ourPart(sentence: Sentence, {from, to}: WordRange): Rewrite {
  const range = {from, to: clauseEnd(sentence, to)}
  return replaceWords(sentence, range, `${sorry(sentence, range)} we ${slot('what we did')}`, 'needs-input')
}

/** Whether another statement is joined on here: “and I'm happy to help”. */
function opensClause(words: readonly Word[], at: number): boolean {
  return (
    /^(?:and|but|because|as|so|however)$/.test(words[at]?.norm ?? '') &&
    /^(?:i|we|you|it|this|that|there|they|the|our|your|please)$/.test(words[at + 1]?.norm ?? '')
  )
}

function clauseEnd({words}: Sentence, from: number): number {
  let to = from
  while (to < words.length && !endsClause(words[to]) && !opensClause(words, to)) to++
  return to
}

function sorry(sentence: Sentence, {from}: WordRange): string {
  const first = sentence.words[from]?.norm
  if (first === 'we' || first === 'our') return "we're sorry"
  return first === 'sorry' ? 'sorry' : "I'm sorry"
}
