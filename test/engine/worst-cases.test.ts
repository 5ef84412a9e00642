import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {check} from '../../server/engine/check.ts'
import {fixAll} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const plan = makePlan('article', {'article-expected-result': 'off', 'article-help-route': 'off'})
const checked = (text: string) => check(readMarkdown(text, 'article'), plan, makeMemory())

test('texts that are made to be slow end with a result, and cost no more for each character the longer they are', () => {
  const script = fileURLToPath(new URL('worst-texts.ts', import.meta.url))
  // A hang would hold up all tests, so they are checked in a process that can be ended.
  const {stdout, stderr, signal} = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    timeout: 100_000,
    killSignal: 'SIGKILL',
    maxBuffer: 10_000_000,
  })
  assert.equal(signal, null, `it hangs behind: ${stdout.slice(-300)}`)
  const outcomes = stdout.trim().split('\n')
  assert.equal(outcomes.pop(), 'done', stderr)
  for (const outcome of outcomes) assert.match(outcome, /^ok /)
})

test('a sentence without an end is left out with a note; those around it are checked', () => {
  const endless = 'you can simply go on and '.repeat(400).trim()
  const text = `Simply click **Save**. ${endless}. Simply click **Close**.`
  const {findings, problems} = checked(text)
  assert.deepEqual(
    findings.map(({rule, span}) => [rule, text.slice(span.start, span.end)]),
    [
      ['minimiser', 'Simply'],
      ['minimiser', 'Simply'],
    ],
  )
  assert.equal(findings.at(-1)?.span.start, text.lastIndexOf('Simply'))
  assert.deepEqual(
    problems.map(({code, span}) => [code, text.slice(span.start, span.end)]),
    [['too-long', `${endless}.`]],
  )
})

test('a long paragraph is checked and mended to its end', () => {
  const paragraph = (text: string): string => `${'Wait for the page to open. '.repeat(12)}${text} `.repeat(30).trim()
  const text = paragraph('Simply click **Save** &amp; close it.')
  const {findings, problems} = checked(text)
  assert.deepEqual([findings.length, problems], [30, []])
  assert.equal(fixAll(text, checked).text, paragraph('Click **Save** &amp; close it.'))
})

test('ignore comments hold over a long paragraph', () => {
  const {findings, problems} = checked(`<!-- poise-ignore minimiser -->\n${'Simply click Save. '.repeat(1000).trim()}`)
  assert.deepEqual([findings.length, problems], [0, []])
})
