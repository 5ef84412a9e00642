// Kills the command line while it writes, again and again.
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {program} from '../cli/poise.ts'
import {randomFrom} from '../formats/random.ts'
import {none, say} from './measured.ts'

/** Files by name. */
export type Files = ReadonlyMap<string, string>

/** A command that writes files in one folder. */
export interface Writer {
  readonly name: string
  readonly folder: string
  readonly files: Files
  /** Starts it; resolves when it has ended, or was killed. */
  readonly start: () => {readonly child: ChildProcess; readonly ended: Promise<unknown>}
}

/** The command line as a writer. */
export function commandLine(folder: string, files: Files, args: readonly string[]): Writer {
  return {
    name: args.join(' '),
    folder,
    files,
    start() {
      const child = spawn(process.execPath, [program, ...args], {cwd: folder, stdio: 'ignore'})
      return {child, ended: new Promise(resolve => child.once('close', resolve))}
    },
  }
}

/**
 * Kills the writer so many times, most of them between its first write and its end, and says how its files fared: each is as before or as a run that
 * nobody disturbs leaves it, and the next run ends what the killed one began.
 */
export async function interrupted(writer: Writer, kills: number, seed: number): Promise<void> {
  const {folder, files} = writer
  const random = randomFrom(seed)
  const first = await undisturbed(writer)
  const second = await undisturbed(writer)
  const [whole, writing] = [Math.min(first.whole, second.whole), Math.min(first.writing, second.writing)]
  const after = filesIn(folder)
  const [lost, unmended]: [string[], string[]] = [[], []]
  let [amid, left, mended] = [0, 0, 0]
  for (let kill = 0; kill < kills; kill++) {
    lay(folder, files)
    const share = random.below(1000) / 1000
    if (kill % 10 === 0) await killed(writer, whole * share)
    // More of them early: a command that writes one file is done with it soon, and then takes its time to end.
    else await killedWhileWriting(writer, writing * share ** 2)
    const now = filesIn(folder)
    const temporaries = [...now.keys()].filter(isTemporary).length
    left += temporaries
    const names = new Set([...files.keys(), ...after.keys()])
    for (const name of now.keys()) if (!names.has(name) && !isTemporary(name)) lost.push(`kill ${kill}: ${name} is new`)
    for (const name of names) {
      const text = now.get(name)
      if (text === files.get(name) || text === after.get(name)) continue
      lost.push(`kill ${kill}: ${name} has ${text?.length ?? 'no'} characters`)
    }
    const isChanged = [...names].some(name => now.get(name) !== files.get(name))
    const isDone = [...names].every(name => now.get(name) === after.get(name))
    if (temporaries > 0 || (isChanged && !isDone)) amid += 1
    if (kill % 4 !== 0) continue
    mended += 1
    await writer.start().ended
    const end = filesIn(folder)
    const wrong = [...end].find(([name, text]) => after.get(name) !== text)
    if (wrong !== undefined || end.size !== after.size) unmended.push(`kill ${kill}: ${wrong?.[0] ?? 'a file is gone'}`)
  }
  none(`${writer.name}, killed: each file is the old one or the new one, whole`, kills, lost)
  none(
    `${writer.name}, run again after a kill: all is as if there had been none, and nothing is left`,
    mended,
    unmended,
  )
  say({
    input: `${writer.name}: kills that fall amid its writing`,
    toReach: '≥ 25 %',
    reached: `${amid} of ${kills}; ${left} temporary files left`,
    passed: amid >= kills / 4,
    timed: true,
  })
}

const isTemporary = (name: string): boolean => name.endsWith('.tmp')

/** Makes a folder hold these files alone. */
export function lay(folder: string, files: Files): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), {recursive: true})
  for (const [name, text] of files) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
}

/** The files of a folder, and of those in it. */
export function filesIn(folder: string): Files {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
  const paths = entries.map(entry => join(entry.parentPath, entry.name))
  return new Map(paths.map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

/** The milliseconds of a run, and those from its first write to its end. */
async function undisturbed(writer: Writer): Promise<{readonly whole: number; readonly writing: number}> {
  lay(writer.folder, writer.files)
  const start = performance.now()
  const {child, ended} = writer.start()
  const written = firstWrite(writer, child)
  await written
  const middle = performance.now()
  await ended
  return {whole: performance.now() - start, writing: performance.now() - middle}
}

async function killed(writer: Writer, after: number): Promise<void> {
  const {child, ended} = writer.start()
  await new Promise(resolve => setTimeout(resolve, after))
  child.kill('SIGKILL')
  await ended
}

async function killedWhileWriting(writer: Writer, after: number): Promise<void> {
  const {child, ended} = writer.start()
  await firstWrite(writer, child)
  // A timer counts in whole milliseconds, in which a small file is written.
  for (const start = performance.now(); performance.now() - start < after; );
  child.kill('SIGKILL')
  await ended
}

function firstWrite({folder}: Writer, child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    const watcher = watch(folder, () => done())
    const done = () => {
      watcher.close()
      resolve()
    }
    child.once('close', done)
  })
}
