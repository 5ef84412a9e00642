// Names and texts that would steer a terminal, or be a formula in a table, through every command that shows them.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {doubtful, folderOf, minimised, poise} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {none} from '../measured.ts'

const steer = '\u001b[2J\u001b]0;x\u0007\u009b31m\r\u202e\u0085'
const article = `# A ${steer}\n\n${minimised} Just ${steer} open it. ${doubtful}\n`
const replies = JSON.stringify({macros: [{title: `One ${steer}`, body: `Hi Ana,\n\n${doubtful} ${steer}`}]})
const cwd = folderOf(scene, {
  [`a ${steer}.md`]: article,
  [`b ${steer}/a.md`]: article,
  [`c ${steer}.macro.md`]: `---\ntitle: [${steer}\n---\n${minimised}`,
  [`replies ${steer}.json`]: replies,
  '.poise.json': JSON.stringify({vale: [`styles/${steer}`], [steer]: 1, rules: {[steer]: 'off'}}),
  [`styles/${steer}/${steer}.yml`]: 'extends: existence\nmessage: "No “%s”."\ntokens: [invoice]\n',
})
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

const calls: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--format', 'compact'],
  ['check', '--format', 'markdown'],
  ['check', '--quiet', '--fail-under', '99'],
  ['check', steer],
  ['check', `--${steer}`],
  ['check', '--config', steer],
  ['check', '--baseline', steer],
  ['check', `--cache=${steer}/x`],
  ['check', '--format', steer],
  ['style', 'test', steer],
  ['baseline', '--file', `x ${steer}.json`],
  ['macros', 'import', `replies ${steer}.json`, '--to', `to ${steer}`],
  ['macros', 'export', `to ${steer}`, '--into', `replies ${steer}.json`],
  ['check', '--fix'],
  [steer],
]
const steered: string[] = []
for (const args of calls) {
  const {out, err} = await poise(args, {cwd})
  const [found] = raw.exec(out + err) ?? []
  const at = (out + err).search(raw)
  if (out + err === '') steered.push(`${JSON.stringify(args)} says nothing`)
  if (found !== undefined)
    steered.push(`${JSON.stringify(args)}: ${JSON.stringify((out + err).slice(at - 80, at + 20))}`)
}
none('names and texts that steer a terminal: none reaches it raw', calls.length, steered)

/** What a spreadsheet takes for formulas are texts to a help desk, and a sign before them would be sent to customers. */
const formulas = ['=cmd|x', '+1 555 0100', '-1', '@Ana', '\t=1', "'=1"]
const table = (last: string): string =>
  `title,body\n${[...formulas, last].map((cell, at) => `Reply ${at},"${cell}\n\nHi Ana, this is it."\n`).join('')}`
const folder = folderOf(scene, {'replies.csv': table('=old')})
await poise(['macros', 'import', 'replies.csv', '--to', 'to'], {cwd: folder})
const last = join(folder, `to/reply-${formulas.length}.macro.md`)
writeFileSync(last, readFileSync(last, 'utf8').replace('=old', '=new'))
await poise(['macros', 'export', 'to', '--into', 'replies.csv'], {cwd: folder})
const after = readFileSync(join(folder, 'replies.csv'), 'utf8')
none('cells that begin as a formula, through import and export: byte for byte', formulas.length + 1, [
  ...(after === table('=new') ? [] : [after]),
])
await tidy()
