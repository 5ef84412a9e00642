import assert from 'node:assert/strict'
import {join} from 'node:path'
import {test} from 'node:test'
import {makeMemory} from '../../server/engine/memory.ts'
import {nodeFileSystem} from '../../server/node/file-system.ts'
import type {ReportSummary} from '../../server/report/summary.ts'
import {baselineText, marksOf} from '../../server/workspace/baseline.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {findDocument} from '../../server/workspace/find-documents.ts'
import {checkText} from '../../server/workspace/scan.ts'
import {type Client, startClient} from './client.ts'

const bad = 'You should be able to see the invoice now.\n'
const good = 'You can see the invoice now.\n'

const reportOf = (client: Client): Promise<ReportSummary> => client.connection.sendRequest('poise/report', {})

test('a report sums up all files, an open one as it stands in the editor', async context => {
  const client = await startClient(context, {
    files: {
      'a.md': bad,
      'deep/b.md': bad,
      'c.md': bad,
      'replies.json': JSON.stringify({macros: [{title: 'One', body: `Hi,\n\n${bad}`}]}),
      '.poise.json': '{"rulez": {}}',
    },
  })
  client.open('c.md', good)
  const {all, kinds, worst, phrases, notes, change, title} = await reportOf(client)
  assert.deepEqual([kinds.article.documents, kinds.macro.documents, all.documents], [3, 1, 4])
  assert.equal(kinds.article.withFindings, 2)
  assert.equal(worst.length, 3)
  assert.ok(worst.some(({place}) => place.path === join(client.folder, 'deep/b.md') && place.line === 1))
  assert.deepEqual(
    phrases.map(({words, count}) => [words, count]),
    [['You should be able to see', 3]],
  )
  assert.equal(change, undefined)
  assert.ok(client.folder.endsWith(title))
  assert.match(notes.join(), /\.poise\.json has mistakes/)
  // It is a scan like any other.
  assert.equal((await client.published('a.md')).diagnostics[0]?.code, 'outcome-should')
})

test('a report says what changed since the baseline of the workspace, and why one can’t be used', async context => {
  const client = await startClient(context, {files: {'a.md': bad, 'b.md': bad}})
  const configs = makeConfigs(nodeFileSystem)
  const found = await findDocument(configs, join(client.folder, 'a.md'))
  assert.ok(found)
  const report = checkText(bad, found, makeMemory())
  assert.ok(report)
  const marks = marksOf(report, bad)
  const size = [...marks.values()].reduce((sum, count) => sum + count, 0)
  client.write(
    '.poise-baseline.json',
    baselineText(
      new Map([
        ['a.md', marks],
        ['b.md', marks],
      ]),
    ),
  )
  assert.deepEqual((await reportOf(client)).change, {fresh: 0, still: 2 * size, mended: 0})
  client.write('a.md', good)
  assert.deepEqual((await reportOf(client)).change, {fresh: 0, still: size, mended: size})
  client.write('.poise-baseline.json', '{"version": 2, "files": {}}')
  const {change, notes} = await reportOf(client)
  assert.equal(change, undefined)
  assert.match(notes.join(), /\.poise-baseline\.json: It is of version 2, .* Delete it/)
})

test('a report whose scan is replaced by another begins anew', async context => {
  const files = Object.fromEntries(Array.from({length: 400}, (_, index) => [`${index}.md`, bad.repeat(40)]))
  const client = await startClient(context, {files})
  const report = reportOf(client)
  await client.published('0.md')
  const scan: {cancelled: boolean} = await client.connection.sendRequest('workspace/executeCommand', {
    command: 'poise.server.scanWorkspace',
  })
  assert.equal(scan.cancelled, true)
  const {all, notes} = await report
  assert.equal(all.documents, 400)
  assert.deepEqual(notes, [])
})

test('the page is set by the server: as a view, as a file, and for a summary that it does not know', async context => {
  const client = await startClient(context, {files: {'a.md': bad}})
  const page = (params: object): Promise<string> => client.connection.sendRequest('poise/reportPage', params)
  const summary = await reportOf(client)
  const view = await page({summary, nonce: 'N', script: 'vscode://x.js'})
  assert.ok(view.includes(`data-uri="${client.uri('a.md')}" data-line="1"`))
  assert.ok(view.includes('<script nonce="N" src="vscode://x.js"></script>'))
  const file = await page({summary, nonce: 'N', file: client.uri('out/report.html')})
  assert.ok(file.includes('href="../a.md#L1"') && !file.includes('<script'))
  for (const unknown of [undefined, null, 3, {version: 99}])
    assert.match(await page({summary: unknown, nonce: 'N', script: 'x'}), /was not scanned yet/)
})
