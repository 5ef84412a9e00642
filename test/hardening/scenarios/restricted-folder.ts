// A folder that nobody has trusted, full of what would be run: nothing of it is, and the findings are those of a plain folder.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {folderOf, poise} from '../../cli/poise.ts'
import {startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {able, around, useAssistant, useCommandLine, useGit, useServer} from '../everything.ts'
import {hostileSettings, layTraps} from '../hostile-folder.ts'
import {none} from '../measured.ts'
import {spyOnPrograms} from '../spied.ts'

const text = around('the invoice')
const macros = {macros: [{id: 7, title: 'Late', actions: [{field: 'comment_value', value: text}]}]}
const documents = {
  'a.md': text,
  'b.macro.md': `---\ntitle: Late\n---\n\n${text}`,
  'export.json': JSON.stringify(macros),
  'docs/c.md': text,
}
const outside = mkdtempSync(join(tmpdir(), 'poise-ran-'))
scene.after(() => rmSync(outside, {recursive: true, force: true}))
const ran = join(outside, 'ran')
const whatRan = (): readonly string[] => (existsSync(ran) ? readFileSync(ran, 'utf8').trim().split('\n') : [])

const plain = folderOf(scene, documents)
const hostile = folderOf(scene, documents)
layTraps(hostile, ran)
rmSync(ran, {force: true})
const spied = spyOnPrograms()
// A tool that looks for its programs by their names finds those of the folder first.
const before = process.env['PATH']
process.env['PATH'] = `.:${before}`

const found = async (cwd: string) => {
  const {out} = await poise(['check', '--format', 'json', ...Object.keys(documents)], {cwd})
  const files: readonly {path: string; findings: readonly {rule: string; start: unknown}[]}[] = JSON.parse(out).files
  return files
    .filter(({path}) => Object.hasOwn(documents, path))
    .map(({path, findings}) => JSON.stringify([path, findings.map(({rule, start}) => [rule, start])]))
}
const wanted = await found(plain)
const got = await found(hostile)
none(
  'documents in which the command line finds something else than in a plain folder',
  wanted.length,
  wanted.filter(each => !got.includes(each)),
)

const shown = async (settings: unknown, lay: (folder: string) => void) => {
  const client = await startClient(scene, {capabilities: able, settings, files: documents})
  lay(client.folder)
  const all: string[] = []
  for (const [name, content] of Object.entries(documents)) {
    client.open(name, content)
    const {items} = await client.pull(name)
    all.push(JSON.stringify([name, items.map(({code, severity, range}) => [code, severity, range])]))
    client.close(name)
  }
  await useServer(client, documents)
  return all
}
const inPlain = await shown({}, () => undefined)
const inHostile = await shown(hostileSettings(join(hostile, 'evil.sh')), folder => {
  layTraps(folder, ran)
  rmSync(ran, {force: true})
})
none(
  'documents in which the server finds something else than in a plain folder',
  inPlain.length,
  inPlain.filter((each, at) => each !== inHostile[at]),
)

const ended = await useCommandLine(hostile)
await useAssistant(hostile, text)
none('programs started in it by the command line, the server and poise mcp', ended.length + 2, spied().programs)

// What is as new as git's index is read again through the filters of the folder, if anything would.
const later = new Date(Date.now() + 3_600_000)
for (const name of Object.keys(documents)) {
  writeFileSync(join(hostile, name), `${readFileSync(join(hostile, name), 'utf8')}\n`)
  utimesSync(join(hostile, name), later, later)
}
const answers = await useGit(hostile)
none(
  'answers about what has changed there that are none',
  answers.length,
  answers.flatMap(({code, err}) => (code === 0 || code === 1 ? [] : [err])),
)
const {programs, code} = spied()
none(
  'programs other than git, when it is asked what has changed there',
  programs.length,
  programs.filter(program => !program.startsWith('git ')),
)
none('scripts, hooks, filters and aliases of the folder that ran', 1, whatRan())
none(
  'files that it requires, other than its own',
  code.length,
  code.filter(file => !/\/poise-(?:bundle|server)-\w+\//.test(file)),
)

// The same folder, opened by whoever follows what it says.
process.env['PATH'] = before
spawnSync('git', ['status'], {cwd: hostile})
spawnSync(process.execPath, ['--eval', "require('./evil.js')"], {cwd: hostile})
none(
  'kinds of traps that spring where a program does follow the folder',
  2,
  ['evil.sh', 'evil.js'].filter(name => !whatRan().some(line => line.includes(name))),
)
await tidy()
