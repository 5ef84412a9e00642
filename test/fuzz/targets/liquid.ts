import {holdsForFile, openAs} from '../holds-for-file.ts'
import {phrases, placeholders, repliesIn} from '../material.ts'
import {htmlSigns, liquidSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('emails/a.liquid', 'macro')

/** A template of Liquid. */
export const target: Target = {
  name: 'liquid',
  seeds: repliesIn('page', /liquid/),
  dictionary: [...liquidSigns, ...htmlSigns, ...placeholders, ...phrases],
  holds: input => holdsForFile(input, open),
}
