import {openFile} from '../../../server/formats/files/file.ts'
import {holdsForFile} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders, repliesIn} from '../material.ts'
import {htmlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const nature = {path: 'emails/a.html', kind: 'macro', named: true} as const

/** A mail in HTML. */
export const target: Target = {
  name: 'html',
  seeds: [...filesAt('examples/mail/trial-ends.html'), ...repliesIn('page', /html/)],
  dictionary: [...htmlSigns, ...ignoreComments, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, text => openFile(text, nature)),
}
