import {openFile} from '../../../server/formats/files/file.ts'
import {holdsForFile} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders} from '../material.ts'
import {markdownSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const nature = {path: 'replies/a.macro.md', kind: 'macro', named: true} as const

/** A reply in Markdown. */
export const target: Target = {
  name: 'macro',
  seeds: [
    ...filesAt('examples/macros/double-charge.md', 'examples/macros/handed-to-engineering.md'),
    ...phrases.slice(0, 40),
  ],
  dictionary: [...markdownSigns, ...ignoreComments, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, text => openFile(text, nature)),
}
