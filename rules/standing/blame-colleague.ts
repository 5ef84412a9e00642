import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const staff =
  '(colleague|colleagues|co-worker|coworker|agent|agents|rep|reps|representative|representatives|advisor|adviser|assistant|operator|technician|engineer|engineers|developers|team|department|staff|salesperson|manager|person|intern|trainee)'
const subject = `subject=(((one of)? (my|our|the|another|a|your|that)) (previous|last|other|first|former|new|junior)? (sales|support|billing|service|chat|phone|shipping|marketing|account)? ${staff} ((that)? you (spoke|talked|chatted) (to|with))?|whoever you (spoke|talked|chatted) (to|with))`
const wrong = '(wrong|incorrect|inaccurate|outdated|false|misleading|mistaken|bad)'
const faults = pattern(
  `${subject} <adverb>* (have|has|had)? <adverb>* verb=(gave|given|told|sent|provided|quoted|offered|promised|shared|entered|chose|picked) you? (<word>)? (<word>)? ${wrong}`,
  `${subject} told you (something|things) ${wrong}`,
  `${subject} <adverb>* verb=(was|were) <adverb>* (wrong|mistaken|incorrect|misinformed|at fault|confused|careless)`,
  `${subject} <adverb>* (have|has)? <adverb>* (made (a|an|some|this|the) <word>? <word>? (mistake|mistakes|error|errors|blunder)|misinformed you|misled you|misadvised you|messed (this|it)? up|dropped the ball|forgot|failed to|neglected to)`,
  `${subject} should (not)? <adverb>* have <adverb>* <participle>`,
)
const idle = pattern(
  `${subject} <adverb>* (have|has|did|do|does) <adverb>* not <adverb>* (do|done|bother|bothered|know|listen|listened|read|follow|followed|check|checked|look|looked|explain|explained|tell|told|pass|passed) `,
)
const passive = pattern(
  `you (were|have been|was) <adverb>* verb=(told|given|sent|quoted|promised|offered|informed) (<word>)? (<word>)? ${wrong}`,
  `you (were|have been|was) <adverb>* verb=(misinformed|misled|misadvised|wrongly informed|wrongly told|incorrectly informed|incorrectly told|incorrectly advised) (by <noun>)?`,
)

export default defineRule({
  id: 'blame-colleague',
  principle: 'standing',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” blames somebody on our own side.',
  why: 'To the customer we are one company: a colleague’s mistake is ours. Own it in the first person, and give what is right.',
  sources: [
    'A Word about Pushback: pushback is also the doubt that someone else gave the correct help',
    'A Word about Pushback: trusted advisors take accountability for products and processes',
  ],
  serves: ['doubt-or-question', 'trusted-adviser', 'standing'],
  supersedes: ['blame-customer', 'agentless-passive'],
  triggers:
    'whoever,colleague,colleagues,co-worker,coworker,agent,agents,rep,reps,representative,representatives,advisor,adviser,assistant,operator,technician,engineer,engineers,developers,team,department,staff,salesperson,manager,person,intern,trainee,told,given,sent,quoted,promised,offered,informed,misinformed,misled,misadvised,advised'.split(
      ',',
    ),
  examples: [
    {
      bad: '«My colleague gave you the wrong» information.',
      better: 'We gave you the wrong information.',
    },
    {bad: '«The previous agent was mistaken».', better: 'We were mistaken.'},
    {bad: '«Our sales team told you something incorrect».', better: 'We told you something incorrect.'},
    {bad: '«The support rep made a mistake» with the date.', better: 'We made a mistake with the date.'},
    {
      bad: "«The engineers haven't done» anything yet.",
      better: "I'm following this with [team] and will update you by [time].",
    },
    {bad: '«You were given the wrong» link.', better: 'We gave you the wrong link.'},
    {good: "We gave you the wrong date, and I'm correcting it now."},
    {good: 'My colleague Ana will call you at 3 pm.'},
    {good: 'Add a colleague as an agent.'},
    {good: 'The developer console shows the error.'},
    {good: 'If you were given the wrong code, reply with it.'},
    {good: 'Our team should have an answer by noon.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = [faults, passive].map(fault => fault.find(sentence)).find(match => match !== undefined)
    if (found && !inConditional(sentence, found.from)) return [matchOf(sentence, found, [owned(sentence, found)])]
    const inert = idle.find(sentence)
    if (!inert || inConditional(sentence, inert.from)) return []
    const better = `I'm following this with ${slot('team')} and will update you by ${slot('time')}.`
    return [matchOf(sentence, inert, startsSentence(sentence, inert.from) ? [replaceSentence(sentence, better)] : [])]
  },
})

const active: Readonly<Record<string, string>> = {
  told: 'told you',
  given: 'gave you',
  sent: 'sent you',
  quoted: 'quoted you',
  promised: 'promised you',
  offered: 'offered you',
  misinformed: 'misinformed you',
  misled: 'misled you',
}

/** The same mistake as ours. */
function owned(sentence: Sentence, found: Found): Rewrite | undefined {
  const {subject: who, verb} = found.parts
  if (who) {
    const next = sentence.words[who.to]
    const be = next?.norm === 'was'
    if (next && /^(?:has|have|had)$/.test(next.norm))
      return replaceWords(sentence, {from: who.from, to: who.to + 1}, 'we have')
    return replaceWords(sentence, {from: who.from, to: be ? who.to + 1 : who.to}, be ? 'we were' : 'we')
  }
  const base = verb && active[textOf(sentence, verb).toLowerCase()]
  return verb && base !== undefined
    ? replaceWords(sentence, {from: found.from, to: /^mis/.test(base) ? found.to : verb.to}, `we ${base}`)
    : undefined
}
