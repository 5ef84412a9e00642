import {makeDice, sentence} from './sentences.ts'

/** A help desk's export of `count` made-up replies of about 2 KB each, as one JSON file. */
export function exportOf(count: number): string {
  const dice = makeDice(7)
  const paragraph = () => `<p>${Array.from({length: 4}, () => plain(sentence(dice))).join(' ')}</p>`
  const macro = (index: number) => ({
    id: 1000 + index,
    title: `Reply ${index}`,
    active: true,
    actions: [
      {
        field: 'comment_value_html',
        value:
          '<p>Hi {{ticket.requester.first_name}},</p><p>Thanks for your note about the export.</p>' +
          Array.from({length: 5}, paragraph).join('') +
          '<p>I hope this helps.</p>',
      },
    ],
  })
  return JSON.stringify({macros: Array.from({length: count}, (_, index) => macro(index))}, null, 2)
}

const plain = (markdown: string): string =>
  markdown.replace(/\*\*|`|\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('>', '&gt;')
