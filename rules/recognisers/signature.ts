import {placeholderSort} from '../kit/placeholder-sort.ts'
import {defineRecogniser} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const words =
  '(?:(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|all the|yours?|very|most|sincere|friendly)\\s+)*(?:regards|wishes|sincerely|faithfully|truly|thanks|thank you|best|cheers)|sincerely|cheers|best|thanks|thank you|take care|yours|regards|respectfully|happy \\w+|ta|xx?)(?: (?:again|so much|in advance|and (?:best|kind) regards|and take care|from all of us))?'
const goodbye = new RegExp(`^[\\s*_~–—-]*${words}[\\s,.!–—-]*$`, 'i')
/** “Best, Ana”: the line break between them is a space in the prose. */
const part = "(?:\\p{Lu}[\\p{L}.'’-]*|\uFFFC|the|of|at|and|from|your)"
const signed = new RegExp(`^[\\s*_~–—-]*(?:${words})[,!.]?\\s+[–—-]?${part}(?:[\\s,|]+${part}){0,5}[\\s,|]*$`, 'u')
const team = /^[\s*_~/–—-]*(?:(?:the|your|our) )?(?:\S+ ){0,4}(?:team|support|desk|helpdesk|bot|staff|crew)[\s,.*_!]*$/i
/** “Ana”, “Ana Lee”, “-Ana”, “^AL”. */
const name = /^[\s*_~^/–—-]*\p{Lu}\p{L}*\.?(?: \p{Lu}\p{L}*\.?){0,2}[\s*_]*$/u

/** “{{agent.name}}”, “{{agent.name}} from Acme”, “{{agent.name}}, {{company}}”. */
const filled =
  /^[\s*_~/–—-]*\uFFFC(?:(?:[ ,|]+|,? (?:from|at|of) )(?:\uFFFC|(?:\p{Lu}|the |our )[^.!?\uFFFC]{0,40})){0,2}[\s.,!]*$/u

/** The first word in lower case, as the list of goodbyes has it; names keep their capitals. */
function capitalFree(text: string): string {
  return text.replace(/\p{L}+(?: Regards| Wishes| You)?/u, start => start.toLowerCase())
}

export default defineRecogniser({
  id: 'signature',
  scope: ['macro'],
  triggers: ['*'],
  examples: [
    {yes: 'Best regards,'},
    {yes: 'Thanks!'},
    {yes: 'The Billing Team'},
    {yes: 'Ana'},
    {yes: 'Kind regards'},
    {yes: 'Best, Ana'},
    {yes: 'Thanks, The Billing Team'},
    {yes: '{{agent.name}}'},
    {yes: '%{ticket.staff.name}, Billing'},
    {yes: '{{current_user.first_name}} from {{ticket.account}}'},
    {yes: '%{signature}'},
    {no: 'Thanks for the photos.'},
    {no: 'Thanks, I see it now.'},
    {no: 'Ana will call you.'},
    {no: 'The team looks at it now.'},
    {no: '{{agent.name}} will call you.'},
    {no: '{{ticket.id}}'},
  ],
  find(sentence) {
    const {text, start, end, previous, next} = sentence
    if (filled.test(text) && (isAgent(sentence) || (previous && goodbye.test(previous.text)))) return {start, end}
    const last = next === undefined || next.next === undefined
    if (goodbye.test(text) || team.test(text) || signed.test(capitalFree(text))) return {start, end}
    return last && name.test(text) && (previous === undefined || goodbye.test(previous.text)) ? {start, end} : undefined
  },
})

function isAgent({marks, start, end}: Sentence): boolean {
  const first = marks.find(mark => mark.kind === 'placeholder' && mark.start >= start && mark.end <= end)
  return placeholderSort(first?.text ?? '') === 'agent'
}
