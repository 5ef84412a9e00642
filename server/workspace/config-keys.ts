import type {Rule} from '../../rules/kit/types.ts'
import type {RuleSetting} from '../engine/plan.ts'

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
      readonly items: {readonly type: 'string'; readonly maxLength: number}
      readonly maxItems: number
    }
  | {readonly type: 'object'; readonly additionalProperties: {readonly enum: readonly string[]}}
)

const globs = {type: 'array', items: {type: 'string', maxLength: 200}, maxItems: 200} as const

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
    description: 'Each rule by its name: "off", "on" as the rule itself says, or a severity of your own.',
  },
  macros: {
    ...globs,
    description:
      'Markdown files that are macros (canned replies), besides those named *.macro.md; relative to this folder.',
  },
  articles: {
    ...globs,
    description: 'Markdown files that are articles, relative to this folder; without it all that are not macros are.',
  },
  ignore: {...globs, description: 'Files and folders that Poise leaves out, relative to this folder.'},
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
} as const satisfies Readonly<Record<string, ConfigShape>>

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
        properties: Object.fromEntries(rules.map(setting)),
      },
    },
  }
}

function plain(message: string): string {
  return message.replace(/\{\w+\}/g, '…')
}
