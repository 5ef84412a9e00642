import {holdsForFile, openAs} from '../holds-for-file.ts'
import {filesAt, phrases, placeholders, repliesIn} from '../material.ts'
import {markdownSigns, pageSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('macros/saved-replies.md', 'macro')

/** Several replies on one page. */
export const target: Target = {
  name: 'page',
  seeds: [
    ...filesAt('examples/macros/saved-replies.md', 'examples/macros/phone-follow-ups.md'),
    ...repliesIn('page', /macros\.md/),
  ],
  dictionary: [...markdownSigns, ...pageSigns, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, open),
}
