import {firstWord} from '../kit/clauses.ts'
import {isEnd, pattern} from '../kit/pattern.ts'
import {defineRecogniser, spanOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Span} from '../kit/types.ts'

const salutation = pattern(
  '(hi|hello|hey|hiya|hallo|dear|greetings|howdy|ahoy|ahoi|salutations|hola|welcome back|to whom it may concern|good (morning|afternoon|evening|day))',
)
/** “Ana,” or “{{name}},” on its own line. */
const nameAlone = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2},$/u

export default defineRecogniser({
  id: 'greeting',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: 'Hi Ana,'},
    {yes: 'Hello there!'},
    {yes: 'Dear {{customer.name}},'},
    {yes: 'Good morning Ana, your key works again.'},
    {yes: '{{customer.name}},'},
    {yes: 'Ana,'},
    {yes: 'Thanks for the report, @{{author}}!'},
    {no: 'Your refund is on its way.'},
    {no: 'Thanks for sending the log.'},
    {no: 'Say hello to the new editor.'},
    {no: 'First,'},
    {no: '{{ticket.id}} is open.'},
  ],
  find: greetingIn,
})

function greetingIn(sentence: Sentence): Span<'prose'> | undefined {
  const {words, text, start, end} = sentence
  const first = firstWord(sentence)
  const said = salutation.at(words, first) ?? (words[0]?.kind === 'object' ? salutation.at(words, first + 1) : undefined)
  if (said) return spanOf(sentence, said)
  if (nameAlone.test(text) && !/^(?:first|second|third|then|next|finally|also|thanks|thank you|regards|cheers|sincerely|best|please)\b/i.test(text)) return {start, end}
  const opening = words.slice(first, first + 1).every(word => word.kind === 'object' && word.mark?.kind === 'placeholder')
  if (opening && words[first + 1]?.text === ',' && isEnd(words, first + 2)) return {start, end}
  const at = words.findIndex((word, index) => word.text === '@' || /^@\w/.test(word.text) || isHandle(words[index]?.mark?.text))
  const mention = words[at]
  return mention ? {start: mention.start, end: words[at + 1]?.end ?? mention.end} : undefined
}

const isHandle = (text: string | undefined): boolean => text !== undefined && /^@/.test(text)
