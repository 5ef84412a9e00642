import type {Target} from '../target.ts'

/** A mistake that throws nothing: a text with a certain sign is never done with. */
export const target: Target = {
  name: 'endless-loop',
  seeds: ['Save the page.'],
  dictionary: ['}'],
  holds(input) {
    for (let at = 0; at < input.length; ) if (input[at] !== '}') at++
  },
}
