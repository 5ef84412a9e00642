import {holdsForFile, openAs} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders} from '../material.ts'
import {markdownSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('replies/a.macro.md', 'macro')

/** A reply in Markdown. */
export const target: Target = {
  name: 'macro',
  seeds: [
    ...filesAt('examples/macros/double-charge.md', 'examples/macros/handed-to-engineering.md'),
    ...phrases.slice(0, 40),
  ],
  dictionary: [...markdownSigns, ...ignoreComments, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, open),
}
