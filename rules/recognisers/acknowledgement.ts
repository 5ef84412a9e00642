import {inConditional, isQuestion} from '../kit/clauses.ts'
import {apology, concern, thanks} from '../kit/empathy.ts'
import {pattern} from '../kit/pattern.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Span} from '../kit/types.ts'

/** Thanks that would fit any message. */
const courtesy =
  '(contacting|reaching|getting (in touch|back)|writing|checking|messaging|emailing|calling|posting|choosing|using|being (patient|a)|understanding|bearing|waiting|visiting|stopping|replying|responding|following|joining|connecting|dropping|your (<adverb>|kind|quick|prompt|email|interest)? (e-mail|email|message|mail|reply|response|inquiry|enquiry|query|patience|understanding|time|cooperation|co-operation|business|call|support|help|note|contact|loyalty|tag|follow|continued|prompt)|the (quick|prompt|fast)? (tag|follow|email|message|reply|response|mention|note)|all|any|it|everything)'
const specificThanks = pattern(`${thanks} not=(${courtesy})?`)
const specificApology = pattern(
  `${apology} (to (hear|see|learn|read|know|find out)|(about|for|that|to) not=((that|this|it|these|those) (!|.|,|:|-|–|—|but|and|happening|$)|(any|the|this|all the) (inconvenience|inconveniences)|any confusion|inform you|announce)?|<subject> (am|are|is|was|were|have|has|had|not|did|could|<word>))`,
)
const mirrored = pattern(
  `(i|we) (can|do|completely|fully|totally|certainly|also|really)* (understand|realize|realise|see|hear|know|recognize|recognise|imagine|get|gather) (that|how|why|what|where|your|the (${concern}|strain|urgency|importance)|this|it (is|must|can|may|might|could|'s)|you)`,
  `(i|we) (have|can) (received|got|seen|see) (that|your (<word>)? (application|request|report|order|claim|complaint|submission|refund|return|feedback|question|concerns)|from your)`,
  'you are <adverb>* (100)? (%)? (right|correct) (that|to|about|:|,|.|-|–|!|$|—)',
  '(that|this|it) (must|sounds|does sound|sure sounds|can be|certainly) <adverb>* (be|have been|frustrating|like|annoying|worrying|stressful|awful|confusing|terrible|does)',
  '(how|so) (frustrating|annoying|disappointing|stressful|worrying|upsetting)',
  '(it|this) (looks|sounds|seems) (like|as if|as though) you (are|have|would|want|were|might)',
  '(it|that) (sounds|is) (like|likely) (that)? (your|you)',
  'you (asked|mentioned|wrote|reported|requested|described|told us|told me|noticed|were (charged|asking|wondering|told)|have (asked|mentioned|reported|requested|described|asked for))',
  '(issue|problem|error|trouble|question|request|concern|situation|behaviour|behavior|bug|effects|symptoms|feature|functionality) (that)? you (have|are|had|were)? (<adverb>)? (reported|mentioned|described|raised|asked|asking|experiencing|having|seeing|facing|encountered|ran|reporting)',
  '(i|we) would (really)? love to (be able to|assist|help you with) ..3 (your|this|the)',
  '(congratulations|congrats) (on|for)',
  'you would like (to|a|your|us)',
  '(the|your) request (for|to|regarding|about|of)',
  'request (for|regarding|about) <ing>',
  'thank you for your patience (with|as|while|during) (our|the|this)',
  '^ (yes|no|absolutely|sure|great question|good question) ,',
)
/** What shows that the concern was not understood. */
const lost = pattern('(do|did|can|could|are|am) not <adverb>* (able to)? (understand|reproduce|follow)')

export default defineRecogniser({
  id: 'acknowledgement',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: "I'm sorry your export failed three times today."},
    {yes: 'Sorry to hear that the parcel came open.'},
    {yes: 'Thank you for sending the screenshots of the error.'},
    {yes: 'Thanks for reporting this.'},
    {yes: 'I can see why a second charge on the same day is worrying.'},
    {yes: "You're right: the invoice shows the wrong VAT number."},
    {yes: 'You asked how to move your data to the new plan.'},
    {yes: "I've looked into the issue you reported."},
    {yes: 'That must have been frustrating.'},
    {no: 'Thank you for contacting us.'},
    {no: 'Thanks for your message!'},
    {no: 'Clear your cache and sign in again.'},
    {no: "I'm sorry, but we can't refund this order."},
    {no: 'We apologize for any inconvenience.'},
    {no: 'If you mentioned a code, we delete it.'},
    {no: 'Thank you for your patience.'},
    {no: 'Sorry for any confusion!'},
    {no: 'We regret to inform you that the offer ended.'},
    {no: 'Send a picture where we can see your name.'},
    {yes: 'I know it may be frustrating to wait.'},
  ],
  find: acknowledgementIn,
})

function acknowledgementIn(sentence: Sentence): Span<'prose'> | undefined {
  if (isQuestion(sentence) || lost.find(sentence)) return undefined
  for (const found of [...specificThanks.all(sentence), ...specificApology.all(sentence), ...mirrored.all(sentence)]) {
    const {not} = found.parts
    if (not && not.to > not.from) continue
    if (inConditional(sentence, found.from)) continue
    if (/^(?:where|so)$/.test(sentence.words[found.from - 1]?.norm ?? '')) continue
    return spanOf(sentence, found)
  }
  return undefined
}
