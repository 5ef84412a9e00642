import {firstWord, isEnd} from '../kit/clauses.ts'
import {placeholderSort} from '../kit/placeholder-sort.ts'
import {defineRecogniser} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Span} from '../kit/types.ts'
import type {Word} from '../kit/words.ts'

const salutation =
  /^[^\p{L}\p{N}@]*(?:(?:@\S+|\uFFFC)[\s,:]*)?(?:hi|hello|hey|hiya|hallo|dear|greetings|howdy|ahoy|ahoi|hola|to whom it may concern|good (?:morning|afternoon|evening|day))(?![\p{L}\p{N}'’-])/iu
/** “Ana,” or “{{name}},” on its own line. */
const nameAlone = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2},$/u
const noName = /^(?:first|second|third|then|next|finally|also|thanks|thank you|regards|cheers|sincerely|best|please)\b/i

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
    {yes: 'Hi {patient_name},'},
    {yes: 'Dear %{recipient.name.first},'},
    {yes: '[ name ],'},
    {yes: '{{customer.name}}, thanks for the photos.'},
    {yes: '[[TO=firstname]]!'},
    {yes: 'Thanks for the report, @{{author}}!'},
    {no: 'Your refund is on its way.'},
    {no: 'Thanks for sending the log.'},
    {no: 'Say hello to the new editor.'},
    {no: 'First,'},
    {no: '{{ticket.id}} is open.'},
    {no: '{{order.eta}},'},
    {no: '{{agent.name}},'},
    {no: '{{customer.name}} wrote to you.'},
  ],
  find: greetingIn,
})

function greetingIn(sentence: Sentence): Span<'prose'> | undefined {
  const {words, text, start, end} = sentence
  const said = salutation.exec(text)
  if (said) return {start, end: start + said[0].length}
  if (nameAlone.test(text) && !noName.test(text)) return {start, end}
  if (sentence.addressed) return {start, end}
  const first = firstWord(sentence)
  if (isNamed(words, first)) return {start, end: words[first + 1]?.end ?? end}
  const at = words.findIndex(isMention)
  const mention = words[at]
  if (!mention || words[at - 1]?.text === '(') return undefined
  return {start: mention.start, end: words[at + 1]?.end ?? mention.end}
}

/** “{{name}},” or “{name}!”; a placeholder that says nothing of itself greets where nothing follows. */
function isNamed(words: readonly Word[], at: number): boolean {
  const mark = words[at]?.mark
  const sign = words[at + 1]?.text
  if (mark?.kind !== 'placeholder' || (sign !== ',' && sign !== '!')) return false
  const sort = placeholderSort(mark.text ?? '')
  return sort === 'name' || (sort === undefined && sign === ',' && isEnd(words, at + 2))
}

function isMention({text, mark}: Word): boolean {
  return text.startsWith('@') || mark?.text?.startsWith('@') === true
}
