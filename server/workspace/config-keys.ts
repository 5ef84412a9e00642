import {principleText} from '../../rules/kit/principles.ts'
import {principles, type Rule} from '../../rules/kit/types.ts'
import type {RuleSetting} from '../engine/plan.ts'
import {phraseSchema} from '../house-style/phrase-fields.ts'
import {phraseLimits} from '../house-style/phrase-limits.ts'
import {teamKeys} from './team-keys.ts'

/** The name of the configuration file. */
export const configName = '.poise.json'

/** What a rule may be set to. */
export const ruleSettings = ['on', 'off', 'warning', 'suggestion', 'hint'] as const satisfies readonly RuleSetting[]

/** The size in bytes over which a file is skipped, where the configuration says nothing. */
export const defaultMaxFileSize = 1_000_000

/** A fragment of JSON schema, of the few kinds that the configuration needs; files are validated by the same fragments. */
export type ConfigShape = {readonly description: string} & (
  | {readonly type: 'string'}
  | {readonly type: 'boolean'; readonly default: boolean}
  | {readonly type: 'integer'; readonly minimum: number; readonly maximum: number; readonly default: number}
  | {
      readonly type: 'array'
      readonly items: GlobShape | {readonly anyOf: readonly [GlobShape, OwnShapeShape | typeof phraseSchema]}
      readonly maxItems: number
    }
  | {readonly type: 'object'; readonly additionalProperties: {readonly enum: readonly string[]}}
)

interface GlobShape {
  readonly type: 'string'
  readonly maxLength: number
}

interface OwnShapeShape {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, FieldShape>>
}

/** What a field of an own shape may hold. */
export interface FieldShape {
  readonly type: 'string'
  readonly maxLength: number
  readonly enum?: readonly string[]
  readonly description: string
}

const glob = {type: 'string', maxLength: 200} as const
const globs = {type: 'array', items: glob, maxItems: 200} as const

/** The fields of an entry of `macros` that describes files of a team's own form. */
export const ownShapeFields = {
  files: {
    ...glob,
    description: 'The JSON, YAML, XML or CSV files that have this form, as a glob relative to this folder.',
  },
  items: {
    ...glob,
    description:
      'The path from the top of a file to each reply, such as "$.categories[*].macros[*]", or "$.*" where replies stand under names.',
  },
  title: {
    ...glob,
    description: 'The path from a reply to its title, such as "name"; "@key" is the name under which it stands.',
  },
  body: {
    ...glob,
    description: 'The path from a reply to its text, such as "content.text"; "@value" is the reply itself.',
  },
  as: {
    ...glob,
    enum: ['html', 'markdown', 'text'],
    description: 'How the texts are written; without it each text shows this by its own signs.',
  },
  purpose: {...glob, description: 'The path from a reply to the name of its purpose, such as "tag".'},
} as const satisfies Readonly<Record<string, FieldShape>>

const ownShape = {
  type: 'object',
  additionalProperties: false,
  required: ['files', 'items', 'body'],
  properties: ownShapeFields,
} as const

/** Every key that a configuration file may have, with its description: the schema and the validation both derive from it. */
export const configKeys = {
  $schema: {type: 'string', description: 'The schema that an editor checks this file against.'},
  root: {
    type: 'boolean',
    default: false,
    description: 'Whether the search stops here: with true, configuration files in the folders above do not count.',
  },
  rules: {
    type: 'object',
    additionalProperties: {enum: ruleSettings},
    description:
      'Rules by name, or all rules of a principle by its name: "off", "on" as the rule itself says, or a severity of your own.',
  },
  ...teamKeys,
  macros: {
    type: 'array',
    items: {anyOf: [glob, ownShape]},
    maxItems: 200,
    description:
      'Files that hold macros (canned replies), besides those known by their form or named *.macro.md: globs relative to this folder, and the form of your own data files.',
  },
  articles: {
    ...globs,
    description: 'Markdown files that are articles, relative to this folder; without it all that are not macros are.',
  },
  ignore: {...globs, description: 'Files and folders that Poise leaves out, relative to this folder.'},
  phrases: {
    type: 'array',
    items: {anyOf: [glob, phraseSchema]},
    maxItems: phraseLimits.rules,
    description:
      'Your team’s own phrase rules, and YAML or JSON files that hold more of them, relative to this folder. They are added to those of the folders above.',
  },
  recording: {
    type: 'boolean',
    default: false,
    description: 'Whether contacts are recorded here: with true, a reply that sets a boundary has to say so.',
  },
  maxFileSize: {
    type: 'integer',
    minimum: 1,
    maximum: 20_000_000,
    default: defaultMaxFileSize,
    description: 'The size in bytes over which a file is skipped.',
  },
} as const

export type ConfigKey = keyof typeof configKeys

/** The JSON schema of the configuration, with an entry for each rule. */
export function configSchemaOf(rules: readonly Rule[]): Readonly<Record<string, unknown>> {
  const setting = (rule: Rule) =>
    [rule.id, {enum: ruleSettings, description: `${plain(rule.message)} ${rule.why}`}] as const
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Poise configuration',
    description: `The rules and files of a folder, in its ${configName}. Comments are allowed.`,
    type: 'object',
    allowComments: true,
    additionalProperties: false,
    properties: {
      ...configKeys,
      rules: {
        type: 'object',
        description: configKeys.rules.description,
        additionalProperties: false,
        properties: Object.fromEntries([...principles.map(principleSetting), ...rules.map(setting)]),
        patternProperties: {
          '^house/': {enum: ruleSettings, description: 'A rule of your own, from “phrases”.'},
          '^vale/': {enum: ruleSettings, description: 'A rule of a Vale style, by its style and name.'},
        },
      },
    },
  }
}

function principleSetting(principle: (typeof principles)[number]) {
  const {name, asks} = principleText[principle]
  return [principle, {enum: ruleSettings, description: `All rules of ${name}. ${asks}`}] as const
}

function plain(message: string): string {
  return message.replace(/\{\w+\}/g, '…')
}
