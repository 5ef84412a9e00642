import {holdsForData} from '../holds-for-data.ts'
import {phrases, placeholders, repliesIn, shapesOf} from '../material.ts'
import {jsonSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const paths = ['macros/macros.json']

/** Replies in JSON. */
export const target: Target = {
  name: 'json',
  seeds: [...repliesIn('json'), ...shapesOf('json')],
  dictionary: [...jsonSigns, ...jsonSigns, ...placeholders, ...phrases],
  holds(input) {
    for (const path of paths) holdsForData(input, 'json', path)
  },
}
