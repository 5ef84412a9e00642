import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {runCommand} from './command.ts'

const APT_TIMEOUT_MS = 10 * 60_000
/** Another test may be installing something else just now. */
const WAIT_FOR_LOCK = ['-o', 'DPkg::Lock::Timeout=300']

/** Installs Debian packages when this user may, and returns a one-line reason when that cannot be done. */
export async function aptInstall(packages: readonly string[], logFile: string): Promise<string | undefined> {
  if (!existsSync('/usr/bin/apt-get')) return `${packages.join(', ')} missing and this system has no apt-get`
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (prefix.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    return `${packages.join(', ')} missing and apt-get needs root or passwordless sudo`
  }
  const apt = async (...args: string[]) => {
    const [file = '', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...WAIT_FOR_LOCK,
      ...args,
    ]
    return runCommand(file, rest, {cwd: '/', env: process.env, logFile, timeoutMs: APT_TIMEOUT_MS})
  }
  // The index may be partly out of reach while the package is not, so only the install decides.
  await apt('update')
  const result = await apt('install', '-y', '--no-install-recommends', ...packages)
  return result.code === 0 ? undefined : `apt-get install ${packages.join(' ')} failed: ${result.note}, see ${logFile}`
}
