import assert from 'node:assert/strict'
import {test} from 'node:test'
import {makeMemory} from '../../server/engine/memory.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {findDocuments} from '../../server/workspace/find-documents.ts'
import {decodeText, readDocument} from '../../server/workspace/read-document.ts'
import {type Scanned, scan} from '../../server/workspace/scan.ts'
import {memoryFiles} from './memory-files.ts'

const doubtful = 'You should be able to see the invoice now.'

async function scanned(
  files: ReturnType<typeof memoryFiles>,
  options: Partial<Parameters<typeof scan>[1]> = {},
  each?: () => void,
) {
  const results: Scanned[] = []
  for await (const result of scan(findDocuments(files, makeConfigs(files), '/w'), {
    files,
    memory: makeMemory(),
    ...options,
  })) {
    results.push(result)
    each?.()
  }
  return results
}

test('yields every document with its report, in order; what can’t be read has a problem and no text', async () => {
  const files = memoryFiles({'/w/a.md': doubtful, '/w/b.macro.md': 'Hi.', '/w/c.md': new Uint8Array([0])})
  const results = await scanned(files)
  assert.deepEqual(
    results.map(({path, kind}) => [path, kind]),
    [
      ['/w/a.md', 'article'],
      ['/w/b.macro.md', 'macro'],
      ['/w/c.md', 'article'],
    ],
  )
  assert.equal(results[0]?.report.findings[0]?.rule, 'outcome-should')
  assert.equal(results[2]?.text, undefined)
  assert.deepEqual(
    results[2]?.report.problems.map(({code}) => code),
    ['binary'],
  )
})

test('the text of an open editor counts instead of the file', async () => {
  const files = memoryFiles({'/w/a.md': doubtful, '/w/b.md': doubtful})
  const [first, second] = await scanned(files, {textOf: path => (path === '/w/a.md' ? 'Fine.' : undefined)})
  assert.deepEqual([first?.text, second?.text], ['Fine.', doubtful])
})

test('stops when it is told to, even from a timer, and lets others have a turn', async () => {
  const files = memoryFiles(
    Object.fromEntries(Array.from({length: 3000}, (_, index) => [`/w/${index}.md`, `${doubtful} ${index}`])),
  )
  const stop = new AbortController()
  const results = await scanned(files, {signal: stop.signal}, () => void setTimeout(() => stop.abort()))
  assert.ok(results.length > 0 && results.length < 3000)
})

test('text is decoded as the file has it, byte order mark and line ends included', () => {
  assert.equal(decodeText(new TextEncoder().encode('\uFEFFa\r\n😀')), '\uFEFFa\r\n😀')
  assert.equal(decodeText(new Uint8Array()), '')
})

test('what is not text says what it is, where, and what to do', async () => {
  const read = async (bytes: Uint8Array) => (await readDocument(memoryFiles({'/a.md': bytes}), '/a.md', 100)).problem
  assert.match((await read(new Uint8Array([0xfe, 0xff, 0, 65])))?.message ?? '', /UTF-16\. Save it as UTF-8/)
  assert.match((await read(new Uint8Array([65, 10, 65, 10, 0x80])))?.message ?? '', /^Line 3 /)
  assert.match((await read(new Uint8Array([0xed, 0xa0, 0x80])))?.message ?? '', /^Line 1 /)
  assert.equal((await read(new Uint8Array([65, 0])))?.code, 'binary')
  assert.match((await read(new Uint8Array(101)))?.message ?? '', /101 bytes, and the limit is 100 bytes/)
})
