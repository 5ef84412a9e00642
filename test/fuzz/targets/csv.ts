import {holdsForData} from '../holds-for-data.ts'
import {phrases, placeholders, repliesIn, shapesOf} from '../material.ts'
import {csvSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const paths = ['macros/macros.csv']

/** Replies in CSV. */
export const target: Target = {
  name: 'csv',
  seeds: [...repliesIn('csv'), ...shapesOf('csv')],
  dictionary: [...csvSigns, ...csvSigns, ...placeholders, ...phrases],
  holds(input) {
    for (const path of paths) holdsForData(input, 'csv', path)
  },
}
