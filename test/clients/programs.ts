import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {aptInstall} from '../editor/host/apt-install.ts'
import {repositoryRoot} from '../editor/host/install.ts'
import {withInstallLock} from '../editor/host/install-lock.ts'

/** A program that tests drive, how to see that all of it is there, and the Debian packages that bring it. */
export interface Program {
  readonly name: string
  readonly isThere: () => boolean
  readonly packages: readonly string[]
}

/** Whether a program can be had; a reason to skip otherwise. Under CI the tests must run, so there the reason is an error. */
export async function reasonToSkip(program: Program): Promise<string | undefined> {
  const {name} = program
  const reason = await ensure(program)
  if (reason === undefined) return undefined
  if (process.env['CI'] === 'true') throw new Error(`The tests in ${name} must run here: ${reason}`)
  console.log(`Skipped the tests in ${name}: ${reason}.`)
  return reason
}

async function ensure({name, isThere, packages}: Program): Promise<string | undefined> {
  if (isThere()) return undefined
  if (process.platform !== 'linux') return `${name} is missing, and only Debian’s packages are installed on demand`
  const cache = path.join(repositoryRoot, '.vscode-test')
  mkdirSync(cache, {recursive: true})
  return withInstallLock(cache, async () => {
    if (isThere()) return undefined
    process.stderr.write(`Installing ${name} for the tests, once, in about a minute\n`)
    return aptInstall(packages, path.join(cache, 'install.log'))
  })
}
