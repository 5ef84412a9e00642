import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {calm, doubtful, folderOf, minimised, poise} from './poise.ts'
import {mismatches} from './schema.ts'

const schema = JSON.parse(readFileSync(new URL('../../server/cli/reports/report.schema.json', import.meta.url), 'utf8'))

test('the JSON report is as its schema says, for every kind of file', async context => {
  const cwd = folderOf(context, {
    'docs/a.md': `# Invoices\n\n${doubtful}\n\n${minimised}\n`,
    'docs/calm.md': calm,
    'replies/b.macro.md': `---\ntitle: [\n---\n${doubtful} I’ll try to find it.`,
    'bad.md': new Uint8Array([0x41, 0xff, 0xfe]),
    'unused.md': `<!-- poise-ignore no-such-rule: x -->\n\n${calm}`,
    '.poise.json': '{"rules": {"nothing": "off"}, }',
  })
  const {code, out} = await poise(['check', '--format', 'json'], {cwd})
  const report = JSON.parse(out)
  assert.equal(code, 1)
  assert.deepEqual(mismatches(report, schema), [])
  const paths = report.files.map((file: {path: string}) => file.path)
  assert.deepEqual(paths, ['bad.md', 'docs/a.md', 'docs/calm.md', 'replies/b.macro.md', 'unused.md'])
  assert.deepEqual([report.summary.files, report.summary.skipped], [4, 1])
  assert.equal(report.summary.configuration[0].problems[0].code, 'config-unknown-rule')
  assert.doesNotMatch(out, /[⟦⟧]/)
})

test('lines and columns count from 1 and offsets from 0, in UTF-16 code units of the file', async context => {
  const text = `\uFEFF# 😀\r\n\r\n😀 ${doubtful}\r\n`
  const cwd = folderOf(context, {'a.md': text})
  const [finding] = JSON.parse((await poise(['check', '--format', 'json'], {cwd})).out).files[0].findings
  const offset = text.indexOf('You')
  assert.deepEqual(finding.start, {line: 3, column: 4, offset})
  assert.equal(text.slice(finding.start.offset, finding.end.offset), 'You should be able to see')
})

test('an empty run is a report too', async context => {
  const {code, out} = await poise(['check', '--format', 'json'], {cwd: folderOf(context, {})})
  assert.equal(code, 0)
  assert.deepEqual(mismatches(JSON.parse(out), schema), [])
})

test('the schema check finds what is wrong', () => {
  assert.equal(mismatches({version: 2, files: [{}]}, schema).length, 7)
})
