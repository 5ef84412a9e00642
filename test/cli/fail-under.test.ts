import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {doubtful, folderOf, minimised, poise} from './poise.ts'
import {mismatches} from './schema.ts'

const calm = 'Invoices list what was paid.'
const schema = JSON.parse(readFileSync(new URL('../../server/cli/reports/report.schema.json', import.meta.url), 'utf8'))
const files = {'poor.md': `${doubtful}\n\n${minimised}\n`, 'fair.md': `${minimised}\n`, 'calm.md': calm}

/** The quality of each document, as the JSON report has it. */
async function qualities(cwd: string): Promise<ReadonlyMap<string, number>> {
  const {out} = await poise(['check', '--format', 'json', '--no-baseline'], {cwd})
  const all: readonly {path: string; score: {overall: number}}[] = JSON.parse(out).files
  return new Map(all.map(({path, score}) => [path, 100 - score.overall]))
}

test('--fail-under fails on documents whose quality is lower, and on nothing else', async context => {
  const cwd = folderOf(context, files)
  const quality = await qualities(cwd)
  const [poor = 0, fair = 0] = [quality.get('poor.md'), quality.get('fair.md')]
  assert.ok(poor < fair && fair < 100, `${poor}, ${fair}`)
  const limits: readonly (readonly [number, number, number])[] = [
    [0, 0, 0],
    [poor, 0, 0],
    [poor + 1, 1, 1],
    [fair, 1, 1],
    [fair + 1, 1, 2],
    // A document without findings never fails.
    [100, 1, 2],
  ]
  for (const [limit, code, below] of limits) {
    const run = await poise(['check', '--fail-under', String(limit), '--format', 'json'], {cwd})
    assert.equal(run.code, code, String(limit))
    const report = JSON.parse(run.out)
    assert.deepEqual(report.summary.quality, {failUnder: limit, below})
    assert.deepEqual(mismatches(report, schema), [])
  }
})

test('the text says which document is too low, and what quality is', async context => {
  const cwd = folderOf(context, files)
  const fair = (await qualities(cwd)).get('fair.md') ?? 0
  const {out} = await poise(['check', '--fail-under', String(fair)], {cwd})
  assert.match(out, new RegExp(`\\n {2}quality \\d+, below ${fair}\\n\\n`))
  assert.match(out, new RegExp(`\\n1 document below a quality of ${fair} \\(100 less the risk\\)\\.\\n`))
  assert.equal(out.match(/, below/g)?.length, 1)
  const passed = await poise(['check', '--fail-under', '1'], {cwd})
  assert.match(passed.out, /\nNo document with findings is below a quality of 1\.\n/)
})

test('with --max-warnings either may fail the run', async context => {
  const cwd = folderOf(context, files)
  assert.equal((await poise(['check', '--fail-under', '1', '--max-warnings', '2'], {cwd})).code, 1)
  assert.equal((await poise(['check', '--fail-under', '1', '--max-warnings', '3'], {cwd})).code, 0)
  assert.equal((await poise(['check', '--fail-under', '100', '--max-warnings', '3'], {cwd})).code, 1)
})

test('a document of which all is recorded never fails, and the cache knows the limit', async context => {
  const cwd = folderOf(context, files)
  const cached = ['check', '--cache=c.json', '--fail-under']
  assert.equal((await poise([...cached, '1'], {cwd})).code, 0)
  assert.equal((await poise([...cached, '100'], {cwd})).code, 1)
  await poise(['baseline'], {cwd})
  assert.equal((await poise(['check', '--fail-under', '100'], {cwd})).code, 0)
  writeFileSync(join(cwd, 'calm.md'), 'Just open the menu.\n')
  assert.match((await poise(['check', '--fail-under', '100'], {cwd})).out, /\n1 document below a quality of 100/)
})

test('many threads count as one does, and what is no quality is named', async context => {
  const many = Object.fromEntries(Array.from({length: 90}, (_, index) => [`${index}.md`, `${doubtful} ${index}\n`]))
  const cwd = folderOf(context, many)
  const {out} = await poise(['check', '--fail-under', '100', '--workers', '3', '--format', 'json'], {cwd})
  assert.equal(JSON.parse(out).summary.quality.below, 90)
  for (const wrong of ['101', '-1', '8.5', 'high']) {
    const {code, err} = await poise(['check', `--fail-under=${wrong}`], {cwd})
    assert.deepEqual([code, err], [2, `--fail-under is a whole number from 0 to 100, not “${wrong}”.\n`])
  }
})
