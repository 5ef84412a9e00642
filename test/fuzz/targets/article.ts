import {holdsForFile, openAs} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders} from '../material.ts'
import {markdownSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('articles/a.md', 'article')

/** An article in Markdown. */
export const target: Target = {
  name: 'article',
  seeds: [
    ...filesAt('examples/articles/fix-sync-errors.md', 'examples/articles/reset-your-password.md'),
    ...phrases.slice(0, 40),
  ],
  dictionary: [...markdownSigns, ...ignoreComments, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, open),
}
