import {parseArgs} from 'node:util'
import {didYouMean} from '../workspace/did-you-mean.ts'
import type {Compare} from './changes/changed-files.ts'
import {type Format, isFormat, reporters} from './reports/index.ts'

/** What `poise check` was asked to do. */
export interface CheckOptions {
  /** As they were written; empty for the working folder. */
  readonly paths: readonly string[]
  readonly format: Format
  readonly fix: 'write' | 'dry-run' | undefined
  /** The name that stands for the text of the standard input. */
  readonly stdin: string | undefined
  /** Infinite where a quality is what decides. */
  readonly maxWarnings: number
  /** The quality (100 less the risk) below which a document fails the run. */
  readonly failUnder: number | undefined
  /** Set where only what is new is to be shown: what is compared with what. */
  readonly compare: Compare | undefined
  /** Whether to check again what changes, until an interrupt. */
  readonly watch: boolean
  readonly config: string | undefined
  /** The file of what is recorded; false where that is to be shown too, and the nearest one where nothing was said. */
  readonly baseline: string | false | undefined
  readonly quiet: boolean
  /** Whether to say where the time went. */
  readonly timing: boolean
  /** How many threads check; as many as the machine has, up to four, where it was not said. */
  readonly workers: number | undefined
  /** The file that remembers outcomes, or true for the usual one. */
  readonly cache: string | boolean
}

/** What `poise macros import` was asked to do. */
export interface ImportOptions {
  /** The export, as it was written. */
  readonly source: string
  readonly to: string
  readonly dryRun: boolean
  readonly config: string | undefined
}

/** What `poise macros export` was asked to do. */
export interface ExportOptions {
  readonly folder: string
  readonly into: string
  readonly dryRun: boolean
  readonly config: string | undefined
}

/** What `poise baseline` was asked to do. */
export interface BaselineOptions {
  readonly paths: readonly string[]
  readonly file: string | undefined
  readonly prune: boolean
  readonly config: string | undefined
}

/** What `poise style test` was asked to do. */
export interface StyleTestOptions {
  readonly paths: readonly string[]
  readonly config: string | undefined
}

/** What `poise mcp` was asked to do. */
export interface McpOptions {
  /** Whose house style holds, as it was written; the working folder where it was not said. */
  readonly folder: string
}

/** A command line, understood; `mistake` says in a sentence what could not be, with the remedy. */
export type Command =
  | {readonly name: 'help'}
  | {readonly name: 'version'}
  | {readonly name: 'check'; readonly options: CheckOptions}
  | {readonly name: 'baseline'; readonly options: BaselineOptions}
  | {readonly name: 'mcp'; readonly options: McpOptions}
  | {readonly name: 'import'; readonly options: ImportOptions}
  | {readonly name: 'export'; readonly options: ExportOptions}
  | {readonly name: 'style-test'; readonly options: StyleTestOptions}
  | {readonly name: 'mistake'; readonly mistake: string}

const flags = {
  format: {type: 'string'},
  fix: {type: 'boolean'},
  'fix-dry-run': {type: 'boolean'},
  stdin: {type: 'boolean'},
  'stdin-filename': {type: 'string'},
  'max-warnings': {type: 'string'},
  'fail-under': {type: 'string'},
  since: {type: 'string'},
  staged: {type: 'boolean'},
  changed: {type: 'boolean'},
  watch: {type: 'boolean'},
  config: {type: 'string'},
  baseline: {type: 'string'},
  'no-baseline': {type: 'boolean'},
  prune: {type: 'boolean'},
  to: {type: 'string'},
  into: {type: 'string'},
  'dry-run': {type: 'boolean'},
  quiet: {type: 'boolean'},
  timing: {type: 'boolean'},
  workers: {type: 'string'},
  cache: {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean', short: 'v'},
} as const

/** Reads the arguments that follow the program's name. */
export function readArguments(args: readonly string[]): Command {
  const {values, positionals, tokens} = parseArgs({
    args: [...args],
    options: flags,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const wrong = flagMistake(token.name, token.rawName, token.value)
    if (wrong !== undefined) return mistake(wrong)
  }
  if (values.help) return {name: 'help'}
  if (values.version) return {name: 'version'}
  const [command, ...paths] = positionals
  if (command === undefined) return mistake('Say what to do: poise check, with the files or folders to read.')
  if (command === 'macros') return macrosOf(paths, values)
  if (command === 'style') return styleOf(paths, values)
  if (command === 'baseline') return strangerIn(values, command, baselineFlags) ?? baselineOf(paths, values)
  if (command === 'mcp') return strangerIn(values, command, []) ?? mcpOf(paths)
  if (command !== 'check') return mistake(commandMistake(command))
  return strangerIn(values, command, checkFlags) ?? checkOf(paths, values)
}

type Values = {readonly [Name in keyof typeof flags]?: FlagValue | undefined}
type FlagValue = string | boolean | readonly (string | boolean)[]

function checkOf(paths: readonly string[], values: Values): Command {
  const format = textOf(values.format) ?? 'text'
  if (!isFormat(format)) {
    const known = Object.keys(reporters)
    return mistake(`--format is one of ${known.join(', ')}, not “${format}”.${didYouMean(format, known)}`)
  }
  if (values['no-baseline'] && values.baseline !== undefined)
    return mistake('--no-baseline shows what is recorded too. Leave it out, or leave out --baseline.')
  if (values.fix && values['fix-dry-run']) return mistake('--fix writes and --fix-dry-run does not. Give one of them.')
  if (values.stdin && paths.length > 0)
    return mistake('--stdin reads the standard input alone. Leave out the paths, or leave out --stdin.')
  if (values['stdin-filename'] !== undefined && !values.stdin)
    return mistake('--stdin-filename names the standard input. Add --stdin.')
  if (values.stdin && values.timing) return mistake('--timing measures a scan of files. Leave out --stdin or --timing.')
  if (values.stdin && values.fix && format !== 'text')
    return mistake(`--stdin --fix prints the fixed text. Leave out --format ${format}.`)
  if (values.stdin && values.cache) return mistake('--cache is for files. Leave out --stdin or --cache.')
  if (values.stdin && values.workers) return mistake('--workers is for files. Leave out --stdin or --workers.')
  if (values.quiet && format === 'html')
    return mistake('--format html shows what the risk rests on, which is more than warnings. Leave out --quiet.')
  const compared = compareMistake(values) ?? (values.watch ? watchMistake(values, format) : undefined)
  if (compared !== undefined) return mistake(compared)
  const workers = textOf(values.workers)
  if (workers !== undefined && !/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(workers))
    return mistake(`--workers is a whole number from 1 to 64, not “${workers}”.`)
  const failUnder = textOf(values['fail-under'])
  if (failUnder !== undefined && !/^(?:100|\d{1,2})$/.test(failUnder))
    return mistake(`--fail-under is a whole number from 0 to 100, not “${failUnder}”.`)
  const maxWarnings = textOf(values['max-warnings'])
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(maxWarnings))
    return mistake(`--max-warnings is a whole number from 0, not “${maxWarnings}”.`)
  return {
    name: 'check',
    options: {
      paths,
      format,
      fix: values.fix ? 'write' : values['fix-dry-run'] ? 'dry-run' : undefined,
      stdin: values.stdin ? (textOf(values['stdin-filename']) ?? 'stdin.md') : undefined,
      maxWarnings: Number(maxWarnings ?? (failUnder === undefined ? 0 : Number.POSITIVE_INFINITY)),
      failUnder: failUnder === undefined ? undefined : Number(failUnder),
      compare: compareOf(values),
      watch: values.watch === true,
      config: textOf(values.config),
      baseline: values['no-baseline'] ? false : textOf(values.baseline),
      quiet: values.quiet === true,
      timing: values.timing === true,
      workers: workers === undefined ? undefined : Number(workers),
      cache: textOf(values.cache) ?? values.cache === true,
    },
  }
}

function compareOf({since, staged, changed}: Values): Compare | undefined {
  const ref = textOf(since)
  if (ref !== undefined) return {what: 'since', ref}
  return staged ? {what: 'staged'} : changed ? {what: 'changed'} : undefined
}

function compareMistake(values: Values): string | undefined {
  const given = ['since', 'staged', 'changed'].filter(flag => Object.hasOwn(values, flag)).map(flag => `--${flag}`)
  const [flag, second] = given
  if (flag === undefined) return undefined
  if (second !== undefined) return `${flag} and ${second} compare different things. Give one of them.`
  if (textOf(values.since)?.startsWith('-'))
    return `--since is the name of a commit, a branch or a tag, not “${textOf(values.since)}”.`
  if (values.stdin) return `${flag} is for files. Leave out --stdin or ${flag}.`
  if (values.cache) return `--cache remembers whole files. Leave out --cache or ${flag}.`
  if (values.staged && values.fix)
    return '--fix writes working files, and --staged reads what is staged. Use --changed, then stage the files again.'
  return undefined
}

function watchMistake(values: Values, format: string): string | undefined {
  const other = ['since', 'staged', 'changed', 'stdin', 'fix', 'fix-dry-run', 'cache', 'timing']
  const flag = other.find(each => Object.hasOwn(values, each))
  if (flag !== undefined) return `--watch checks whole files, again and again, and writes none. Leave out --${flag}.`
  return format === 'text' ? undefined : `--watch reports as text. Leave out --format ${format}.`
}

const baselineFlags: readonly string[] = ['baseline', 'prune', 'config']
const macroFlags: readonly string[] = ['to', 'into', 'dry-run', 'config', 'prune']
const checkFlags = Object.keys(flags).filter(flag => flag === 'config' || !macroFlags.includes(flag))

/** A flag that belongs to another command. */
function strangerIn(values: Values, command: string, own: readonly string[]): Command | undefined {
  const stranger = Object.keys(values).find(flag => !own.includes(flag))
  return stranger === undefined ? undefined : mistake(`poise ${command} has no flag --${stranger}. See poise --help.`)
}

function baselineOf(paths: readonly string[], values: Values): Command {
  const options = {paths, file: textOf(values.baseline), prune: values.prune === true, config: textOf(values.config)}
  return {name: 'baseline', options}
}

function mcpOf([folder = '.', ...more]: readonly string[]): Command {
  return more.length > 0
    ? mistake('poise mcp takes one folder. Leave out the others.')
    : {name: 'mcp', options: {folder}}
}

function macrosOf([command, path, ...more]: readonly string[], values: Values): Command {
  const options = {dryRun: values['dry-run'] === true, config: textOf(values.config)}
  const [to, into] = [textOf(values.to), textOf(values.into)]
  if (command === 'import') {
    if (path === undefined || to === undefined || more.length > 0)
      return mistake('Name one export and a folder: poise macros import EXPORT --to FOLDER.')
    const own = ['to', 'dry-run', 'config']
    return strangerIn(values, 'macros import', own) ?? {name: 'import', options: {...options, source: path, to}}
  }
  if (command === 'export') {
    if (path === undefined || into === undefined || more.length > 0)
      return mistake('Name one folder and the export: poise macros export FOLDER --into EXPORT.')
    const own = ['into', 'dry-run', 'config']
    return strangerIn(values, 'macros export', own) ?? {name: 'export', options: {...options, folder: path, into}}
  }
  if (command === undefined) return mistake('Say what to do: poise macros import, or poise macros export.')
  return mistake(
    `poise macros has no command “${command}”.${didYouMean(command, ['import', 'export'])} See poise --help.`,
  )
}

function styleOf([command, ...paths]: readonly string[], values: Values): Command {
  if (command === undefined) return mistake('Say what to do: poise style test, with folders or files of phrase rules.')
  if (command !== 'test')
    return mistake(`poise style has no command “${command}”.${didYouMean(command, ['test'])} See poise --help.`)
  const options = {paths, config: textOf(values.config)}
  return strangerIn(values, 'style test', ['config']) ?? {name: 'style-test', options}
}

function commandMistake(command: string): string {
  const near = didYouMean(command, ['check', 'baseline', 'macros', 'mcp', 'style'])
  return `Poise has no command “${command}”.${near || ` Write poise check ${command} to read that file or folder.`}`
}

function flagMistake(name: string, rawName: string, value: string | undefined): string | undefined {
  const known = Object.keys(flags).map(flag => `--${flag}`)
  if (!isFlag(name)) return `Poise has no flag ${rawName}.${didYouMean(rawName, known)} See poise --help.`
  if (name === 'cache')
    return value === '' ? `${rawName}= needs a file. Write ${rawName} alone for the usual one.` : undefined
  if (flags[name].type === 'boolean')
    return value === undefined ? undefined : `${rawName} takes no value. Write it alone.`
  return value === undefined || value === '' ? `${rawName} needs a value. See poise --help.` : undefined
}

function isFlag(name: string): name is keyof typeof flags {
  return Object.hasOwn(flags, name)
}

function textOf(value: FlagValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function mistake(text: string): Command {
  return {name: 'mistake', mistake: text}
}
