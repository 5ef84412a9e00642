import {openFile} from '../../../server/formats/files/file.ts'
import {holdsForFile} from '../holds-for-file.ts'
import {filesAt, phrases, repliesIn} from '../material.ts'
import {freeMarkerSigns, htmlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const nature = {path: 'emails/a.ftl', kind: 'macro', named: true} as const

/** A template of FreeMarker. */
export const target: Target = {
  name: 'freemarker',
  seeds: [...filesAt('examples/mail/order-shipped.ftl'), ...repliesIn('page', /ftl/)],
  dictionary: [...freeMarkerSigns, ...htmlSigns, ...phrases],
  holds: input => holdsForFile(input, text => openFile(text, nature)),
}
