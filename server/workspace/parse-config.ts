import {createScanner, type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'
import {rules as allRules} from '../../rules/index.generated.ts'
import type {RuleSetting} from '../engine/plan.ts'
import type {Problem} from '../formats/format.ts'
import {readJson} from '../formats/values/json.ts'
import type {Data} from '../formats/values/value.ts'
import {readYaml} from '../formats/values/yaml.ts'
import type {PhraseSettings} from '../house-style/house-style.ts'
import {phraseOf} from '../house-style/parse-phrases.ts'
import {rulesIn} from '../house-style/style-file.ts'
import {type ConfigKey, type ConfigShape, configKeys} from './config-keys.ts'
import {problemList, propertiesOf, type Report, short} from './config-nodes.ts'
import {didYouMean} from './did-you-mean.ts'
import {type OwnShapeConfig, ownShapeOf} from './parse-own-shape.ts'
import {rulesOf} from './parse-rules.ts'
import {globsOf, type NamedEntry, type TeamSettings, teamSettingsOf} from './parse-team-keys.ts'
import {isTeamKey} from './team-keys.ts'
import {yamlNodes} from './yaml-nodes.ts'

/** What one configuration file says; a part that is wrong is absent. */
export interface ConfigSettings extends TeamSettings {
  readonly root: boolean
  /** Of known rules and principles only; has no prototype. */
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Where rules of phrases and styles are named, in `rules` or in an override; which there are is known when all files are read. */
  readonly teamRules?: readonly NamedEntry[]
  readonly macros?: readonly string[]
  /** The entries of `macros` that describe files of a team's own form. */
  readonly ownShapes?: readonly OwnShapeConfig[]
  readonly articles?: readonly string[]
  readonly ignore?: readonly string[]
  readonly phrases?: PhraseSettings
  readonly recording?: boolean
  readonly maxFileSize?: number
}

/** A configuration file, read: its mistakes are problems in UTF-16 offsets of its text, never an exception. */
export interface ParsedConfig {
  readonly settings: ConfigSettings
  readonly problems: readonly Problem[]
}

const maxDepth = 20

/** What a file without any setting says. */
const noSettings: ConfigSettings = {root: false, rules: Object.create(null)}

/** Reads the text of a configuration file: JSON with comments, trailing commas allowed, or for what is extended also YAML. */
export function parseConfig(
  text: string,
  ruleIds: readonly string[] = allRules.map(rule => rule.id),
  syntax: 'json' | 'yaml' = 'json',
): ParsedConfig {
  const {problems, report} = problemList(text)
  const tree = syntax === 'yaml' ? yamlTree(text, report) : jsonTree(text, report)
  if (tree === undefined) return {settings: noSettings, problems}
  if (tree.type !== 'object') {
    report('config-type', tree.offset, tree.length, notAnObject[syntax])
    return {settings: noSettings, problems}
  }
  return {settings: settingsOf(text, tree, {ruleIds, syntax, report}), problems}
}

const notAnObject = {
  json: 'The configuration is one object. Put its settings between { and }.',
  yaml: 'The configuration is one mapping. Write each setting as a name, a colon and its value.',
} as const

function yamlTree(text: string, report: Report): Node | undefined {
  const {tree, problems} = yamlNodes(text)
  for (const {code, message, span} of problems) report(code, span.start, span.end - span.start, message)
  return tree
}

function jsonTree(text: string, report: Report): Node | undefined {
  const tooDeep = depthMistake(text)
  if (tooDeep !== undefined) {
    report(
      'config-too-deep',
      tooDeep,
      1,
      `Brackets are nested more than ${maxDepth} deep here. A setting needs three levels at most; remove the rest.`,
    )
    return undefined
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, {allowTrailingComma: true, allowEmptyContent: true})
  for (const error of errors) report('config-syntax', error.offset, error.length, syntaxMessage(error))
  return tree
}

interface Reading {
  readonly ruleIds: readonly string[]
  readonly syntax: 'json' | 'yaml'
  readonly report: Report
}

function settingsOf(text: string, tree: Node, {ruleIds, syntax, report}: Reading): ConfigSettings {
  const settings: {-readonly [Key in keyof ConfigSettings]: ConfigSettings[Key]} = {...noSettings}
  const teamRules: NamedEntry[] = []
  const readRules = (of: Node) =>
    rulesOf(of, ruleIds, report, (name, {offset, length}) =>
      teamRules.push({name, span: {start: offset, end: offset + length}}),
    )
  for (const {key, name, value} of propertiesOf(tree, report)) {
    if (!isConfigKey(name)) {
      report(
        'config-unknown-key',
        key.offset,
        key.length,
        () => `Poise has no setting “${short(name)}”.${didYouMean(name, Object.keys(configKeys))}`,
      )
      continue
    }
    if (isTeamKey(name)) {
      Object.assign(settings, teamSettingsOf(name, value, readRules, report))
      continue
    }
    const shape: ConfigShape = configKeys[name]
    const mistake = shapeMistake(name, shape, value)
    if (mistake !== undefined) {
      report('config-type', value.offset, value.length, mistake)
      continue
    }
    if (name === 'rules') settings.rules = readRules(value)
    else if (name === 'phrases')
      settings.phrases = phrasesOf((syntax === 'yaml' ? readYaml : readJson)(text), value.offset, report)
    else if (name === 'macros') {
      delete settings.macros
      delete settings.ownShapes
      Object.assign(settings, macrosOf(value, report))
    } else if (name === 'articles' || name === 'ignore') settings[name] = globsOf(value.children ?? [], report)
    else if (name === 'root') settings.root = value.value === true
    else if (name === 'recording') settings.recording = value.value === true
    else if (name === 'maxFileSize') settings.maxFileSize = Number(value.value)
  }
  return teamRules.length === 0 ? settings : {...settings, teamRules}
}

/** The rules of `phrases`, whose list begins at an offset, and the files that it names. */
function phrasesOf({root}: Data, start: number, report: Report): PhraseSettings {
  const entries = root?.type === 'map' ? root.entries : []
  const list = entries.find(({value}) => value.span.start === start)?.value
  if (list?.type !== 'list') return {rules: [], files: []}
  const items = rulesIn(list, report)
  return {
    rules: items.flatMap(item => (item.type === 'text' ? [] : (phraseOf(item, report) ?? []))),
    files: items.flatMap(item => (item.type === 'text' ? [{name: item.text, span: item.span}] : [])),
  }
}

/** The globs and the own forms of `macros`; a list of forms alone says nothing of other files, so it sets no globs. */
function macrosOf(tree: Node, report: Report): Pick<ConfigSettings, 'macros' | 'ownShapes'> {
  const items = tree.children ?? []
  const forms = items.filter(item => item.type === 'object')
  const ownShapes = forms.flatMap(item => ownShapeOf(item, report) ?? [])
  const globs = items.filter(item => item.type !== 'object')
  return {
    ...((globs.length > 0 || forms.length === 0) && {
      macros: globsOf(globs, report, 'A glob is a string, and the form of your own files an object.'),
    }),
    ...(ownShapes.length > 0 && {ownShapes}),
  }
}

function shapeMistake(name: string, shape: ConfigShape, node: Node): string | undefined {
  if (shape.type === 'string')
    return node.type === 'string' ? undefined : `“${name}” is a string. Put it in double quotes.`
  if (shape.type === 'boolean')
    return node.type === 'boolean' ? undefined : `“${name}” is true or false, without quotes.`
  if (shape.type === 'object')
    return node.type === 'object' ? undefined : `“${name}” is an object. Put its entries between { and }.`
  if (shape.type === 'integer') {
    const right = Number.isInteger(node.value) && node.value >= shape.minimum && node.value <= shape.maximum
    return right ? undefined : `“${name}” is a whole number from ${shape.minimum} to ${shape.maximum}.`
  }
  const entries = name === 'phrases' ? 'rules' : 'globs'
  if (node.type !== 'array') return `“${name}” is a list. Put its ${entries} between [ and ].`
  // Rules that are too many are left out, and the others work on.
  return name !== 'phrases' && (node.children?.length ?? 0) > shape.maxItems
    ? `“${name}” has more than ${shape.maxItems} globs. Use broader ones.`
    : undefined
}

/** The offset of the first bracket that is nested too deep: jsonc-parser recurses, so it must not see such a file. */
function depthMistake(text: string): number | undefined {
  // Most files are done with this: what is not there can't be nested.
  if (text.split(/[[{]/, maxDepth + 2).length <= maxDepth + 1) return undefined
  const scanner = createScanner(text, true)
  let depth = 0
  while (scanner.getPosition() < text.length) {
    scanner.scan()
    const at = scanner.getTokenOffset()
    const bracket = scanner.getTokenLength() === 1 ? text[at] : undefined
    if (bracket === '{' || bracket === '[') depth++
    if (bracket === '}' || bracket === ']') depth--
    if (depth > maxDepth) return at
  }
  return undefined
}

function syntaxMessage(error: ParseError): string {
  const words = printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return `This is not valid JSON (${words}). Correct it here; the settings around it still count where they can be read.`
}

function isConfigKey(name: string): name is ConfigKey {
  return Object.hasOwn(configKeys, name)
}
