import type {FileSystem} from '../workspace/files.ts'
import {nameOf, parentOf} from '../workspace/path.ts'
import {readFound} from '../workspace/scan.ts'
import type {CheckOptions} from './arguments.ts'
import type {Cache} from './cache.ts'
import {checkOnce} from './check-paths.ts'
import {makeColours, printable} from './colours.ts'
import type {ExitCode, FolderWatch, Host} from './host.ts'
import type {Checked} from './outcome.ts'
import {keyMaker} from './outcome-key.ts'
import {recordedFor} from './recorded.ts'

/** An editor that saves makes several changes; so many milliseconds without another one mean that it has ended. */
const quiet = 80
const namesShown = 3

/** Checks files and folders, and again what changes in them, until an interrupt. */
export async function watchPaths(options: CheckOptions, host: Host): Promise<ExitCode> {
  const changes = makeBell(host.signal)
  const failed = new Set<string>()
  const folders = host.watchFolders(changes.ring, folder => {
    if (failed.size === 0)
      host.note(
        `The system watches no more folders, so changes in ${printable(host.shown(folder))} go unseen. Name fewer folders, or raise its limit (on Linux fs.inotify.max_user_watches).`,
      )
    failed.add(folder)
  })
  const files = watchedFiles(host.files, folders)
  const memory = new Map<string, Checked>()
  try {
    for (let isFirst = true; !host.signal.aborted; isFirst = false) {
      const ended = await pass(options, {...host, files}, memory, isFirst)
      if (isFirst && ended === 2 && memory.size === 0) return 2
      if (isFirst) host.note('Waiting for changes. Ctrl+C ends.')
      await changes.next()
    }
    return 0
  } finally {
    folders.close()
  }
}

/** Checks what has changed since the last pass, and prints it under a line that names it. */
async function pass(
  options: CheckOptions,
  host: Host,
  memory: Map<string, Checked>,
  isFirst: boolean,
): Promise<ExitCode> {
  const recorded = await recordedFor(options, {...host, note: () => undefined})
  const setup = {options, colours: host.colours, ...(recorded && recorded !== 'mistake' && {recorded})}
  const keyOf = keyMaker(setup, host.build(), host)
  const seen = new Set<string>()
  const fresh = new Set<string>()
  const cache: Cache = {
    async recall(found) {
      seen.add(found.path)
      const known = memory.get(found.path)
      const text = known && (await readFound(found, host.files))?.text
      if (known !== undefined && text !== undefined && known.key === keyOf(found, text)) return known
      fresh.add(found.path)
      return undefined
    },
    remember: checked => memory.set(checked.path, checked),
    save: () => undefined,
  }
  const said: string[] = []
  const print = async (text: string) => void said.push(text)
  const code = await checkOnce(options, isFirst ? host : {...host, print}, {cache, isShown: path => fresh.has(path)})
  if (host.signal.aborted) return code
  const gone = [...memory.keys()].filter(path => !seen.has(path))
  for (const path of gone) memory.delete(path)
  const ours = [...fresh].filter(path => memory.get(path)?.outcome !== undefined)
  if (isFirst || ours.length + gone.length === 0) return code
  const shown = (path: string): string => printable(host.shown(path))
  const calm = ours.filter(path => memory.get(path)?.outcome?.report === '')
  const lines = [
    makeColours(host.colours).dim(`── ${some([...ours, ...gone].map(shown))} ──`),
    ...gone.map(path => `${shown(path)} is gone.`),
    ...calm.map(path => `${shown(path)}: nothing to change.`),
  ]
  await host.print(`${lines.join('\n')}\n${said.join('')}`)
  return code
}

function some(names: readonly string[]): string {
  const more = names.length > namesShown ? [`${names.length - namesShown} more`] : []
  return [...names.slice(0, namesShown), ...more].join(', ')
}

/** The disk, watched: folders that are listed, and every file that is asked for by its name, be it there or not yet. */
function watchedFiles(files: FileSystem, folders: FolderWatch): FileSystem {
  function addName(path: string): void {
    const folder = parentOf(path)
    if (folder !== undefined) folders.add(folder, nameOf(path))
  }
  return {
    ...files,
    list(folder) {
      folders.add(folder)
      return files.list(folder)
    },
    typeOf(path) {
      addName(path)
      return files.typeOf(path)
    },
    readFile(path, limit) {
      addName(path)
      return files.readFile(path, limit)
    },
  }
}

/** What rings when something changes; `next` waits for it, and for the quiet after it. */
function makeBell(signal: AbortSignal) {
  let hasRung = false
  let wake = () => {}
  const ring = () => {
    hasRung = true
    wake()
  }
  signal.addEventListener('abort', ring)
  const rung = () =>
    new Promise<void>(resolve => {
      wake = resolve
      if (hasRung) resolve()
    })
  return {
    ring,
    async next(): Promise<void> {
      await rung()
      while (hasRung && !signal.aborted) {
        hasRung = false
        await new Promise(resolve => setTimeout(resolve, quiet))
      }
    },
  }
}
