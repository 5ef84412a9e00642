// A full disk, a read-only file, one with two names and one with a mode of its own, for each command that writes.
import {spawnSync} from 'node:child_process'
import {chmodSync, closeSync, linkSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {doubtful, type Ended, folderOf, minimised, poise} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {type Files, filesIn, lay} from '../interruptions.ts'
import {none, say} from '../measured.ts'
import {editedReplies, exported, exportName, toExport, toImport} from '../replies.ts'

interface Command {
  readonly args: readonly string[]
  readonly files: Files
  /** The file that it replaces; an import makes new ones. */
  readonly replaced?: string
}

const recorded = '.poise-baseline.json'
const articles = new Map([
  ['a.md', `${minimised}\n\n`.repeat(500)],
  ['b.md', doubtful],
])
const commands: readonly Command[] = [
  {args: ['check', '--fix'], files: articles, replaced: 'a.md'},
  {args: ['baseline'], files: new Map([...articles, [recorded, '{"version": 1, "files": {}}']]), replaced: recorded},
  {args: toExport, files: await editedReplies(), replaced: exportName},
  {args: toImport, files: exported},
]

await onFullDisk()
await whereRefused('a read-only file', /read-only/, path => chmodSync(path, 0o444))
await whereRefused('a file with two names', /second name/, (path, cwd) => linkSync(path, join(cwd, 'other')))
await withMode()
await tidy()

async function onFullDisk(): Promise<void> {
  const disk = join(folderOf(scene, {}), 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) {
    const reached = 'not tried: a small disk can only be made by root'
    say({input: 'a full disk', toReach: 'the files as they were', reached, passed: true})
    return
  }
  scene.after(() => void spawnSync('umount', [disk]))
  const wrong: string[] = []
  for (const {args, files} of commands) {
    lay(disk, files)
    fill(join(disk, 'rest'))
    const before = filesIn(disk)
    const ended = await poise(args, {cwd: disk})
    const why = refusedWell(ended, /could not be written/, before, disk)
    if (why !== undefined) wrong.push(`${args.join(' ')}: ${why}`)
    rmSync(join(disk, 'rest'))
  }
  none('a full disk: all files as they were, none besides, and a message', commands.length, wrong)
}

function fill(path: string): void {
  const handle = openSync(path, 'w')
  try {
    for (;;) writeSync(handle, 'x'.repeat(1024))
  } catch {
    closeSync(handle)
  }
}

async function whereRefused(what: string, message: RegExp, alter: (path: string, cwd: string) => void): Promise<void> {
  const wrong: string[] = []
  const tried = commands.filter(({replaced}) => replaced !== undefined)
  for (const {args, files, replaced = ''} of tried) {
    const cwd = folderOf(scene, {})
    lay(cwd, files)
    alter(join(cwd, replaced), cwd)
    const before = filesIn(cwd)
    const why = refusedWell(await poise(args, {cwd}), message, before, cwd)
    if (why !== undefined) wrong.push(`${args.join(' ')}: ${why}`)
  }
  none(`${what}: all as it was, and a message`, tried.length, wrong)
}

/** Why a command that could not write did not end as it should. */
function refusedWell({code, out, err}: Ended, message: RegExp, before: Files, cwd: string): string | undefined {
  const after = filesIn(cwd)
  const changed = [...new Set([...before.keys(), ...after.keys()])].find(name => before.get(name) !== after.get(name))
  if (changed !== undefined) return `${changed} is not as it was`
  if (code !== 2) return `ended with ${code}`
  return message.test(out + err) ? undefined : `said ${(out + err).slice(0, 200)}`
}

async function withMode(): Promise<void> {
  const wrong: string[] = []
  const tried = commands.filter(({replaced}) => replaced !== undefined)
  for (const {args, files, replaced = ''} of tried) {
    const cwd = folderOf(scene, {})
    lay(cwd, files)
    chmodSync(join(cwd, replaced), 0o640)
    await poise(args, {cwd})
    const isChanged = filesIn(cwd).get(replaced) !== files.get(replaced)
    const mode = statSync(join(cwd, replaced)).mode & 0o777
    if (!isChanged || mode !== 0o640 || readdirSync(cwd).some(name => name.endsWith('.tmp')))
      wrong.push(`${args.join(' ')}: ${isChanged ? `mode ${mode.toString(8)}` : 'not written'}`)
  }
  none('a file with a mode of its own: it is written, and has it still', tried.length, wrong)
}
