import type {Node} from 'jsonc-parser'
import type {Span} from '../../rules/kit/types.ts'
import type {RuleSetting} from '../engine/plan.ts'
import {listOf, propertiesOf, type Report, short} from './config-nodes.ts'
import {didYouMean} from './did-you-mean.ts'
import {globMistake} from './globs.ts'
import {overrideFields, type TeamKey, teamKeys} from './team-keys.ts'

/** Rules for some of the files. */
export interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, RuleSetting>>
}

/** Something outside of the file that it names, and where. */
export interface NamedEntry {
  readonly name: string
  readonly span: Span<'source'>
}

/** What the keys of `team-keys.ts` say; a part that is wrong is absent. */
export interface TeamSettings {
  readonly extends?: readonly NamedEntry[]
  readonly overrides?: readonly Override[]
  readonly allow?: readonly string[]
  /** Folders of styles. */
  readonly vale?: readonly NamedEntry[]
}

/** Reads a `rules` object. */
type ReadRules = (tree: Node) => Override['rules']

/** Reads the value of one of the keys by which a team shapes the rules. */
export function teamSettingsOf(name: TeamKey, value: Node, readRules: ReadRules, report: Report): TeamSettings {
  const items = itemsOf(name, value, report)
  if (items === undefined) return {}
  if (name === 'extends' || name === 'vale') return {[name]: items.flatMap(item => namedOf(item, name, report) ?? [])}
  return name === 'allow'
    ? {allow: items.flatMap(item => phraseOf(item, report) ?? [])}
    : {overrides: items.flatMap(item => overrideOf(item, readRules, report) ?? [])}
}

function namedOf({value, offset, length}: Node, name: TeamKey, report: Report): NamedEntry | undefined {
  if (typeof value === 'string' && value.trim() !== '')
    return {name: short(value.trim(), 200), span: {start: offset, end: offset + length}}
  report('config-type', offset, length, `An entry of “${name}” is a string. Put a path in double quotes.`)
  return undefined
}

function phraseOf({value, offset, length}: Node, report: Report): string | undefined {
  const {maxLength} = teamKeys.allow.items
  if (typeof value !== 'string')
    report('config-type', offset, length, 'An allowed phrase is a string. Put it in double quotes.')
  else if (!/[\p{L}\p{N}]/u.test(value) || value.length > maxLength)
    report(
      'config-phrase',
      offset,
      length,
      `An allowed phrase has at least one word, and at most ${maxLength} characters.`,
    )
  else return value
  return undefined
}

function itemsOf(name: TeamKey, value: Node, report: Report): readonly Node[] | undefined {
  const {maxItems} = teamKeys[name]
  if (name === 'extends' && value.type === 'string') return [value]
  const items = value.children ?? []
  if (value.type !== 'array')
    report('config-type', value.offset, value.length, `“${name}” is a list. Put its entries between [ and ].`)
  else if (items.length > maxItems)
    report('config-type', value.offset, value.length, `“${name}” has more than ${maxItems} entries. Keep fewer.`)
  else return items
  return undefined
}

function overrideOf(item: Node, readRules: ReadRules, report: Report): Override | undefined {
  if (item.type !== 'object') {
    report(
      'config-type',
      item.offset,
      item.length,
      'An entry of “overrides” is an object. Write {"files": ["a/glob/**"], "rules": {…}}.',
    )
    return undefined
  }
  let files: readonly string[] | undefined
  let rules: Override['rules'] | undefined
  const names = Object.keys(overrideFields)
  for (const {key, name, value} of propertiesOf(item, report)) {
    if (name === 'files') files = globsOf(value.type === 'array' ? (value.children ?? []) : [value], report)
    else if (name === 'rules' && value.type === 'object') rules = readRules(value)
    else if (name === 'rules') {
      rules = {}
      report('config-type', value.offset, value.length, '“rules” is an object. Put its entries between { and }.')
    } else {
      const remedy = didYouMean(name, names) || ` It has ${listOf(names)}.`
      report('config-unknown-key', key.offset, key.length, `An entry of “overrides” has no “${short(name)}”.${remedy}`)
    }
  }
  if (files === undefined)
    report('config-missing-key', item.offset, 1, '“files” is missing here. Add a glob of the files.')
  if (rules === undefined)
    report('config-missing-key', item.offset, 1, '“rules” is missing here. Add the rules that are different there.')
  return files === undefined || rules === undefined ? undefined : {files, rules}
}

/** The globs among some nodes; the others are reported. */
export function globsOf(items: readonly Node[], report: Report, kinds = 'A glob is a string.'): readonly string[] {
  return items.flatMap(item => {
    const mistake = typeof item.value === 'string' ? globMistake(item.value) : `${kinds} Put a glob in double quotes.`
    if (mistake === undefined) return [String(item.value)]
    report('config-glob', item.offset, item.length, mistake)
    return []
  })
}
