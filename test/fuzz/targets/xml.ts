import {holdsForData} from '../holds-for-data.ts'
import {phrases, placeholders, repliesIn, shapesOf} from '../material.ts'
import {xmlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const paths = ['macros/quicktext.xml', 'macros/a.quickText-meta.xml', 'macros/a.email-meta.xml']

/** Replies in XML. */
export const target: Target = {
  name: 'xml',
  seeds: [...repliesIn('xml'), ...shapesOf('xml')],
  dictionary: [...xmlSigns, ...xmlSigns, ...placeholders, ...phrases],
  holds(input) {
    for (const path of paths) holdsForData(input, 'xml', path)
  },
}
