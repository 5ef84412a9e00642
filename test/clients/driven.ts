import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {TestContext} from 'node:test'

/** A macro with an emoji in front of the words that are marked, which only UTF-16 columns find. */
const macro = 'Hi Ana 👋 the export is done, 🙂 unfortunately.\n\nYou should be able to see it now.\n'

/** The same after the best rewrite of each was chosen. */
const mended = "Hi Ana 👋 the export is done, 🙂.\n\nYou'll see it now.\n"

/** What a driver script saw, as it writes it to the file that the environment names. */
export interface Seen {
  /** The rule and the marked words of each finding, in the order of the file. */
  readonly findings: readonly (readonly [rule: string, words: string])[]
  /** The titles of the actions that were chosen. */
  readonly chosen: readonly string[]
  readonly text: string
  readonly after: readonly string[]
  readonly saved: string
}

/** Runs an editor on a macro in a folder of its own; its script says what it saw in the file of POISE_SEEN. */
export async function drive(
  context: TestContext,
  command: string,
  args: (folder: string) => readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Seen> {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-client-'))
  context.after(() => rmSync(folder, {recursive: true, force: true}))
  for (const [name, text] of Object.entries({'reply.macro.md': macro, ...files})) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
    writeFileSync(path.join(folder, name), text)
  }
  const seen = path.join(folder, 'seen.json')
  const output = await run(command, args(folder), folder, {
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    POISE_SEEN: seen,
  })
  try {
    return {...JSON.parse(readFileSync(seen, 'utf8')), saved: readFileSync(path.join(folder, 'reply.macro.md'), 'utf8')}
  } catch {
    throw new Error(`${path.basename(command)} did not come to its end.\n${output}`)
  }
}

function run(command: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
      killSignal: 'SIGKILL',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += String(data)))
    child.once('error', reject)
    child.once('close', () => resolve(output))
  })
}

/** Asserts that an editor showed the findings, applied their rewrites exactly, and showed them no more. */
export function assertMended({findings, chosen, text, saved, after}: Seen): void {
  const ofWords = (rule: string): boolean => !rule.startsWith('macro-')
  assert.deepEqual(
    findings.filter(([rule]) => ofWords(rule)),
    [
      ['unfortunately-lead', 'unfortunately'],
      ['outcome-should', 'You should be able to see'],
    ],
  )
  assert.match(chosen.join('\n'), /^Change to “You'll see”.*\nRemove “unfortunately”$/)
  assert.equal(text, mended)
  assert.equal(saved, mended)
  assert.deepEqual(after.filter(ofWords), [])
}
