import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {test} from 'node:test'
import type {Diagnostic} from 'vscode-languageserver-protocol'
import {reasonToSkip} from './editor.ts'
import {ensureWebHost, repositoryRoot} from './host/index.ts'
import {scanInWorker} from './host/worker-scan.ts'

const skip = (await reasonToSkip(ensureWebHost)) ?? false
const corpus = process.env['POISE_CORPUS']
/** Of a large folder every so-manieth file, up to this many. */
const most = 400

const dist = (name: string): string => path.join(repositoryRoot, 'dist', name)

interface Place {
  readonly line: number
  readonly column: number
}

interface Said {
  readonly message: string
  readonly start: Place
  readonly end: Place
}

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly (Said & {readonly rule: string; readonly severity: string})[]
    readonly problems: readonly (Said & {readonly code: string})[]
  }[]
}

const lineOf = (code: string, severity: string, {message, start, end}: Said): string =>
  `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${code} ${message.replace(/\s+/g, ' ')}`

/** All that the command line says of a folder, by file. */
function byCommandLine(folder: string): Map<string, readonly string[]> {
  const {stdout} = spawnSync(process.execPath, [dist('cli.mjs'), 'check', '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  })
  const found = new Map<string, string[]>()
  for (const {path: name, findings, problems} of (JSON.parse(stdout) as Report).files) {
    const lines = [
      ...findings.map(each => lineOf(each.rule, each.severity, each)),
      ...problems.map(each => lineOf(each.code, 'problem', each)),
    ]
    if (lines.length > 0) found.set(name, [...(found.get(name) ?? []), ...lines])
  }
  return sorted(found)
}

const severities = ['', 'error', 'warning', 'suggestion', 'hint']

/** The same of what the worker has published. */
function byWorker(published: ReadonlyMap<string, readonly Diagnostic[]>, problems: ReadonlySet<string>) {
  const place = ({line, character}: {line: number; character: number}): Place => ({
    line: line + 1,
    column: character + 1,
  })
  const lines = ({code, severity, message, range}: Diagnostic): string =>
    lineOf(String(code), problems.has(String(code)) ? 'problem' : (severities[severity ?? 0] ?? ''), {
      message: String(message),
      start: place(range.start),
      end: place(range.end),
    })
  return sorted(new Map([...published].map(([name, found]) => [name, found.map(lines)])))
}

function sorted(found: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, lines]) => [name, lines.toSorted()]))
}

/** Compares the two on a copy of files, and says how many lines both have. */
async function compare(files: ReadonlyMap<string, Uint8Array>, uri = 'memfs://team/help'): Promise<number> {
  const host = await ensureWebHost()
  assert.ok(host.available)
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-worker-'))
  try {
    for (const [name, bytes] of files) {
      mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
      writeFileSync(path.join(folder, name), bytes)
    }
    const expected = byCommandLine(folder)
    const problems = new Set([...expected.values()].flat().flatMap(line => / problem (\S+)/.exec(line)?.[1] ?? []))
    const published = await scanInWorker(host.parts.chromium, dist('browser/server.js'), uri, files)
    const found = byWorker(published, problems)
    // One file at a time: to show how two large maps differ takes minutes.
    for (const name of new Set([...expected.keys(), ...found.keys()])) {
      const [own = [], all = []] = [found.get(name), expected.get(name)]
      // An editor is given at most five hundred of one file, and a note that there are more.
      const isCut = own.some(line => line.includes(' too-many '))
      assert.deepEqual(isCut ? own.filter(line => !all.includes(line)).length : own, isCut ? 1 : all, name)
    }
    return [...expected.values()].flat().length
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function filesIn(folder: string): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => statSync(path.join(folder, name)).isFile())
    .sort()
  const step = Math.ceil(names.length / most)
  return new Map(
    names.filter((_, index) => index % step === 0).map(name => [name, readFileSync(path.join(folder, name))]),
  )
}

test('the server in a worker finds in the examples what the command line finds', {skip, timeout: 120_000}, async () => {
  const count = await compare(filesIn(path.join(repositoryRoot, 'examples')))
  assert.ok(count > 100, `${count}`)
})

test('names, configuration and files that can’t be read mean the same there', {skip, timeout: 120_000}, async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const bad = bytes('You should be able to see the invoice now.\n')
  const count = await compare(
    new Map([
      ['Größe & 100%/naïve #1?.md', bad],
      ['.gitignore', bytes('out/\n')],
      ['out/left-out.md', bad],
      ['node_modules/a/README.md', bad],
      ['drafts/a.md', bad],
      ['.poise.json', bytes('{"ignore": ["drafts/**"], "macros": ["replies/**"]}')],
      ['sub/.poise.json', bytes('{"rules": {"outcome-should": "off"}}')],
      ['sub/a.md', bad],
      ['replies/a.md', bad],
      ['utf16.md', Uint8Array.of(0xff, 0xfe, 0x41, 0)],
      ['binary.md', Uint8Array.of(0x41, 0)],
      ['latin.md', Uint8Array.of(0x41, 0xe9, 0x0a)],
      ['large.md', new Uint8Array(1_000_001).fill(0x61)],
      ['not-ours.json', bytes('{"name": "You should be able to see the invoice now."}')],
    ]),
    // What an editor in a browser calls a folder of this machine that a person let it see.
    'file:///help',
  )
  assert.ok(count > 5, `${count}`)
})

test('and in a corpus', {
  skip: skip || (corpus === undefined ? 'set POISE_CORPUS to a folder of real articles to run this' : false),
}, async () => {
  const count = await compare(filesIn(corpus ?? '.'))
  console.log(`${count} findings and problems are the same`)
  assert.ok(count > 0)
})
