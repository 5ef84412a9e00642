// Takes the network away from what is run, and says afterwards who wanted it.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {root} from './setup.mjs'

const guard = path.join(root, 'test/hardening/preload/connections.cjs')
/** Brings up the one connection that is left, which is that of the machine with itself, and becomes the program. */
const withLoopback = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

/**
 * How to run a program without a network. On Linux the system has none for it and all that it starts. Anywhere, processes of Node
 * refuse to connect and write down that they were asked to.
 */
export function withoutNetwork() {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-network-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  const record = path.join(folder, 'connections')
  const prefix = namespace()
  return {
    /** Whether the system itself has no network for the program, so that programs other than Node have none either. */
    isCut: prefix.length > 0,
    /** The command that runs a program so. */
    command: (program, args) => [...prefix, program, ...args],
    env: {
      ...process.env,
      POISE_CONNECTIONS: record,
      NODE_OPTIONS: [process.env.NODE_OPTIONS, `--require="${guard.replaceAll('\\', '/')}"`].filter(Boolean).join(' '),
      // npm has in its cache what was installed.
      npm_config_offline: 'true',
      npm_config_audit: 'false',
      // What packages download in their own install scripts is no work of Poise.
      npm_config_build_from_source: 'true',
    },
    /** The connections that were tried, each with the program that tried. */
    tried: () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : []),
  }
}

/** The start of a command that gives the rest of it a network of its own, in which there is nothing; empty where that can't be had. */
function namespace() {
  // Who is not root stays who they are: tests of permissions look at that.
  const flags = process.getuid?.() === 0 ? ['--net'] : ['--net', '--map-current-user', '--keep-caps']
  const prefix = ['unshare', ...flags, ...withLoopback]
  const [program, ...args] = [...prefix, 'true']
  return process.platform === 'linux' && spawnSync(program, args).status === 0 ? prefix : []
}
