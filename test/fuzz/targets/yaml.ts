import {holdsForData} from '../holds-for-data.ts'
import {phrases, placeholders, repliesIn, shapesOf} from '../material.ts'
import {yamlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const paths = ['macros/macros.yaml']

/** Replies in YAML. */
export const target: Target = {
  name: 'yaml',
  seeds: [...repliesIn('yaml'), ...shapesOf('yaml')],
  dictionary: [...yamlSigns, ...yamlSigns, ...placeholders, ...phrases],
  holds(input) {
    for (const path of paths) holdsForData(input, 'yaml', path)
  },
}
