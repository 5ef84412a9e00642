import type {Principle} from './types.ts'

/** Each principle's name, and what it asks of a text, in one sentence. */
export const principleText: Readonly<Record<Principle, {readonly name: string; readonly asks: string}>> = {
  knowledge: {
    name: 'Knowledge',
    asks: 'We know what happens next and say it: no doubt without reason, no certainty without reason.',
  },
  intent: {name: 'Intent', asks: 'Somebody does something by a stated time, because we want the customer to succeed.'},
  understanding: {
    name: 'Understanding',
    asks: 'The customer’s own concern comes first, in their terms, and nothing after it cancels it.',
  },
  standing: {
    name: 'Standing',
    asks: 'We speak as accountable, calm advisers; limits come with alternatives, and there is a way up.',
  },
}
