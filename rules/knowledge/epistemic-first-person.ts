import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {capitalised, removeWords, replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const verbs = '(think|believe|guess|suspect|reckon|suppose|presume|assume|bet)'
const opinion = pattern(
  `lead=((i|we) (also|still|really|do|would|honestly|personally)* ${verbs} that?) (<subject> <word>|<doing> <word>)`,
  'lead=((i|we) (am|are) (pretty|fairly|almost|reasonably|quite|mostly|relatively) (sure|certain|confident) that?) <subject>',
  `(that|which|who) lead=((i|we) (also|still)? ${verbs}) (will|would|can|could|is|are|has|have|may|might|should)`,
  'lead=(my (best)? guess is that?) <subject>',
)
const aside = pattern(
  'lead=(as far as (i|we) (<adverb>? (know|can tell|can see)|am aware|are aware))',
  'lead=(to (the best of)? (my|our) (best)? knowledge)',
  'lead=(from what (i|we) (can (tell|see)|know|understand|gather))',
  'lead=(if (i|we) (remember|recall|understand) (correctly|right|rightly))',
  'lead=(in (my|our) (humble)? opinion)',
  'lead=(if (i am|we are) not (wrong|mistaken))',
  'lead=(please? correct me if (i am|we are) (wrong|mistaken) ,? but?)',
  'lead=(if memory serves (me (right|correctly|well))?)',
  'lead=((although|though|but) (i|we) (may|might|could) be (wrong|mistaken))',
  'lead=((i|we) (think|believe|guess|suppose)) $',
)
/** What we think of something, rather than whether it is so. */
const opinionWords =
  /\b(?:great|nice|good|love|loves|awesome|pretty|best|better|important|fair|fun|worth|excit\w+|enjoy|valuable|improve\w*|idea|you'll|you’ll|interesting|beautiful|amazing|deserve\w*|right (?:thing|choice))\b/i

export default defineRule({
  id: 'epistemic-first-person',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” gives the answer as an opinion.',
  why: 'The customer asked us because we can look it up. State the fact, or say what you are checking and when you write again.',
  sources: [
    'A Word about Pushback: pushback shows a lack of confidence in us',
    'Oba & Berger 2022: a service agent’s “I think it will work” sounds less confident than “it will work”',
  ],
  serves: ['sound-sure', 'trust-in-us', 'knowledge'],
  triggers:
    'bet wrong mistaken memory think believe guess suspect reckon suppose presume assume sure certain confident far knowledge what remember recall understand opinion'.split(
      ' ',
    ),
  examples: [
    {bad: '«I think» the problem is on our side.', better: 'The problem is on our side.'},
    {bad: '«We believe» the patch removes it.', better: 'The patch removes it.'},
    {bad: '«As far as I know», the limit is 50 seats.', better: 'The limit is 50 seats.'},
    {bad: "«I'm pretty sure» this was changed in 4.2.", better: 'This was changed in 4.2.'},
    {bad: 'The file is missing, «I guess».', better: 'The file is missing.'},
    {bad: 'Here is a page that «I believe» will answer it.', better: 'Here is a page that will answer it.'},
    {bad: "The limit is 50 seats, «if I'm not mistaken».", better: 'The limit is 50 seats.'},
    {good: "I think you'll love the new editor."},
    {good: 'Do you think the file is too large?'},
    {good: 'We think of every seat as a person.'},
    {good: 'We believe in plain language.'},
    {good: 'We think the feature you describe is great for a plug-in.'},
    {good: 'If you think the charge is wrong, reply here.'},
    {good: 'I can imagine how long that week felt.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const side = aside.find(sentence)?.parts['lead']
    if (side) return [matchOf(sentence, side, [withoutAside(sentence, side)])]
    const lead = opinion.find(sentence)?.parts['lead']
    if (!lead || inConditional(sentence, lead.from)) return []
    const rest = sentence.text.slice((sentence.words[lead.to]?.start ?? 0) - sentence.start)
    if (/^(?:of|about|in|so|not)\b/i.test(rest) || opinionWords.test(rest)) return []
    return [matchOf(sentence, shown(sentence, lead), [withoutLead(sentence, lead)])]
  },
})

function shown(sentence: Sentence, {from, to}: WordRange): WordRange {
  return {from, to: sentence.words[to - 1]?.norm === 'that' ? to - 1 : to}
}

function withoutLead(sentence: Sentence, lead: WordRange): Rewrite | undefined {
  const next = sentence.words[lead.to]
  const opens =
    /^[\p{Lu}]/u.test(sentence.words[lead.from]?.text ?? '') &&
    /^[.!?]?$/.test(sentence.words[lead.from - 1]?.text ?? '')
  return opens && next
    ? replaceWords(sentence, {from: lead.from, to: lead.to + 1}, capitalised(next.text), 'if-verified')
    : removeWords(sentence, lead, 'if-verified')
}

function withoutAside(sentence: Sentence, side: WordRange): Rewrite | undefined {
  return removeAside(sentence, side, 'if-verified')
}
