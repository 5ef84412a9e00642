// Uses all of Poise on texts that hold a marker, and says where else the marker turned up and what was started. Run by nothing-leaves.ts.
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {folderOf} from '../cli/poise.ts'
import {git} from '../cli/repository.ts'
import {startClient} from '../lsp/client.ts'
import {scene, tidy} from './afterwards.ts'
import {able, around, useAssistant, useCommandLine, useGit, useServer} from './everything.ts'
import {none} from './measured.ts'
import {spyOnPrograms} from './spied.ts'

// In pieces, so that this file and what a compiler keeps of it do not hold it.
const marker = ['zebra', 'marker', '7f3a'].join('-')
const text = around(marker)
const macros = {macros: [{id: 7, title: 'Late', actions: [{field: 'comment_value', value: text}]}]}
const documents = {
  'a.md': `# ${marker}\n\n${text}`,
  'b.macro.md': `---\ntitle: ${marker}\npurpose: ${marker}\n---\n\n${text}`,
  'export.json': JSON.stringify(macros),
  'page.html': `<p>${text}</p>`,
}
const files = {
  ...documents,
  'broken.macro.md': `---\n${marker}: [\n---\n${text}`,
  'broken.json': `{"macros": [{"title": "${marker}", "body": "${marker}`,
  '.poise.json': JSON.stringify({phrases: [{name: 'banned', find: marker, say: 'horse'}]}),
}
const marked = (where: string, words: string) => (words.includes(marker) ? [`${where}: ${excerpt(words)}`] : [])
const excerpt = (words: string) => words.slice(Math.max(0, words.indexOf(marker) - 60)).slice(0, 120)

const spied = spyOnPrograms()
const cwd = folderOf(scene, files)
const ended = await useCommandLine(cwd)
none(
  'runs of the command line with a text in their standard error',
  ended.length,
  ended.flatMap(({err}) => marked('standard error', err)),
)
const client = await startClient(scene, {capabilities: able, options: {status: true, openRule: true}, files})
const logged = await useServer(client, documents)
none(
  'lines of the server’s log, trace, messages and standard error with a text in them',
  logged.length,
  logged.flatMap(line => marked('server', line)),
)
const errors = await useAssistant(cwd, text)
none('runs of poise mcp with a text in their standard error', 1, marked('mcp', errors))

const before = spied().programs
none('programs that anything of that started', ended.length + 2, before)
git(cwd, 'init', '--quiet')
git(cwd, 'add', '--all')
git(cwd, 'commit', '--quiet', '--no-verify', '--message', 'Now')
const asked = await useGit(cwd)
const after = spied().programs.slice(before.length)
none(
  'programs other than git that were started when it was asked what has changed',
  after.length,
  after.filter(program => !program.startsWith('git ')),
)
none(
  'answers about what has changed with a text in their standard error',
  asked.length,
  asked.flatMap(({err}) => marked('standard error', err)),
)

const folders = [cwd, client.folder]
const made = [homedir(), tmpdir()].flatMap(filesBelow).filter(file => readFileSync(file).includes(marker))
none(
  'files outside of the folders, among the temporary ones and at home, with a text in them',
  [homedir(), tmpdir()].flatMap(filesBelow).length,
  made.filter(file => !folders.some(folder => file.startsWith(folder))),
)
// The replies that were taken out of the export are what was asked for, and the cache keeps what the report says.
const expected = (name: string) => Object.hasOwn(files, name) || name.startsWith('out/') || name === '.poise-cache'
const inside = made.flatMap(file =>
  folders.filter(folder => file.startsWith(folder)).map(folder => relative(folder, file)),
)
none(
  'files in the folders with a text in them, other than the documents, replies taken out and the cache',
  inside.length,
  inside.filter(name => !expected(name)),
)
await tidy()

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true})
    .map(name => join(folder, String(name)))
    .filter(file => !file.includes('/.git/') && statSync(file, {throwIfNoEntry: false})?.isFile() === true)
}
