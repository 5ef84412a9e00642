const glob = {type: 'string', maxLength: 200} as const
const globs = {type: 'array', items: glob, maxItems: 200} as const

/** The fields of an entry of `overrides`. */
export const overrideFields = {
  files: {anyOf: [glob, globs], description: 'The files that the entry is for: a glob, or a list of them.'},
  rules: {$ref: '#/properties/rules', description: 'What holds there, as in "rules" at the top.'},
} as const

/** The keys by which a team shapes the rules, with their schemas; their values are read in `parse-team-keys.ts`. */
export const teamKeys = {
  extends: {
    anyOf: [glob, {type: 'array', items: glob, maxItems: 20}],
    maxItems: 20,
    description:
      'Configurations that this one rests on: paths of JSON or YAML files from this file on, or names of installed packages. Later ones win, and this file wins over all.',
  },
  overrides: {
    type: 'array',
    maxItems: 200,
    items: {type: 'object', additionalProperties: false, required: ['files', 'rules'], properties: overrideFields},
    description:
      'Other "rules" for some of the files, as globs relative to this folder. Of two entries for a file the later one wins.',
  },
  allow: {
    type: 'array',
    maxItems: 2000,
    items: {type: 'string', minLength: 1, maxLength: 100},
    description:
      'Phrases and names in which nothing is marked, such as the name of a product, in the case in which they are written.',
  },
  vale: {
    type: 'array',
    items: glob,
    maxItems: 50,
    description:
      'Folders of Vale styles, from this file on: their rules of the kinds existence and substitution are read.',
  },
} as const

export type TeamKey = keyof typeof teamKeys

/** Whether a key of a configuration is one of those. */
export function isTeamKey(name: string): name is TeamKey {
  return Object.hasOwn(teamKeys, name)
}
