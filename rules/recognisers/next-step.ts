import {inConditional} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {instructionIn} from '../kit/reply.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'
import invitation from './invitation.ts'

const ahead = pattern(
  '(i|we) (will|shall) <adverb>* verb=(<base>|be)',
  '(i|we) (am|are) <adverb>* (going to)? verb=(<ing>|<base>)',
  '(i|we) have <adverb>* verb=<participle>',
  'you (will|should) <adverb>* (be able to)? verb=(receive|see|get|hear|find|need|notice|be|want)',
  'what happens next',
  'next (step|steps|up|:)',
  '<subject> (will|must) <adverb>* be verb=<participle>',
  '<we> will <adverb>* verb=<base>',
  '(would|do|can|could|are|is|did|have|has|which|what|when|how|who|where) .. you',
)
const nothing = new Set(
  'be need have not like love want appreciate never happy glad hope hoping try sorry unable able experiencing been had received noticed seen happening'.split(' '),
)
/** Vague words about later; they leave the customer where they are. */
const someday = /\b(?:soon|shortly|as soon as|someday|in the future|at some point|when we (?:can|are able)|if necessary|if possible)\b/i

export default defineRecogniser({
  id: 'next-step',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: "I'll email you the day the fix ships."},
    {yes: 'Please send me the order number.'},
    {yes: "You'll see the credit within five days."},
    {yes: "I've reset the key."},
    {yes: 'Which browser do you use?'},
    {no: 'Thanks for the report.'},
    {no: 'The feature is not available.'},
    {no: 'Let us know if you have any questions.'},
    {no: "We'll get back to you soon."},
    {no: 'Please note that the bank takes three days.'},
  ],
  find(sentence) {
    const found = ahead.all(sentence).find(({from, parts: {verb}}) => {
      const word = verb && sentence.words[verb.from]
      return !(word && nothing.has(word.norm)) && !inConditional(sentence, from)
    })
    if (found && !someday.test(sentence.text)) return spanOf(sentence, found)
    return invitation.find(sentence) ? undefined : instructionIn(sentence)
  },
})
