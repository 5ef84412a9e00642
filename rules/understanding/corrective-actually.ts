import {isEnd, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {removeAside, removeLead} from '../kit/remove.ts'
import {replaceSentence, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'

const opener = pattern(
  "lead=((well|so|but|no|and|yes|oh) ,?)? filler=(actually|as a matter of fact|technically speaking|technically|honestly|frankly|quite frankly|frankly speaking|to be (perfectly|completely|quite|very|totally|brutally)? (honest|frank|clear|blunt|fair)|to put it (bluntly|plainly|simply)|with (all)? (due)? respect|truth be told|(i|we) (will|must|have to|need to|am going to|are going to) be (completely|perfectly|very)? (honest|frank|blunt|direct)|let me be (clear|honest|frank)|let 's be (clear|honest)|in fact|in all honesty|for your information)",
)
const contradiction = pattern(
  "(no ,|actually ,)? (that|this|it|your (statement|claim|assumption|understanding|assertion|information|conclusion)|what you (say|said|wrote|describe|are saying)) (is|was|'s) (simply|just|<adverb>)* (incorrect|wrong|untrue|false|inaccurate|nonsense|mistaken|not (true|correct|right|accurate))",
)
/** Frankness that no reader takes as a correction. */
const mild =
  /^(?:in fact|technically(?: speaking)?|to be (?:clear|fair)|let me be clear|to put it simply|for your information)$/i

export default defineRule({
  id: 'corrective-actually',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” opens a debate with the customer.',
  why: 'It tells the customer that they were wrong before they learn what is right. Start with the fact itself.',
  sources: [
    'A Word about Pushback: pushback is often combative, debating or challenging; don’t answer in kind',
    'SkyVerge support guide: leave out “actually” and “to be honest”',
  ],
  serves: ['no-debate', 'understanding'],
  triggers:
    'actually fact technically honest honestly honesty frank frankly clear blunt bluntly plainly simply fair respect truth incorrect wrong untrue false inaccurate nonsense mistaken true correct right accurate information'.split(
      ' ',
    ),
  examples: [
    {bad: '«Actually», that feature is on the Pro plan.', better: 'That feature is on the Pro plan.'},
    {bad: '«To be honest», this was never supported.', better: 'This was never supported.'},
    {bad: 'Well, «actually» the limit is per seat.', better: 'The limit is per seat.'},
    {bad: '«I have to be honest», a voucher changes nothing here.', better: 'A voucher changes nothing here.'},
    {bad: '«To put it bluntly», the file is empty.', better: 'The file is empty.'},
    {
      bad: "«That's not correct». The fee is due on day 30.",
      better: "Here's how it works: [the facts]. The fee is due on day 30.",
    },
    {good: 'The amount you actually paid is on the invoice.'},
    {good: 'The actual size is 4 MB.'},
    {good: 'What actually happened?'},
    {good: 'If that is not correct, send me the right address.'},
    {good: "You're right: the total was wrong."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = opener.find(sentence)
    const filler = found?.parts['filler']
    if (found && filler && startsSentence(sentence, found.from)) {
      const range = {from: found.from, to: filler.to}
      const rewrite = removeLead(sentence, range) ?? removeAside(sentence, range)
      return [matchOf(sentence, filler, [rewrite], mild.test(textOf(sentence, filler)) ? {severity: 'hint'} : {})]
    }
    const denied = contradiction.find(sentence)
    if (!denied || !startsSentence(sentence, denied.from) || !isEnd(sentence.words, denied.to)) return []
    return [matchOf(sentence, denied, [replaceSentence(sentence, `here's how it works: ${slot('the facts')}.`)])]
  },
})
