// All of Poise where there is no network: nothing tries to connect, and no text turns up where it does not belong.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {withoutNetwork} from '../../../scripts/no-network.mjs'
import {none, say} from '../measured.ts'

const network = withoutNetwork()
const folder = mkdtempSync(join(tmpdir(), 'poise-alone-'))
const at = (name: string): string => {
  mkdirSync(join(folder, name))
  return join(folder, name)
}
const home = at('home')
const places = {HOME: home, USERPROFILE: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, TMPDIR: at('temporary')}
const [program, ...args] = network.command(process.execPath, [
  '--import',
  'tsx',
  join(import.meta.dirname, '../use-without-network.ts'),
])
const {status} = spawnSync(program, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {...network.env, ...places},
})
rmSync(folder, {recursive: true, force: true})
process.exitCode = status ?? 1

say({
  input: 'connections beyond the machine',
  toReach: '0 are tried',
  reached: `${network.tried().length}${network.isCut ? ', and the system would have let none out' : ''}`,
  passed: network.tried().length === 0,
})
none('refused connections are written down, which shows that somebody listens', 1, await refusals())

/** Tries one connection under the same guard. */
async function refusals(): Promise<readonly string[]> {
  const code = "fetch('http://poise.invalid').catch(() => {})"
  const [file, ...rest] = network.command(process.execPath, ['--eval', code])
  spawnSync(file, rest, {env: network.env})
  return network.tried().some(line => line.includes('poise.invalid')) ? [] : ['fetch was not seen']
}
