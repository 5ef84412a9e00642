import {spawn} from 'node:child_process'
import {dirname} from 'node:path'
import type {Blobs, Git, GitAnswer} from '../cli/changes/git.ts'

/**
 * The git of this machine, which is the one program that Poise runs, and only where somebody asked for what has changed. No shell is
 * between, and nothing that a repository configures is run: no hook, monitor, filter, text conversion, pager or connection.
 */
export const systemGit: Git = {run, blobs}

const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
  'core.quotePath=false',
]

function start(folder: string, args: readonly string[], plainFilters: readonly string[]) {
  // Where the environment sets something already, ours comes behind it.
  const first = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0
  const filters = plainFilters.flatMap((key, index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, key.endsWith('.required') ? 'false' : ''],
  ])
  const child = spawn('git', ['--no-pager', '-C', folder, ...settings.flatMap(each => ['-c', each]), ...args], {
    // Windows looks for a program in the working folder first, and there could be anything in that of a user.
    cwd: dirname(process.execPath),
    env: {
      ...process.env,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
      LC_ALL: 'C',
      ...(filters.length > 0 && {
        GIT_CONFIG_COUNT: String(first + plainFilters.length),
        ...Object.fromEntries(filters),
      }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    shell: false,
    windowsHide: true,
  })
  child.stdin.on('error', () => undefined)
  return child
}

function run(folder: string, args: readonly string[], plainFilters: readonly string[] = []): Promise<GitAnswer> {
  return new Promise(resolve => {
    const child = start(folder, args, plainFilters)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', error => resolve({code: undefined, out: new Uint8Array(), err: error.message}))
    child.on('close', code => resolve({code: code ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString()}))
    child.stdin.end()
  })
}

/** One process answers for all blobs, one after another. */
function blobs(folder: string): Blobs {
  const child = start(folder, ['cat-file', '--batch'], [])
  child.stderr.resume()
  child.on('error', () => undefined)
  const chunks: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let last: Promise<unknown> = Promise.resolve()

  async function next(): Promise<Buffer> {
    const {value, done} = await chunks.next()
    if (done) throw new Error('git ended before it had answered.')
    return value
  }
  async function headLine(): Promise<string> {
    while (!rest.includes(10)) rest = Buffer.concat([rest, await next()])
    const end = rest.indexOf(10)
    const line = rest.toString('latin1', 0, end)
    rest = rest.subarray(end + 1)
    return line
  }
  async function take(length: number, keeps: boolean): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      if (rest.length === 0) rest = await next()
      const part = rest.subarray(0, missing)
      rest = rest.subarray(part.length)
      missing -= part.length
      if (keeps) parts.push(part)
    }
    return Buffer.concat(parts)
  }
  async function answer(id: string, limit: number): Promise<Uint8Array | number | undefined> {
    child.stdin.write(`${id}\n`)
    const [, type, length] = (await headLine()).split(' ')
    if (type === 'missing') return undefined
    const size = Number(length)
    const bytes = await take(size, size <= limit)
    await take(1, false)
    return size <= limit ? bytes : size
  }

  return {
    read(id, limit) {
      const read = last.then(() => answer(id, limit))
      last = read.catch(() => undefined)
      return read
    },
    close: () => child.stdin.end(),
  }
}
