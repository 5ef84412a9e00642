import {holdsForFile, openAs} from '../holds-for-file.ts'
import {filesAt, phrases, repliesIn} from '../material.ts'
import {freeMarkerSigns, htmlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('emails/a.ftl', 'macro')

/** A template of FreeMarker. */
export const target: Target = {
  name: 'freemarker',
  seeds: [...filesAt('examples/mail/order-shipped.ftl'), ...repliesIn('page', /ftl/)],
  dictionary: [...freeMarkerSigns, ...htmlSigns, ...phrases],
  holds: input => holdsForFile(input, open),
}
