import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Bench} from '../cases/case.ts'
import type {Peer} from '../peers/peer.ts'
import {type Ran, ran} from './command.ts'

/** A way to have all files of a folder checked by one process. */
export interface CommandLine {
  readonly name: string
  readonly run: (folder: string, files: readonly string[]) => Promise<Ran>
}

/** Poise with the number of workers that its command line lets one choose, where it does. */
export function poiseCommands({commandLine}: Pick<Bench, 'commandLine'>): readonly CommandLine[] {
  const help = execFileSync(process.execPath, [commandLine, '--help'], {encoding: 'utf8'})
  const flag = /--(?:workers|threads|jobs)\b/.exec(help)?.[0]
  const withArgs = (name: string, args: readonly string[]): CommandLine => ({
    name,
    run: folder => ran(commandLine, ['check', ...args, '.'], folder),
  })
  if (flag === undefined) return [withArgs('Poise', [])]
  return [withArgs('Poise, 1 worker', [flag, '1']), withArgs('Poise, 2 workers', [flag, '2'])]
}

/** The command of a peer, or a loop over its files where it has none. */
export function peerCommand({name, command}: Peer, bundle: Bench['bundle']): CommandLine {
  if (command === undefined)
    return {name: `${name} (in a loop)`, run: folder => ran(bundle('folder-child'), [name], folder)}
  const script = binOf(command.package, command.bin)
  return {name, run: (folder, files) => ran(script, command.args(files), folder)}
}

function binOf(name: string, bin: string): string {
  const folder = fileURLToPath(new URL(`../node_modules/${name}/`, import.meta.url))
  const {bin: bins} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>
  }
  return path.join(folder, typeof bins === 'string' ? bins : (bins[bin] ?? ''))
}
