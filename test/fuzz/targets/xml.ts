import {dataTarget} from '../data-target.ts'
import {xmlSigns} from '../signs.ts'

/** Replies in XML. */
export const target = dataTarget('xml', xmlSigns, [
  'macros/quicktext.xml',
  'macros/a.quickText-meta.xml',
  'macros/a.email-meta.xml',
])
