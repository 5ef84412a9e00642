import {openFile} from '../../../server/formats/files/file.ts'
import {holdsForFile} from '../holds-for-file.ts'
import {phrases, placeholders, repliesIn} from '../material.ts'
import {htmlSigns, liquidSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const nature = {path: 'emails/a.liquid', kind: 'macro', named: true} as const

/** A template of Liquid. */
export const target: Target = {
  name: 'liquid',
  seeds: repliesIn('page', /liquid/),
  dictionary: [...liquidSigns, ...htmlSigns, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, text => openFile(text, nature)),
}
