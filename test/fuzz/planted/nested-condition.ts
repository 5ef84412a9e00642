import type {Target} from '../target.ts'

/** A mistake of the kind that random texts do not meet: four conditions, each inside the one before. */
export const target: Target = {
  name: 'nested-condition',
  seeds: ['Save.'],
  dictionary: [...'abcdefgh#|^~'],
  holds(input) {
    if (input[0] !== 'd') return
    if (input[1] !== '#') return
    if (input[2] !== 'b') return
    if (input[3] === '~') throw new Error('found what was planted')
  },
}
