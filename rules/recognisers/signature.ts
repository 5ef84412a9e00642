import {defineRecogniser} from '../kit/rule.ts'

const words =
  '(?:(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|all the|yours?|very|most|sincere|friendly)\\s+)*(?:regards|wishes|sincerely|faithfully|truly|thanks|thank you|best|cheers)|sincerely|cheers|best|thanks|thank you|take care|yours|regards|respectfully|happy \\w+|ta|xx?)(?: (?:again|so much|in advance|and (?:best|kind) regards|and take care|from all of us))?'
const goodbye = new RegExp(`^[\\s*_~–—-]*${words}[\\s,.!–—-]*$`, 'i')
/** “Best, Ana”: the line break between them is a space in the prose. */
const part = "(?:\\p{Lu}[\\p{L}.'’-]*|\uFFFC|the|of|at|and|from|your)"
const signed = new RegExp(`^[\\s*_~–—-]*(?:${words})[,!.]?\\s+[–—-]?${part}(?:[\\s,|]+${part}){0,5}[\\s,|]*$`, 'u')
const team = /^[\s*_~/–—-]*(?:(?:the|your|our) )?(?:\S+ ){0,4}(?:team|support|desk|helpdesk|bot|staff|crew)[\s,.*_!]*$/i
/** “Ana”, “Ana Lee”, “-Ana”, “^AL”. */
const name = /^[\s*_~^/–—-]*\p{Lu}\p{L}*\.?(?: \p{Lu}\p{L}*\.?){0,2}[\s*_]*$/u

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
    {no: 'Thanks for the photos.'},
    {no: 'Thanks, I see it now.'},
    {no: 'Ana will call you.'},
    {no: 'The team looks at it now.'},
  ],
  find({text, start, end, previous, next}) {
    const last = next === undefined || next.next === undefined
    if (goodbye.test(text) || team.test(text) || signed.test(capitalFree(text))) return {start, end}
    return last && name.test(text) && (previous === undefined || goodbye.test(previous.text)) ? {start, end} : undefined
  },
})
