import type {Node} from 'jsonc-parser'
import type {Problem} from '../../formats/format.ts'
import {type Property, propertiesOf, type Report} from '../../workspace/config-nodes.ts'
import {yamlNodes} from '../../workspace/yaml-nodes.ts'
import {type Fields, fieldsOf} from './fields.ts'
import {messageOf} from './message.ts'
import {type Joined, joinPatterns, type Part} from './patterns.ts'
import {blocksOf} from './scope.ts'
import type {Instead, ValeRule} from './vale-rule.ts'

/** A file of a Vale style: a rule, or why there is none. */
export interface ReadRule {
  readonly rule?: ValeRule
  /** Of a rule that Poise does not read, its kind. */
  readonly unread?: string
  readonly problems: readonly Problem[]
}

const severities = {suggestion: 'suggestion', warning: 'warning', error: 'warning'} as const
const maxProblems = 20

/** Reads a rule of a style. Never throws: what is wrong is a problem at its place, and the rest of the rule works on. */
export function readRule(text: string, style: string, name: string): ReadRule {
  const found: Problem[] = []
  const report: Report = (code, start, length, message) => {
    if (found.length < maxProblems) found.push({code, message, span: {start, end: start + length}})
  }
  const {tree, problems} = yamlNodes(text)
  // What is made of broken YAML may be half a rule, or another one.
  if (problems.length > 0) return {problems}
  if (tree?.type !== 'object') {
    report(
      'vale-rule',
      0,
      0,
      'This is no rule of Vale. Write “extends: existence” and what it looks for, or remove the file.',
    )
    return {problems: found}
  }
  const properties = propertiesOf(tree, report)
  const kind = properties.find(property => property.name === 'extends')?.value
  const type: unknown = kind?.value
  if (kind === undefined || (type !== 'existence' && type !== 'substitution')) {
    const isKind = typeof type === 'string'
    if (!isKind)
      report(
        'vale-rule',
        0,
        0,
        'This rule does not say what it is. Add “extends: existence” or “extends: substitution”.',
      )
    return {problems: found, ...(isKind && {unread: type})}
  }
  const fields = fieldsOf(properties, type, report)
  const blocks = blocksOf(fields.scope ?? [])
  if (blocks === undefined) return {problems: found, unread: `scope ${(fields.scope ?? []).join(', ')}`}
  if (fields.pos !== undefined) return {problems: found, unread: 'pos'}
  const looked = type === 'existence' ? existence(fields, report) : substitution(fields, report)
  if (looked === undefined) {
    if (found.length === 0) report('vale-rule', kind.offset, kind.length, nothingToFind[type])
    return {problems: found}
  }
  const exceptions = exceptionsOf(fields, report)
  const rule: ValeRule = {
    id: `vale/${style}.${name}`,
    severity: severities[fields.level ?? 'warning'],
    ...messageOf(fields.message ?? `${style}.${name}: “%s”`, type),
    why: fields.description ?? `The style ${style} has this rule.`,
    ...(fields.link !== undefined && {page: fields.link}),
    blocks,
    bySentence: fields.scope?.includes('sentence') ?? false,
    ...looked,
    ...(exceptions !== undefined && {exceptions}),
    ignoreCase: fields.ignorecase ?? false,
    capitalize: fields.capitalize ?? false,
  }
  return {rule, problems: found}
}

const nothingToFind = {
  existence: 'This rule looks for nothing. Add “tokens” or “raw”.',
  substitution: 'This rule swaps nothing. Add “swap” with what to replace and by what.',
} as const

type Looked = Pick<ValeRule, 'find' | 'triggers' | 'instead'>

function partOf({value, offset, length}: Node, report: Report): Part {
  return {pattern: String(value), onMistake: message => report('vale-pattern', offset, length, message)}
}

function existence(
  {tokens = [], raw = [], append, ignorecase = false, nonword = false, action}: Fields,
  report: Report,
): Looked | undefined {
  const parts = tokens.filter(({value}) => String(value).trim() !== '').map(token => partOf(token, report))
  const first = raw[0]
  const whole: Part | undefined = first && {
    ...partOf(first, report),
    pattern: raw.map(({value}) => String(value)).join(''),
  }
  const options = {ignoreCase: ignorecase, words: !nonword && parts.length > 0}
  const joined =
    whole && parts.length === 0
      ? joinPatterns([whole], {...options, words: false})
      : joinPatterns(parts, {...options, ...(whole && {[append ? 'behind' : 'before']: whole})})
  return joined && {find: joined.find, triggers: joined.triggers, instead: insteadOf(action)}
}

function insteadOf(action: Fields['action']): readonly Instead[] {
  if (action?.name === 'remove') return [{group: 0, choices: ['']}]
  return action?.name === 'replace' && action.params.length > 0 ? [{group: 0, choices: action.params}] : []
}

function substitution({swap = [], ignorecase = false, nonword = false}: Fields, report: Report): Looked | undefined {
  // As Vale does it, so that “sign in to” is found before “sign in”.
  const entries = swap.toSorted((a, b) => b.name.length - a.name.length)
  const parts = entries.map(({key}) => partOf(key, report))
  const joined: Joined | undefined = joinPatterns(parts, {ignoreCase: ignorecase, words: !nonword, captures: true})
  const instead = joined?.groups.map(({part, group}) => ({group, choices: choicesOf(entries[part])}))
  return joined && {find: joined.find, triggers: joined.triggers, instead: instead ?? []}
}

function choicesOf(entry: Property | undefined): readonly string[] {
  return String(entry?.value.value ?? '')
    .split('|')
    .map(each => each.trim())
}

function exceptionsOf({exceptions = []}: Fields, report: Report): string | undefined {
  const longestFirst = exceptions.toSorted((a, b) => b.length - a.length)
  return joinPatterns(
    longestFirst.map(each => partOf(each, report)),
    {ignoreCase: false, words: true},
  )?.find
}
