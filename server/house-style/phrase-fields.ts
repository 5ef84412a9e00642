import {principles, severities} from '../../rules/kit/types.ts'
import {phraseLimits} from './phrase-limits.ts'

/** What a field of a phrase rule may hold: a text, or one or several; `choices` where it is one of a few words. */
export interface PhraseField {
  readonly description: string
  readonly maxLength: number
  /** How many texts it may list; one where it is absent. */
  readonly most?: number
  readonly choices?: readonly string[]
}

const {name, phrase, text} = phraseLimits

/** What a rule may look at. */
export const phraseKinds = ['article', 'macro', 'both'] as const

/** Every field that a phrase rule may have: the schemas and the validation both derive from it. */
export const phraseFields = {
  name: {
    maxLength: name,
    description:
      'What the rule is called: "house/NAME" in reports, in "rules" and in ignore comments. Without it the first phrase is its name.',
  },
  find: {
    maxLength: phrase,
    most: phraseLimits.phrases,
    description:
      'The words to find, in any case: "~use" is any form of a word, "(a|b)" one of several, "[really]" may be left out, ".." stands for up to three words.',
  },
  say: {
    maxLength: phrase,
    most: phraseLimits.replacements,
    description:
      'What to say instead, the best first: "~use" takes the form of the "~" word that was found, ".." the words of the gap, "[the time]" is for the writer to fill in. "" leaves the words out.',
  },
  message: {maxLength: text, description: 'What is wrong, in one short line; "{found}" is the text that was found.'},
  why: {maxLength: text, description: 'Why the team says it in another way.'},
  principle: {
    maxLength: name,
    choices: principles,
    description: 'The principle that the rule serves; "understanding" without it.',
  },
  severity: {maxLength: name, choices: severities, description: 'How much it matters; "suggestion" without it.'},
  in: {
    maxLength: name,
    choices: phraseKinds,
    description: 'Whether it looks at articles, at macros or at both; "both" without it.',
  },
  bad: {
    maxLength: text,
    most: phraseLimits.examples,
    description: 'Examples in which it finds something; «…» can mark what. “poise style test” tries them.',
  },
  good: {
    maxLength: text,
    most: phraseLimits.examples,
    description: 'Examples in which it finds nothing. “poise style test” tries them.',
  },
} as const satisfies Readonly<Record<string, PhraseField>>

export type PhraseFieldName = keyof typeof phraseFields

/** One phrase rule as JSON schema. */
export const phraseSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['find'],
  properties: Object.fromEntries(
    Object.entries(phraseFields).map(([key, field]: readonly [string, PhraseField]) => [key, schemaOf(field)]),
  ),
} as const

/** The files that hold phrase rules as JSON schema: a list, or a map with one. */
export const styleFileSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Poise house style',
  description: 'Phrase rules of a team. "phrases" in .poise.json names the file.',
  anyOf: [
    {type: 'array', items: phraseSchema, maxItems: phraseLimits.rules},
    {
      type: 'object',
      additionalProperties: false,
      required: ['phrases'],
      properties: {phrases: {type: 'array', items: phraseSchema, maxItems: phraseLimits.rules}},
    },
  ],
} as const

function schemaOf({description, maxLength, most, choices}: PhraseField): Readonly<Record<string, unknown>> {
  if (choices !== undefined) return {enum: choices, description}
  const one = {type: 'string', maxLength}
  return most === undefined
    ? {...one, description}
    : {anyOf: [one, {type: 'array', items: one, maxItems: most}], description}
}
