import type {Problem} from '../formats/format.ts'
import type {StyleFile} from '../house-style/house-style.ts'
import {readRule} from '../house-style/vale/read-rule.ts'
import type {ValeRule} from '../house-style/vale/vale-rule.ts'
import type {FileSystem} from './files.ts'
import {namedPath} from './named-path.ts'
import type {NamedEntry} from './parse-team-keys.ts'
import {entryOf, nameOf} from './path.ts'
import {decodeText} from './read-document.ts'

/** The styles that a configuration names, read. */
export interface Styles {
  readonly rules: readonly ValeRule[]
  /** The files of the styles that have mistakes. */
  readonly broken: readonly StyleFile[]
  /** Where a change counts. */
  readonly folders: readonly string[]
  /** What is wrong with the entries of the configuration. */
  readonly problems: readonly Problem[]
  /** What of them is not read. */
  readonly notes: readonly Problem[]
}

const mostFiles = 500
const maxSize = 1_000_000

/** The code of the note on rules of other kinds. */
export const notRead = 'vale-not-read'

/** Reads the styles that a configuration in `folder` names. Never rejects: what can't be read is a problem, and the rest holds. */
export async function readStyles(files: FileSystem, folder: string, named: readonly NamedEntry[]): Promise<Styles> {
  const rules: ValeRule[] = []
  const broken: StyleFile[] = []
  const folders: string[] = []
  const problems: Problem[] = []
  const notes: Problem[] = []
  for (const {name, span} of named) {
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
  return {rules, broken, folders, problems, notes}
}

interface Style {
  readonly rules: readonly ValeRule[]
  readonly broken: readonly StyleFile[]
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
  const broken: StyleFile[] = []
  const unread: string[] = []
  for (const each of names) {
    const path = entryOf(folder, each)
    const {bytes} = await files.readFile(path, maxSize)
    const text = bytes && decodeText(bytes)
    if (typeof text !== 'string') {
      const message =
        text?.message ?? `This file can’t be opened, or is larger than ${maxSize} bytes. Mend that, or remove it.`
      broken.push({path, problems: [{code: 'vale-rule', message, span: {start: 0, end: 0}}]})
      continue
    }
    const ruleName = each.replace(/\.ya?ml$/i, '')
    const read = readRule(text, nameOf(folder), ruleName)
    if (read.rule !== undefined) rules.push(read.rule)
    if (read.unread !== undefined) unread.push(`${ruleName} (${read.unread})`)
    if (read.problems.length > 0) broken.push({path, text, problems: read.problems})
  }
  return {rules, broken, unread}
}

const mostNamed = 12

function unreadMessage(name: string, {rules, unread}: Style): string {
  const more = unread.length > mostNamed ? [`${unread.length - mostNamed} more`] : []
  const all = [...unread.slice(0, mostNamed), ...more].join(', ')
  return `“${name}”: ${rules.length} of ${rules.length + unread.length} rules are read. Of another kind, and so not read: ${all}.`
}
