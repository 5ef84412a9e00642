import {holdsForFile, openAs} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders, repliesIn} from '../material.ts'
import {htmlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('emails/a.html', 'macro')

/** A mail in HTML. */
export const target: Target = {
  name: 'html',
  seeds: [...filesAt('examples/mail/trial-ends.html'), ...repliesIn('page', /html/)],
  dictionary: [...htmlSigns, ...ignoreComments, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, open),
}
