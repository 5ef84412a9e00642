import type {Problem} from '../formats/format.ts'
import type {FileSystem} from './files.ts'
import {type NamedPath, namedPath, staysInside} from './named-path.ts'
import {entryOf, isWithin, parentOf} from './path.ts'
import type {ReadConfig} from './read-config.ts'
import {decodeText} from './read-document.ts'

/** What following `extends` needs. */
export interface Follow {
  readonly files: FileSystem
  /** Reads a configuration, or the data of one under another name; undefined where there is none. */
  readonly read: (path: string) => Promise<ReadConfig | undefined>
  /** The folder that nothing leads out of. */
  readonly root: string
}

const deepest = 10
const mostFiles = 100
const maxManifest = 1_000_000

/** The files that a configuration extends, those that others rest on first, and at the end itself with what is wrong with its entries. */
export async function extendedBy(file: ReadConfig, follow: Follow): Promise<readonly ReadConfig[]> {
  let left = mostFiles

  async function chainOf(of: ReadConfig, trail: readonly string[]): Promise<readonly ReadConfig[]> {
    const below: ReadConfig[] = []
    const problems: Problem[] = []
    for (const {name, span} of of.settings.extends ?? []) {
      const report = (message: string) => problems.push({code: 'config-extends', message, span})
      const {path, mistake} = await find(name, of.path, follow)
      const next = path === undefined ? mistake : await take(path, name, trail)
      if (typeof next === 'string') {
        report(next)
        continue
      }
      const broken = next.problems.find(({code}) => unreadable.has(code))
      if (broken !== undefined) report(brokenMessage(name, next, broken))
      below.push(...(await chainOf(next, [...trail, next.path])))
    }
    return [...below, problems.length === 0 ? of : {...of, problems: [...of.problems, ...problems]}]
  }

  async function take(path: string, name: string, trail: readonly string[]): Promise<ReadConfig | string> {
    if (trail.includes(path))
      return `“${name}” extends this file in its turn, so it is left out here. Remove one of the two.`
    if (trail.length > deepest)
      return `“${name}” is more than ${deepest} files deep, so it is left out. Extend what it rests on directly.`
    if (left-- <= 0)
      return `This rests on more than ${mostFiles} files, so “${name}” is left out. Put some of them together.`
    return (await follow.read(path)) ?? `There is no file “${name}”. Check its name, or remove it here.`
  }

  return chainOf(file, [file.path])
}

const unreadable: ReadonlySet<string> = new Set([
  'config-unreadable',
  'config-syntax',
  'config-too-deep',
  'yaml-syntax',
])

function brokenMessage(name: string, {text = ''}: ReadConfig, {message, span}: Problem): string {
  const line = text.slice(0, span.start).split('\n').length
  return `“${name}” can’t be read as a whole; mend line ${line} there. ${message}`
}

const packageName = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/i
const dataName = /\.(?:jsonc?|ya?ml)$/i

/** A path where the name looks like one, else the data of an installed package. */
async function find(name: string, from: string, {files, root}: Follow): Promise<NamedPath> {
  const folder = parentOf(from) ?? '/'
  if (packageName.test(name) && !dataName.test(name)) return findPackage(name, folder, root, files)
  if (!dataName.test(name))
    return {
      mistake: `“${name}” is neither a JSON or YAML file nor the name of a package. Write "./base.json" or "@acme/poise-style".`,
    }
  return namedPath(name, {folder, root, files})
}

async function findPackage(name: string, from: string, root: string, files: FileSystem): Promise<NamedPath> {
  for (
    let folder: string | undefined = from;
    folder !== undefined && isWithin(root, folder);
    folder = parentOf(folder)
  ) {
    const place = entryOf(folder, `node_modules/${name}`)
    if ((await files.typeOf(place)) !== 'folder') continue
    if (!(await staysInside(place, root, files)))
      return {mistake: `“${name}” is a link that leads out of ${root}, so it is left out. Install it inside.`}
    const data = await dataOf(place, files)
    if (data === undefined)
      return {
        mistake: `The package “${name}” names no data in the field "poise" of its package.json. Name another one.`,
      }
    const {path, mistake} = await namedPath(data, {folder: place, root: place, files})
    return path === undefined ? {mistake: `The package “${name}” can’t be used. ${mistake}`} : {path}
  }
  return {mistake: `There is no package “${name}” in a folder node_modules from here up to ${root}. Install it there.`}
}

/** The file of a package that holds its data: what its manifest names, or else `poise.json`. Its code is never looked at. */
async function dataOf(place: string, files: FileSystem): Promise<string | undefined> {
  const {bytes} = await files.readFile(entryOf(place, 'package.json'), maxManifest)
  const text = bytes && decodeText(bytes)
  if (typeof text !== 'string') return 'poise.json'
  try {
    const manifest: unknown = JSON.parse(text)
    const named =
      typeof manifest === 'object' && manifest !== null && 'poise' in manifest ? manifest.poise : 'poise.json'
    return typeof named === 'string' && dataName.test(named) ? named : undefined
  } catch {
    return 'poise.json'
  }
}
