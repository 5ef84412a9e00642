import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build, type Metafile} from 'esbuild'
import {bundlesOf, commonOptions, libraryBundleOf} from '../scripts/bundles.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A package of somebody else whose code is in a bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly author: string
  readonly folder: string
}

/** What a file of `dist/` is made of. */
export interface BundledFile {
  readonly file: string
  readonly packages: readonly BundledPackage[]
  /** The names of those that our own sources import; the others came along. */
  readonly imported: readonly string[]
}

/** Bundles as `build.mjs` does, without writing, and says which packages ended up in each file. */
export async function bundledFiles(): Promise<readonly BundledFile[]> {
  const common = {...commonOptions(false), metafile: true, write: false, absWorkingDir: root} as const
  const built = await Promise.all([...bundlesOf(common), libraryBundleOf(common)].map(options => build(options)))
  return built.flatMap(({metafile}) => (metafile === undefined ? [] : filesOf(metafile)))
}

function filesOf({inputs, outputs}: Metafile): readonly BundledFile[] {
  return Object.entries(outputs).map(([file, output]) => {
    const held = Object.entries(output.inputs).flatMap(([input, {bytesInOutput}]) => (bytesInOutput > 0 ? [input] : []))
    const folders = new Set(held.flatMap(input => folderOf(input) ?? []))
    const imported = held
      .filter(input => folderOf(input) === undefined)
      .flatMap(input => inputs[input]?.imports ?? [])
      .flatMap(({path: target}) => folderOf(target) ?? [])
      .filter(folder => folders.has(folder))
    return {file, packages: [...folders].map(packageIn), imported: [...new Set(imported.map(nameOf))]}
  })
}

function folderOf(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function packageIn(place: string): BundledPackage {
  const folder = path.join(root, place)
  const {version, license, author} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return {name: nameOf(place), version, license, author: author?.name ?? author ?? '', folder}
}
