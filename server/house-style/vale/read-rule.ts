import type {Node} from 'jsonc-parser'
import type {Problem} from '../../formats/format.ts'
import {type Property, problemList, propertiesOf, type Report} from '../../workspace/config-nodes.ts'
import {yamlNodes} from '../../workspace/yaml-nodes.ts'
import {type Fields, fieldsOf} from './fields.ts'
import {messageOf} from './message.ts'
import {fastPatterns, type Part} from './patterns.ts'
import {blocksOf} from './scope.ts'
import type {ValePart, ValeRule} from './vale-rule.ts'

/** A file of a Vale style: a rule, or why there is none. */
export interface ReadRule {
  readonly rule?: ValeRule
  /** Of a rule that Poise does not read, its kind. */
  readonly unread?: string
  readonly problems: readonly Problem[]
}

const severities = {suggestion: 'suggestion', warning: 'warning', error: 'warning'} as const
const maxRuleProblems = 20

/** Reads a rule of a style. Never throws: what is wrong is a problem at its place, and the rest of the rule works on. */
export function readRule(text: string, style: string, name: string): ReadRule {
  const {problems: found, report} = problemList(text, maxRuleProblems)
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
  const parts = type === 'existence' ? existence(fields, report) : substitution(fields, report)
  if (parts.length === 0) {
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
    parts,
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

function partOf({value, offset, length}: Node, report: Report): Part {
  return {pattern: String(value), onMistake: message => report('vale-pattern', offset, length, message)}
}

function existence(fields: Fields, report: Report): readonly ValePart[] {
  const {tokens = [], raw = [], append, ignorecase: ignoreCase = false, nonword = false} = fields
  const parts = tokens.filter(({value}) => String(value).trim() !== '').map(token => partOf(token, report))
  const [first] = raw
  const whole = first && {...partOf(first, report), pattern: raw.map(({value}) => String(value)).join('')}
  const instead = insteadOf(fields.action)
  const found =
    whole && parts.length === 0
      ? fastPatterns([whole], {ignoreCase, words: false})
      : fastPatterns(parts, {ignoreCase, words: !nonword, ...(whole && {[append ? 'behind' : 'before']: whole})})
  return found.map(({find, triggers}) => ({find, triggers, ...(instead && {instead})}))
}

function insteadOf(action: Fields['action']): readonly string[] | undefined {
  if (action?.name === 'remove') return ['']
  return action?.name === 'replace' && action.params.length > 0 ? action.params : undefined
}

function substitution({swap = [], ignorecase = false, nonword = false}: Fields, report: Report): readonly ValePart[] {
  // As Vale does it, so that “sign in to” is found before “sign in”.
  const entries = swap.toSorted((a, b) => b.name.length - a.name.length)
  const parts = entries.map(({key}) => partOf(key, report))
  return fastPatterns(parts, {ignoreCase: ignorecase, words: !nonword}).map(({part, find, triggers}) => ({
    find,
    triggers,
    instead: choicesOf(entries[part]),
  }))
}

function choicesOf(entry: Property | undefined): readonly string[] {
  return String(entry?.value.value ?? '')
    .split('|')
    .map(each => each.trim())
}

function exceptionsOf({exceptions = []}: Fields, report: Report): string | undefined {
  const longestFirst = exceptions.toSorted((a, b) => b.length - a.length)
  const parts = longestFirst.map(each => partOf(each, report))
  const found = fastPatterns(parts, {ignoreCase: false, words: true})
  return found.length === 0 ? undefined : found.map(({find}) => find).join('|')
}
