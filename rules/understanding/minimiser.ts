import {isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeWords} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match} from '../kit/types.ts'

const action =
  '(click|tap|select|press|choose|open|go|enter|type|paste|copy|drag|drop|follow|add|remove|delete|create|run|restart|reload|refresh|log|sign|visit|head|use|send|reply|let|contact|email|call|set|change|update|turn|switch|install|download|upload|save|submit|fill|hit|check|make|scroll|swipe|navigate|place|put|give|take|do|try|start|reset|find|look|pick|provide|attach|write|tell|ask|wait|close|connect|click)'
const imperative = pattern(
  `(^|,|:|;|then|and|to|please|-) filler=(just|simply) verb=${action}`,
  `you (can|could|may|will|need to|have to|should|want to)? (also|then|now)? filler=(just|simply|easily) verb=${action}`,
  `(can|could|will) filler=(just|simply|easily) (be)? verb=(${action.slice(1, -1)}|<participle>)`,
)
const allYouNeed = pattern(
  '(then|now)? filler=(all you (need|have) to do is (to)?|all you will (need|have) to do is (to)?) verb=<base>',
  "filler=(all that 's (needed|required)|all it takes) is",
)
const easy = pattern(
  "(it|that|this) ('s|is) (really|very|quite|super|so|as)? filler=(easy|simple|straightforward|trivial|effortless) (as|to|and|,|.|!|$)",
)
const obvious = pattern(
  '^ filler=(obviously|clearly|of course|naturally|needless to say|as you know|as you may know|as you probably know) ,?',
)

export default defineRule({
  id: 'minimiser',
  principle: 'understanding',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” makes light of what the reader has to do.',
  why: 'Somebody who is stuck on a step called simple hears that the fault is theirs. The step reads as well without the word.',
  sources: [
    'A Word about Pushback: customers want to feel that their concern matters',
    'GitLab documentation word list: avoid words that call a task simple',
  ],
  triggers: [
    'just',
    'simply',
    'easily',
    'easy',
    'simple',
    'straightforward',
    'trivial',
    'effortless',
    'all',
    'obviously',
    'clearly',
    'course',
    'naturally',
    'needless',
    'know',
  ],
  examples: [
    {bad: '«Just» click **Save**.', better: 'Click **Save**.'},
    {bad: 'You can «simply» restart the app.', better: 'You can restart the app.'},
    {bad: "«It's easy» to set up."},
    {bad: '«All you need to do is» paste the code.', better: 'Paste the code.'},
    {bad: '«Obviously», the token has expired.', better: 'The token has expired.'},
    {good: 'Select the customer you just created.'},
    {good: 'Create a simple product.'},
    {good: 'It takes just a few minutes.'},
    {good: 'The report covers more than just errors.'},
    {good: 'I just checked your account.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = imperative.find(sentence) ?? allYouNeed.find(sentence) ?? obvious.find(sentence)
    if (found) return [fillerMatch(sentence, found)]
    const described = easy.find(sentence)
    const word = described?.parts['filler']
    return described && word ? [matchOf(sentence, {from: described.from, to: word.to}, [])] : []
  },
})

function fillerMatch(sentence: Sentence, found: Found): Match {
  const filler = found.parts['filler'] ?? found
  return matchOf(sentence, filler, [removeWords(sentence, filler)])
}
