import {createHash} from 'node:crypto'
import {closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Journal} from '../lsp/host.ts'
import {isRunning, removeQuietly} from './left-behind.ts'

const length = 64
const atRest = ' '.repeat(length)

/**
 * Opens the journal of a server of the client with this process: a file that says at which document it is at work. It outlives a server
 * that dies, and is taken away by one that ends. No text of a document gets into it, nor its path, but a hash of that. Where the file can't
 * be had there is no journal, and nothing else is lost.
 */
export function openJournal(client: number): Journal | undefined {
  try {
    const folder = ownFolder()
    const deaths = deathsIn(folder, client)
    const file = join(folder, `${client}-${process.pid}`)
    const handle = openSync(file, 'w', 0o600)
    process.on('exit', () => {
      closeSync(handle)
      removeQuietly(file)
    })
    let last = {path: '', mark: atRest}

    function mark(path: string): string {
      if (path !== last.path) last = {path, mark: hashOf(path)}
      return last.mark
    }
    return {
      deathsAt: path => (deaths.size === 0 ? 0 : (deaths.get(mark(path))?.length ?? 0)),
      note: path => writeQuietly(handle, path === undefined ? atRest : mark(path)),
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
    const [, of] = /^(\d+)-\d+$/.exec(name)?.map(Number) ?? []
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
