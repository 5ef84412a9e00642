import {locateIn} from '../engine/positions.ts'
import {readHouseStyle, type SourcedPhrase} from '../house-style/house-style.ts'
import {houseId} from '../house-style/phrase-rule.ts'
import {isStyleSyntax} from '../house-style/style-file.ts'
import {type TriedPhrase, tryPhrase} from '../house-style/try-phrase.ts'
import type {Config, Configs} from '../workspace/config.ts'
import {configName} from '../workspace/config-keys.ts'
import {findDocuments} from '../workspace/find-documents.ts'
import {nameOf, parentOf} from '../workspace/path.ts'
import type {ConfigFile} from '../workspace/read-config.ts'
import type {StyleTestOptions} from './arguments.ts'
import {makeColours, printable} from './colours.ts'
import {configMistake, configResults, configsFor} from './configuration.ts'
import type {ExitCode, Host} from './host.ts'
import {configText, counted} from './reports/text.ts'
import {foldersOf, type Root, rootsOf} from './roots.ts'

/** A phrase with what holds where it stands, and the text of its file. */
interface Tried {
  readonly phrase: SourcedPhrase
  readonly config: Config
}

/** Runs the examples of the phrase rules that hold in some folders, or that stand in some files, and says which don’t hold. */
export async function testStyle(options: StyleTestOptions, host: Host): Promise<ExitCode> {
  const roots = await rootsOf(options.paths, host)
  const configs = configsFor(options, host, foldersOf(roots))
  const mistake = await configMistake(configs, options, host)
  if (mistake !== undefined) host.note(mistake)
  if (roots === undefined || mistake !== undefined) return 2

  const chosen = new Map<string, Tried>()
  const loose: ConfigFile[] = []
  for (const root of roots) {
    const {phrases, file} = await phrasesOf(root, configs, host)
    for (const each of phrases) chosen.set(`${each.phrase.path} ${each.phrase.span.start}`, each)
    if (file !== undefined) loose.push(file)
  }
  if (host.signal.aborted) return 2
  const texts = new Map([...configs.files(), ...loose].map(({path, text = ''}) => [path, text]))
  const counts = {examples: 0, failures: 0, warnings: 0}
  for (const {phrase, config} of chosen.values()) {
    const tried = tryPhrase(phrase, config.plans)
    counts.examples += tried.examples
    counts.failures += tried.failures.length
    counts.warnings += tried.warnings.length
    await host.print(linesOf(phrase, tried, texts.get(phrase.path) ?? '', host))
  }
  const problems = configResults([...configs.files(), ...loose], host)
  for (const problem of problems) await host.print(configText(problem, makeColours(host.colours)))
  await host.print(summaryOf(chosen.size, counts))
  return counts.failures > 0 || problems.length > 0 ? 1 : 0
}

interface Chosen {
  readonly phrases: readonly Tried[]
  /** A file of phrase rules that no configuration names. */
  readonly file?: ConfigFile
}

async function phrasesOf({path, isFolder}: Root, configs: Configs, host: Host): Promise<Chosen> {
  const {files, signal} = host
  // To look for documents is to read every configuration on the way.
  if (isFolder) for await (const _ of findDocuments(files, configs, path, {signal})) if (signal.aborted) break
  const folder = isFolder ? path : (parentOf(path) ?? '/')
  const config = await configs.of(folder)
  const all: Tried[] = []
  for (const {path: from, phrases = []} of configs.files()) {
    const own = await configs.of(parentOf(from) ?? '/')
    for (const phrase of phrases) all.push({phrase, config: own})
  }
  const isOne = !isFolder && (nameOf(path) === configName || isStyleSyntax(path))
  if (!isOne) return {phrases: all}
  const here = all.filter(({phrase}) => phrase.path === path)
  if (here.length > 0 || nameOf(path) === configName) return {phrases: here}
  const named = {rules: [], files: [{name: nameOf(path), span: {start: 0, end: 0}}]}
  const style = await readHouseStyle(files, folder, path, named)
  const [file] = style.files
  return {
    phrases: style.phrases.map(phrase => ({phrase, config})),
    ...(file && {file: {...file, problems: [...style.problems, ...file.problems]}}),
  }
}

function linesOf({rule, path}: SourcedPhrase, tried: TriedPhrase, text: string, {shown, colours}: Host): string {
  const locate = locateIn(text)
  const id = houseId(rule.name)
  const remark =
    (kind: string) =>
    ({span, text: said}: TriedPhrase['failures'][number]): string =>
      `${printable(shown(path))}:${locate(span).start.line}  ${kind}  ${id} ${printable(said)}\n`
  const {red, yellow, dim} = makeColours(colours)
  return [
    ...tried.rewrites.map(({before, after}) => `${dim(id)}  ${printable(before)} → ${printable(after)}\n`),
    ...tried.failures.map(remark(red('fails'))),
    ...tried.warnings.map(remark(yellow('note'))),
  ].join('')
}

function summaryOf(
  rules: number,
  {examples, failures, warnings}: {readonly examples: number; readonly failures: number; readonly warnings: number},
): string {
  if (rules === 0) return 'There are no phrase rules here. Write some under “phrases” in .poise.json.\n'
  const result =
    examples === 0
      ? 'nothing was tried'
      : failures === 0
        ? 'all hold'
        : failures === 1
          ? 'one fails'
          : `${failures} fail`
  const notes = warnings === 0 ? '' : `, ${counted(warnings, 'note')}`
  return `${counted(rules, 'phrase rule')}, ${counted(examples, 'example') || 'no examples'}: ${result}${notes}.\n`
}
