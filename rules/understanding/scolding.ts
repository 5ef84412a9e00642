import {isEnd} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {replaceSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

/** Questions that want no answer. */
const rhetorical = pattern(
  '(did|do|have|are|can|could) you (even|seriously|honestly|really) (read|try|tried|check|checked|look|looked|think|thought|expect|expecting|believe|bother|bothered)',
  '(what|how) else (did|do|were) you (expect|expecting)',
  '(why|how) (would|could|can) (you|anyone|anybody|we|i) (even|possibly|ever)',
  'is (it|that) (really|so|too) <adverb>? (hard|difficult|much to ask)',
  'how (hard|difficult) (is it|can it be|could it be)',
  'surely you (can|could|must|will|would|do|know|knew|understand|see|realize|realise|agree)',
)
/** Words about the customer's conduct where their matter was asked for. */
const judged = pattern(
  '(this|that|such|your) (kind of|sort of|type of)? (behavior|behaviour|attitude|conduct) <adverb>* (hurts|harms|damages|wastes|costs|gives|makes|shows)',
  'you (am|are) <adverb>* (going <adverb>* too far|crossing the line|out of line|being <adverb>* (unfair|ridiculous|childish|demanding|ungrateful)|wasting (my|our|your|everyone))',
  "(that|this|it) (is|'s) <adverb>* (going <adverb>* too far|not cool|ridiculous|absurd|uncalled for|out of line|out of order)",
  '(stop|quit) (complaining|whining|spamming|bumping|pestering|arguing|ranting)',
  "(~waste|waste of) (my|our|everyone|everybody|people) 's? time",
  '(serve|serves|only|just|to|will) (to)? spam (everyone|everybody|us|the|all|people)',
)
/** The end of a talk, declared. */
const shut = pattern(
  '(like it or not|take it or leave it|deal with it|get over it|end of (story|discussion)|case closed|and that is (final|that))',
  '(i|we) (will|can) not <adverb>* (keep|continue|go on) (repeating|explaining|answering|going|arguing|discussing)',
  'you <adverb>* (am|are|keep) <adverb>* (getting|receiving|hearing|given) the same (answer|answers|reply|replies|response|information) (because|again|as)',
  '(i|we) (do|am|are) not (know|sure) what (else|more) (you (want|expect|need)|to (tell|say)|(i|we) can (tell|say))',
)
const mockery = pattern(
  'aside=(in (his|her|its|their|your) infinite ..3 wisdom)',
  'aside=(good luck with that)',
  'aside=(nice try|thanks for nothing|boo hoo|cry me a river)',
  '(congratulations|congrats|well done) ,? you (have|just|managed)? <adverb>* (broke|broken|deleted|found the|managed to|ignored)',
)

export default defineRule({
  id: 'scolding',
  principle: 'understanding',
  scope: ['macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” scolds or mocks the customer.',
  why: 'A reproach or a jab is answered with one. Leave their conduct out, and say what they can do and what you do.',
  sources: [
    'A Word about Pushback: pushback is antagonistic and debating; don’t answer in kind',
    'Navigating User Pushback: stay calm and professional; an emotional answer escalates',
  ],
  serves: ['no-debate', 'stay-calm', 'be-heard', 'understanding'],
  triggers:
    'even seriously honestly really expect expecting possibly ever hard difficult surely behavior behaviour attitude conduct far line unfair ridiculous childish demanding ungrateful wasting waste wastes wasted cool absurd uncalled order stop quit spam not leave deal over story discussion closed final that same else more infinite luck try nothing hoo river congratulations congrats done'.split(
      ' ',
    ),
  examples: [
    {bad: '«Did you even read» the guide?', better: 'Here is how it works: [the facts].'},
    {bad: '«Surely you know» that the fee is due.', better: 'Here is how it works: [the facts].'},
    {bad: '«This kind of behavior hurts» our standing.', better: 'What helps now: [what they can do].'},
    {bad: '«You are really going too far».', better: 'What helps now: [what they can do].'},
    {bad: 'Writing again just «serves to spam everyone».', better: 'What helps now: [what they can do].'},
    {
      bad: '«You keep getting the same answer because» the rule is the same.',
      better: 'Here is how it works: [the facts].',
    },
    {bad: 'The board has, «in its infinite wisdom», ended the plan.', better: 'The board has ended the plan.'},
    {good: 'Did you try the second link?'},
    {good: 'What did you expect to see there?'},
    {good: 'Do you really want to delete the board? Then choose **Delete**.'},
    {good: 'The behavior of the button makes sense once you open the menu.'},
    {good: 'You get the same answer from the API each time.'},
    {good: 'Stop the service before you update it.'},
    {good: "I don't want to waste your time, so here is the link."},
  ],
  check(sentence) {
    const mocked = mockery.find(sentence)
    if (mocked) {
      const {aside} = mocked.parts
      const rest = aside && !isEnd(sentence.words, aside.to) ? removeAside(sentence, aside) : undefined
      return [matchOf(sentence, aside ?? mocked, [rest, facts(sentence)])]
    }
    const scolded = judged.find(sentence)
    if (scolded) return [matchOf(sentence, scolded, [help(sentence)])]
    const closed = rhetorical.find(sentence) ?? shut.find(sentence)
    return closed ? [matchOf(sentence, closed, [facts(sentence)])] : []
  },
})

function facts(sentence: Sentence): Rewrite {
  return replaceSentence(sentence, `here is how it works: ${slot('the facts')}.`)
}

function help(sentence: Sentence): Rewrite {
  return replaceSentence(sentence, `what helps now: ${slot('what they can do')}.`)
}
