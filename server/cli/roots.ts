import type {Configs} from '../workspace/config.ts'
import {type Found, findDocument, findDocuments} from '../workspace/find-documents.ts'
import {printable} from './colours.ts'
import type {Host} from './host.ts'

/** A path that was named on the command line. */
export interface Root {
  readonly path: string
  readonly isFolder: boolean
}

/** The paths that were named, or the working folder; undefined, with a note, where one of them does not exist. */
export async function rootsOf(paths: readonly string[], host: Host): Promise<readonly Root[] | undefined> {
  const names = paths.length === 0 ? ['.'] : paths
  const roots: Root[] = []
  for (const name of names) {
    const path = host.absolute(name)
    const type = await host.files.typeOf(path)
    if (type !== undefined) roots.push({path, isFolder: type === 'folder'})
    else
      host.note(
        `There is no file or folder “${printable(name)}”. Check the name; patterns such as *.md are for the shell to expand.`,
      )
  }
  return roots.length === names.length ? roots : undefined
}

/** The folders among what was named. */
export function foldersOf(roots: readonly Root[] = []): readonly string[] {
  return roots.filter(({isFolder}) => isFolder).map(({path}) => path)
}

/** Every document under the roots, once. */
export async function* findAll(
  roots: readonly Root[],
  configs: Configs,
  host: Host,
  skip: () => void,
): AsyncGenerator<Found> {
  const seen = new Set<string>()
  for (const {path, isFolder} of roots) {
    const found = isFolder
      ? findDocuments(host.files, configs, path, {signal: host.signal, onLeftOut})
      : findNamed(path, configs, host)
    for await (const document of found) {
      if (seen.has(document.path)) continue
      seen.add(document.path)
      yield document
    }
  }

  function onLeftOut({path, reason}: {readonly path: string; readonly reason: keyof typeof leftOutNotes}): void {
    skip()
    host.note(`${printable(host.shown(path))} ${leftOutNotes[reason]}`)
  }
}

const leftOutNotes = {
  link: 'is a link, and links are not followed in a folder. Name it to check what it leads to.',
  special: 'is a pipe, socket or device, so it was left out.',
  unreadable: 'can’t be opened, so it was left out. Give yourself permission to read it.',
} as const

async function* findNamed(path: string, configs: Configs, host: Host): AsyncGenerator<Found> {
  const found = await findDocument(configs, path)
  if (found !== undefined) yield found
  else
    host.note(
      `${printable(host.shown(path))} is of a kind that Poise does not read, or the configuration leaves it out, so it was not read.`,
    )
}
