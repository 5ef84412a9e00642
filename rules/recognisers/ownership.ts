import {isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {hangsOnIf} from '../kit/reply.ts'
import {defineRecogniser, spanOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const commitments = pattern(
  '<we> (will|(am|are) going to) <adverb>* be verb=<ing>',
  '<we> (will|shall) <adverb>* be <adverb>* (more than)? (happy|glad|pleased|delighted|able) to verb=<base>',
  '<we> (will|shall) <adverb>* (have|need) to verb=<base>',
  '<we> (would be|am|are) <adverb>* (more than)? happy to verb=(connect|provide|move|send|arrange|refund|review|check|set|transfer|schedule|issue|offer)',
  '<we> (will|shall|(am|are) going to) <adverb>* verb=(<base>|<object>)',
  '<we> .. and (will|shall) <adverb>* verb=<base>',
  '<we> can (either|then|also|certainly|gladly|happily)? verb=(anonymize|anonymise|arrange|cancel|change|close|connect|create|credit|deduct|delete|do|enable|extend|issue|make|merge|move|refund|reinstate|remove|reopen|replace|reset|restore|send|set|take|transfer|unlock|update|upgrade)',
  '<we> <adverb>* (have|has) <adverb>* verb=<participle>',
  '<we> (am|are|is) <adverb>* verb=<ing>',
  '<we> have to verb=(close|archive|reject|remove|cancel|decline)',
  '<we> <adverb>* verb=(added|asked|applied|attached|cancelled|canceled|changed|checked|closed|confirmed|connected|contacted|created|credited|decided|enabled|escalated|extended|filed|fixed|forwarded|issued|logged|looked|marked|merged|moved|opened|paid|passed|processed|pulled|raised|refunded|removed|replaced|reported|reproduced|resent|reset|restored|reviewed|sent|shared|shipped|spoke|submitted|tested|tried|unlocked|updated|verified)',
  'let me <adverb>? verb=(ask|check|confirm|connect|escalate|explain|find|fix|forward|get|investigate|look|loop|pass|refund|reset|run|see|send|show|sort|take|transfer|walk)',
  '(leave|leaving) (this|that|it) verb=with me',
)
/** What is said of ourselves without doing anything: states, wishes, courtesies. */
const idle = new Set(
  'be need have not try like love want appreciate require never only hope wish see been had received noticed seen heard detected experienced hoping trying having experiencing facing wondering writing getting sorry asking expecting seeing assuming using missing accepting supporting learned no to'.split(
    ' ',
  ),
)

/** What an offer of goodwill names: it starts nothing. */
const goodwill = /^(?:help|assist|answer)$/
/** A department that nobody could name answers for nothing. */
const nobody = /\b(?:responsible|relevant|appropriate|concerned|respective) (?:team|department)\b/i

/** An offer for later: an open door, not an act. */
const courtesy = /\b(?:any|further|other|more|additional) (?:\w+ )?(?:questions?|concerns?|queries|assistance|help)\b/i

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
    {no: "If you have any other questions, we'll be happy to help."},
    {no: "We've noticed a login from a new device."},
    {no: "Once I have the number, I'll be happy to help."},
    {no: 'Our responsible department will write to you.'},
    {no: 'Please fill in the form so we can change it.'},
    {yes: 'We will be happy to send you a quote.'},
  ],
  find(sentence) {
    if (isQuestion(sentence)) return undefined
    if (courtesy.test(sentence.text)) return undefined
    const found = commitments.all(sentence).find(each => isAct(sentence, each) && !hangsOnIf(sentence, each.from))
    return found && spanOf(sentence, found)
  },
})

function isAct(sentence: Sentence, found: Found): boolean {
  const {verb} = found.parts
  const word = verb && sentence.words[verb.from]
  if (!word || idle.has(word.norm) || sentence.words[verb.to]?.norm === 'forward') return false
  const said = textOf(sentence, {from: found.from, to: verb.from})
  if (/\b(?:happy|glad|pleased|delighted) to$/i.test(said) && goodwill.test(word.norm)) return false
  // “I’m reaching out to you because …” is this message itself.
  if (/^(?:reaching|contacting)$/.test(word.norm) && !/\b(?:will|going)\b|['’]ll\b/i.test(said)) return false
  if (/\bnever$/i.test(said) || nobody.test(said)) return false
  // “So we can take a look” is why, “the best we can do” is how much.
  return !(/\bcan\b/i.test(said) && /^(?:so|that|more|best|most|all)$/.test(sentence.words[found.from - 1]?.norm ?? ''))
}
