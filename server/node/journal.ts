import {createHash} from 'node:crypto'
import {closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Journal} from '../lsp/host.ts'
import {isRunning, removeQuietly} from './left-behind.ts'

const length = 64
const atRest = ' '.repeat(length)

/** A journal of which other threads of the server have pages of their own. */
export interface NodeJournal extends Journal {
  /** The file of a page for a thread: see `notingIn`. */
  readonly newPage: () => string
}

/**
 * Opens the journal of a server of the client with this process: a file that says at which document it is at work. It outlives a server
 * that dies, and is taken away by one that ends. No text of a document gets into it, nor its path, but a hash of that. Where the file can't
 * be had there is no journal, and nothing else is lost.
 */
export function openJournal(client: number): NodeJournal | undefined {
  try {
    const folder = ownFolder()
    const deaths = deathsIn(folder, client)
    const own = join(folder, `${client}-${process.pid}`)
    const pages = [own]
    const handle = openPage(own)
    process.on('exit', () => {
      closeSync(handle)
      pages.forEach(removeQuietly)
    })
    const mark = makeMark()
    return {
      deathsAt: path => (deaths.size === 0 ? 0 : (deaths.get(mark(path))?.length ?? 0)),
      note: path => writeQuietly(handle, mark(path)),
      newPage() {
        const page = `${own}-${pages.length}`
        pages.push(page)
        return page
      },
      forget(path) {
        const forgotten = path === undefined ? [...deaths.keys()] : [mark(path)]
        for (const each of forgotten) {
          for (const name of deaths.get(each) ?? []) removeLeft(folder, name)
          deaths.delete(each)
        }
      },
    }
  } catch {
    return undefined
  }
}

/**
 * What notes in a page of a journal at which document this thread is at work; a death counts against the document of each thread. The page goes
 * with whoever ends the thread.
 */
export function notingIn(page: string): Journal['note'] | undefined {
  try {
    const handle = openPage(page)
    const mark = makeMark()
    return path => writeQuietly(handle, mark(path))
  } catch {
    return undefined
  }
}

const openPage = (file: string): number => openSync(file, 'w', 0o600)

/** Makes what stands for a path in a page. */
function makeMark(): (path: string | undefined) => string {
  let last = {path: '', mark: atRest}
  return path => {
    if (path === undefined) return atRest
    if (path !== last.path) last = {path, mark: hashOf(path)}
    return last.mark
  }
}

/** A folder that nobody else can write to: the one for passing files may be everybody's. */
function ownFolder(): string {
  const user = process.getuid?.()
  const folder = join(tmpdir(), `poise-servers-${user ?? ''}`)
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const {uid, mode} = lstatSync(folder)
  if (user !== undefined && (uid !== user || (mode & 0o077) !== 0)) throw new Error('The folder is not ours alone.')
  return folder
}

/**
 * The journals of other servers of the client, by the hash of the document that each was at: one whose check never ends is at times still there
 * when its successor starts. What dead servers left that counts for nobody goes.
 */
function deathsIn(folder: string, client: number): Map<string, string[]> {
  const deaths = new Map<string, string[]>()
  for (const name of readdirSync(folder)) {
    const [, of] = /^(\d+)-\d+(?:-\d+)?$/.exec(name)?.map(Number) ?? []
    const mark = of === client ? readFileSync(join(folder, name), 'utf8').trim() : ''
    if (mark !== '') deaths.set(mark, [...(deaths.get(mark) ?? []), name])
    else if (of !== undefined && (of === client || !isRunning(of))) removeLeft(folder, name)
  }
  return deaths
}

/** Removes the journal of a server unless that lives. */
function removeLeft(folder: string, name: string): void {
  if (!isRunning(Number(name.split('-')[1]))) removeQuietly(join(folder, name))
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex')
}

/** A disk that is full must not keep a document from being checked. */
function writeQuietly(handle: number, text: string): void {
  try {
    writeSync(handle, text, 0)
  } catch {
    return
  }
}
