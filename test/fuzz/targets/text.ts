import {holdsForFile, openAs} from '../holds-for-file.ts'
import {ignoreComments, phrases, placeholders} from '../material.ts'
import type {Target} from '../target.ts'

const open = openAs('replies/a.macro.md', 'macro')
const front = '---\nas: text\n---\n'

/** A reply that says of itself that it is plain text. */
export const target: Target = {
  name: 'text',
  seeds: phrases.slice(0, 60),
  dictionary: [
    '\n\n',
    '\n- ',
    '\n1. ',
    '  ',
    'https://example.com/a',
    'a@example.com',
    ...ignoreComments,
    ...placeholders,
    ...phrases,
  ],
  holds: input => holdsForFile(front + input, open),
}
