// Configurations that name files outside the folder, addresses and code: nothing there is opened, called or run.
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {dirname, join, sep} from 'node:path'
import {folderOf, minimised, poise, program} from '../../cli/poise.ts'
import {passing, startClient} from '../../lsp/client.ts'
import {scene, tidy} from '../afterwards.ts'
import {none, say} from '../measured.ts'

let visits = 0
const server = createServer((_, response) => {
  visits += 1
  response.end('{"rules": {"minimiser": "off"}}')
}).listen(0, '127.0.0.1')
await new Promise(resolve => server.once('listening', resolve))
scene.after(() => void server.close())
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const off = '{"rules": {"minimiser": "off"}}'
const outside = folderOf(scene, {'poise.json': off, 'styles/Theirs/a.yml': 'extends: existence\ntokens: [go]\n'})
const code = 'require("node:fs").writeFileSync(require("node:path").join(__dirname, "ran"), "")'
const spied = join(outside, 'opened.txt')
const spyOptions = `--require ${join(import.meta.dirname, '../preload/opened.cjs')}`

/** What each configuration is, with the files beside it. */
const escapes: readonly (readonly [name: string, config: object, files?: Readonly<Record<string, string>>])[] = [
  ['upwards', {extends: '../../../../../../../../etc/passwd'}],
  ['upwards to a file of our own', {extends: `../${outside.slice(tmpdir().length + 1)}/poise.json`}],
  ['absolute', {extends: join(outside, 'poise.json')}],
  ['a share', {extends: '\\\\127.0.0.1\\share\\poise.json'}],
  ['a share with slashes', {extends: '//127.0.0.1/share/poise.json'}],
  ['an address of a file', {extends: `file://${join(outside, 'poise.json')}`}],
  ['an address', {extends: `http://127.0.0.1:${port}/poise.json`}],
  ['a link out', {extends: './link.json'}],
  ['code', {extends: './rules.js'}, {'rules.js': code}],
  [
    'a package of code',
    {extends: 'coded'},
    {
      'node_modules/coded/package.json': '{"main": "index.js", "poise": "index.js"}',
      'node_modules/coded/index.js': code,
    },
  ],
  [
    'a package that leads out',
    {extends: 'leaving'},
    {'node_modules/leaving/package.json': `{"poise": "${join(outside, 'poise.json')}"}`},
  ],
  ['phrases upwards', {phrases: ['../../../../etc/passwd']}],
  ['phrases absolute', {phrases: [join(outside, 'poise.json')]}],
  ['a style elsewhere', {vale: [join(outside, 'styles/Theirs')]}],
  ['a style upwards', {vale: [`../${outside.slice(tmpdir().length + 1)}/styles/Theirs`]}],
  ['a null in a name', {extends: './a\u0000.json'}],
]

/** What was opened that is neither Poise's own nor inside the folder. */
function strayIn(folder: string, ours: string): readonly string[] {
  const within = (path: string, place: string): boolean => path === place || path.startsWith(place + sep)
  // Of the folders above, names alone are looked at: there a configuration could lie.
  const above = (path: string): boolean => folder.startsWith(path.endsWith(sep) ? path : path + sep)
  const all = readFileSync(spied, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map((line): string => JSON.parse(line))
  if (!all.includes(join(folder, '.poise.json'))) return ['the configuration itself was not seen being opened']
  return all
    .filter(path => path.startsWith('/') && !within(path, folder) && !within(path, ours) && !above(path))
    .filter(path => !/\/\.(?:poise\.json|git|gitignore)$|\/poise\.json$/.test(path) || within(path, outside))
}

function lay([, config, files = {}]: (typeof escapes)[number]): string {
  const folder = folderOf(scene, {
    'a.md': minimised,
    'inner/b.md': minimised,
    '.poise.json': JSON.stringify(config),
    ...files,
  })
  symlinkSync(join(outside, 'poise.json'), join(folder, 'link.json'))
  mkdirSync(join(folder, '.git'), {recursive: true})
  return folder
}

const believed: string[] = []
const opened: string[] = []
for (const each of escapes) {
  const [name] = each
  const cwd = lay(each)
  writeFileSync(spied, '')
  const {out, err} = await poise(['check'], {cwd, env: {NODE_OPTIONS: spyOptions, POISE_OPENED: spied}})
  if (!/minimiser/.test(out)) believed.push(`${name}: the rule is off: ${out}${err}`)
  if (!/\.poise\.json\n.*problem/.test(out)) believed.push(`${name}: nothing is said at its place: ${out}${err}`)
  opened.push(...strayIn(cwd, dirname(program)).map(path => `${name}: ${path}`))
  if (existsSync(join(cwd, 'ran')) || existsSync(join(cwd, 'node_modules/coded/ran'))) believed.push(`${name}: was run`)
}
none(
  'configurations that lead out, by the command line: a problem at its place, and the rules hold',
  escapes.length,
  believed,
)
none('the same: files opened outside the folder', escapes.length, opened)

const inEditor: string[] = []
const openedByServer: string[] = []
process.env['NODE_OPTIONS'] = spyOptions
process.env['POISE_OPENED'] = spied
for (const each of escapes) {
  const [name, config, files = {}] = each
  writeFileSync(spied, '')
  const client = await startClient(scene, {files: {'a.md': minimised, '.poise.json': JSON.stringify(config), ...files}})
  symlinkSync(join(outside, 'poise.json'), join(client.folder, 'link.json'))
  client.open('a.md', minimised)
  const {items} = await client.pull('a.md')
  if (!items.some(({code}) => code === 'minimiser')) inEditor.push(`${name}: the rule is off`)
  const {diagnostics} = await client.published('.poise.json', ({diagnostics}) => diagnostics.length > 0)
  if (diagnostics.length === 0) inEditor.push(`${name}: nothing is said`)
  openedByServer.push(...strayIn(client.folder, passing).map(path => `${name}: ${path}`))
}
none('the same in the language server', escapes.length, inEditor)
none('the same: files opened outside the folder', escapes.length, openedByServer)
say({input: 'all of them', toReach: '0 visits to a server', reached: String(visits), passed: visits === 0})
await tidy()
