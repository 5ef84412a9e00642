import {spawn} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {TestContext} from 'node:test'
import {buildSync} from 'esbuild'

/** A sentence that rules mark, without a safe suggestion. */
export const doubtful = 'You should be able to see the invoice now.'
/** A sentence with a safe suggestion, and what it becomes. */
export const minimised = 'Just click Save.'
export const mended = 'Click Save.'
/** A sentence that no rule marks. */
export const calm = 'Select **Invoices** to see them.'

/** The program as it is packaged: a bundle, which also starts much faster than its sources. */
export const program = bundle('server/cli/main.ts')

/** Bundles a source of the project for this test run. */
export function bundle(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'poise-bundle-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  chmodSync(folder, 0o755)
  const outfile = join(folder, 'bundle.mjs')
  buildSync({
    entryPoints: [join(import.meta.dirname, '../..', source)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: {
      js: "import {createRequire as nodeRequire} from 'node:module'; const require = nodeRequire(import.meta.url);",
    },
  })
  return outfile
}

/** Somebody whom permissions hold back, where the tests run as root, whom they do not. */
export const nobody = process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface RunOptions {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
  readonly gid?: number
  readonly timeout?: number
}

/** Runs the command line in a process of its own, which is killed after 30 seconds, or the `timeout` in milliseconds. */
export function poise(
  args: readonly string[],
  {cwd, input = '', env = {}, timeout = 30_000, ...identity}: RunOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      ...identity,
      cwd,
      env: {...process.env, NO_COLOR: '', FORCE_COLOR: '', ...env},
      timeout,
      killSignal: 'SIGKILL',
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', code => resolve({code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString()}))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** A folder with these files, removed after the test. */
export function folderOf(
  context: Pick<TestContext, 'after'>,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'poise-'))
  context.after(() => rmSync(folder, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, content)
  }
  return folder
}

/** What was left behind by a write that did not end. */
export function temporaries(folder: string): readonly string[] {
  return readdirSync(folder).filter(name => name.endsWith('.tmp'))
}
