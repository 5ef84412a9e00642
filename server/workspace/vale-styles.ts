import type {Problem} from '../formats/format.ts'
import {readRule} from '../house-style/vale/read-rule.ts'
import type {ValeRule} from '../house-style/vale/vale-rule.ts'
import type {ConfigFile} from './config.ts'
import {short} from './config-nodes.ts'
import {didYouMean} from './did-you-mean.ts'
import type {FileSystem} from './files.ts'
import {namedPath} from './named-path.ts'
import {entryOf, nameOf, parentOf} from './path.ts'
import {decodeText} from './read-document.ts'

/** The styles that a configuration names, read. */
export interface Styles {
  readonly rules: readonly ValeRule[]
  /** The configuration with what is wrong with its entries and what of them is not read, then the files of the styles that have mistakes. */
  readonly files: readonly ConfigFile[]
  /** Where a change counts. */
  readonly folders: readonly string[]
}

const mostFiles = 500
const maxSize = 1_000_000

/** The code of the note on rules of other kinds. */
export const notRead = 'vale-not-read'

/** Reads the styles of a configuration. Never rejects: what can't be read is a problem, and the rest holds. */
export async function stylesOf(file: ConfigFile, files: FileSystem): Promise<Styles> {
  const folder = parentOf(file.path) ?? '/'
  const rules: ValeRule[] = []
  const broken: ConfigFile[] = []
  const folders: string[] = []
  const problems: Problem[] = []
  const notes: Problem[] = []
  for (const {name, span} of file.settings.vale ?? []) {
    const {path, mistake} = await namedPath(name, {folder, root: folder, files})
    if (path !== undefined) folders.push(path)
    const style = path === undefined ? mistake : await readStyle(path, name, files)
    if (typeof style === 'string') {
      problems.push({code: 'config-vale', message: style, span})
      continue
    }
    rules.push(...style.rules)
    broken.push(...style.broken)
    if (style.unread.length > 0) notes.push({code: notRead, message: unreadMessage(name, style), span})
  }
  return {rules, folders, files: [{...file, problems: [...file.problems, ...problems], notes}, ...broken]}
}

interface Style {
  readonly rules: readonly ValeRule[]
  readonly broken: readonly ConfigFile[]
  /** Names of rules with their kind, such as “Headings (capitalization)”. */
  readonly unread: readonly string[]
}

async function readStyle(folder: string, name: string, files: FileSystem): Promise<Style | string> {
  const entries = await files.list(folder)
  if (entries === undefined) return `There is no folder “${name}”. Name the folder of a style, such as "styles/Acme".`
  const names = entries
    .filter(entry => entry.type === 'file' && /\.ya?ml$/i.test(entry.name))
    .map(entry => entry.name)
    .sort()
  if (names.length === 0)
    return `There are no rules in “${name}”. Name the folder that holds the .yml files of a style.`
  if (names.length > mostFiles) return `“${name}” holds more than ${mostFiles} files. Name the folder of one style.`
  const rules: ValeRule[] = []
  const broken: ConfigFile[] = []
  const unread: string[] = []
  for (const each of names) {
    const path = entryOf(folder, each)
    const {bytes} = await files.readFile(path, maxSize)
    const text = bytes && decodeText(bytes)
    if (typeof text !== 'string') {
      const message =
        text?.message ?? `This file can’t be opened, or is larger than ${maxSize} bytes. Mend that, or remove it.`
      broken.push(fileWith(path, '', [{code: 'vale-rule', message, span: {start: 0, end: 0}}]))
      continue
    }
    const ruleName = each.replace(/\.ya?ml$/i, '')
    const read = readRule(text, nameOf(folder), ruleName)
    if (read.rule !== undefined) rules.push(read.rule)
    if (read.unread !== undefined) unread.push(`${ruleName} (${read.unread})`)
    if (read.problems.length > 0) broken.push(fileWith(path, text, read.problems))
  }
  return {rules, broken, unread}
}

function fileWith(path: string, text: string, problems: readonly Problem[]): ConfigFile {
  return {path, text, settings: {root: false, rules: Object.create(null)}, problems}
}

const mostNamed = 12

function unreadMessage(name: string, {rules, unread}: Style): string {
  const more = unread.length > mostNamed ? [`${unread.length - mostNamed} more`] : []
  const all = [...unread.slice(0, mostNamed), ...more].join(', ')
  return `“${name}”: ${rules.length} of ${rules.length + unread.length} rules are read. Of another kind, and so not read: ${all}.`
}

/** A configuration with a problem for each rule that it names of a style, and that no style has. */
export function withUnknownRules(file: ConfigFile, styles: readonly ValeRule[]): ConfigFile {
  const ids = styles.map(({id}) => id)
  const problems = (file.settings.ofStyles ?? [])
    .filter(({name}) => !ids.includes(name))
    .map(({name, span}): Problem => {
      const message = `No style of “vale” has a rule “${short(name)}”.${didYouMean(name, ids)}`
      return {code: 'config-unknown-rule', message, span}
    })
  return problems.length === 0 ? file : {...file, problems: [...file.problems, ...problems]}
}
