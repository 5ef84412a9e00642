import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'

const commitments = pattern(
  '<we> (will|shall|(am|are) going to) <adverb>* verb=<base>',
  '<we> .. and (will|shall) <adverb>* verb=<base>',
  '<we> (will|(am|are) going to) be verb=<ing>',
  '<we> <adverb>* (have|has) <adverb>* verb=<participle>',
  '<we> (am|are) <adverb>* verb=<ing>',
  '<we> <adverb>* verb=(added|asked|applied|attached|cancelled|canceled|changed|checked|closed|confirmed|connected|contacted|created|credited|decided|enabled|escalated|extended|filed|fixed|forwarded|issued|logged|looked|marked|merged|moved|opened|paid|passed|processed|pulled|raised|refunded|removed|replaced|reported|reproduced|resent|reset|restored|reviewed|sent|shared|shipped|spoke|submitted|tested|unlocked|updated|verified)',
  'let me <adverb>? verb=(ask|check|confirm|connect|escalate|explain|find|fix|forward|get|investigate|look|loop|pass|refund|reset|run|see|send|show|sort|take|transfer|walk)',
  '(leave|leaving) (this|that|it) verb=with me',
)
/** What is said of ourselves without doing anything: states, wishes, courtesies. */
const idle = new Set(
  'be need have not try like love want appreciate require never look only hope wish see been had received noticed seen heard detected experienced hoping trying having experiencing facing wondering writing getting looking sorry asking expecting seeing assuming using missing accepting no to'.split(
    ' ',
  ),
)

export default defineRecogniser({
  id: 'ownership',
  scope: ['macro'],
  triggers: ["i'll", "we'll", "i've", "we've", "i'm", "we're", 'i', 'we', 'team', 'me', 'support', 'agents', 'staff'],
  examples: [
    {yes: "I've refunded the second charge."},
    {yes: 'We will look at the log today.'},
    {yes: "I'm checking it with the carrier."},
    {yes: 'Our billing team is reviewing the invoice.'},
    {yes: 'Let me check that for you.'},
    {yes: 'Leave this with me.'},
    {no: 'Let me know which plan you use.'},
    {no: "We're sorry for the delay."},
    {no: 'We have two plans.'},
    {no: "We'll be happy to help."},
    {no: "We've noticed a login from a new device."},
  ],
  find(sentence) {
    if (isQuestion(sentence)) return undefined
    const found = commitments.all(sentence).find(({from, parts: {verb}}) => {
      const word = verb && sentence.words[verb.from]
      return word && !idle.has(word.norm) && !inConditional(sentence, from)
    })
    return found && spanOf(sentence, found)
  },
})
