import {openFile} from '../../../server/formats/files/file.ts'
import {holdsForFile} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders} from '../material.ts'
import {markdownSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const nature = {path: 'articles/a.md', kind: 'article', named: true} as const

/** An article in Markdown. */
export const target: Target = {
  name: 'article',
  seeds: [
    ...filesAt('examples/articles/fix-sync-errors.md', 'examples/articles/reset-your-password.md'),
    ...phrases.slice(0, 40),
  ],
  dictionary: [...markdownSigns, ...ignoreComments, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, text => openFile(text, nature)),
}
