import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {after, test} from 'node:test'
import {readArguments} from '../../bench/eval/arguments.ts'
import {checked} from '../../bench/eval/checked.ts'
import {evaluate} from '../../bench/eval/evaluate.ts'
import {rewrittenOf} from '../../bench/eval/rewritten.ts'
import {sample} from '../../bench/eval/sample.ts'
import {showEvaluation} from '../../bench/eval/show-evaluation.ts'
import {Stop} from '../../bench/eval/stop.ts'

const scratch = mkdtempSync(path.join(os.tmpdir(), 'poise-eval-'))
after(() => rmSync(scratch, {recursive: true}))

const reply = 'Hi Sam,\n\nWe apologise for any inconvenience. This should fix the problem. You can simply reply.\n'

/** Writes a set with one reply, and the line that labels it. */
function writeSet(name: string, line: string): string {
  const set = path.join(scratch, name)
  mkdirSync(path.join(set, 'docs'), {recursive: true})
  writeFileSync(path.join(set, 'docs', 'one.macro.md'), reply)
  writeFileSync(path.join(set, 'labels.jsonl'), `${line}\n`)
  return set
}

const sentence = (text: string, labels: readonly object[] = []) => ({
  start: reply.indexOf(text),
  end: reply.indexOf(text) + text.length,
  text,
  labels,
})

const labelled = JSON.stringify({
  file: 'one.macro.md',
  kind: 'macro',
  document: {greets: 'yes', acknowledges: 'no', owns: 'na'},
  sentences: [
    sentence('Hi Sam,', [{label: 'weak', sure: true, span: 'Hi'}]),
    sentence('We apologise for any inconvenience.', [{label: 'hollow', sure: true}]),
    sentence('This should fix the problem.'),
    sentence('You can simply reply.', [{label: 'minimize', sure: false}]),
  ],
})

test('a sentence counts once, and one with nothing but unsure labels counts neither way', () => {
  const {sentences, labels, rules} = evaluate(writeSet('counts', labelled), false)
  const row = {
    sentences: 4,
    positive: 2,
    right: 1,
    wrong: 1,
    missed: 1,
    precision: 0.5,
    recall: 0.5,
    f1: 0.5,
    samePrinciple: 1,
  }
  assert.deepEqual(sentences, {macro: row, all: row})
  assert.deepEqual(labels, {
    hollow: {given: 1, found: 1, recall: 1},
    weak: {given: 1, found: 0, recall: 0},
  })
  assert.deepEqual(
    Object.values(rules).reduce<number>((sum, each) => sum + (each as {unsure: number}).unsure, 0),
    1,
  )
})

test('a label “no” of a whole document should bring a finding, “na” counts neither way', () => {
  const {documents} = evaluate(writeSet('documents', labelled), false)
  const one = (name: string) => ({...{right: 0, missed: 0, quiet: 0, falseAlarm: 0}, [name]: 1, balancedAccuracy: null})
  assert.deepEqual(documents['greets'], one('quiet'))
  assert.ok('acknowledges' in documents)
  assert.equal(documents['owns'], undefined)
})

test('what was asked for is listed', () => {
  const options = readArguments([writeSet('lists', labelled), '--misses', '--false'])
  const shown = showEvaluation(evaluate(options.folder, false), options)
  assert.match(shown, /Missed: 1\n {2}one\.macro\.md \[weak «Hi»\] Hi Sam,/)
  assert.match(shown, /Wrong: 1\n {2}one\.macro\.md \[[a-z-]+\] This should fix the problem\./)
  const parsed = JSON.parse(showEvaluation(evaluate(options.folder, false), {...options, json: true}))
  assert.equal(parsed.misses.length, 1)
})

test('a missing set or a broken line is named with what to do', () => {
  const stops = (set: string, message: RegExp) =>
    assert.throws(
      () => evaluate(set, false),
      (error: unknown) => error instanceof Stop && message.test(error.message),
    )
  stops(path.join(scratch, 'nowhere'), /There is no folder “.*nowhere”/)
  stops(path.join(scratch), /holds no labels\.jsonl/)
  stops(writeSet('json', `${labelled}\n{"file"`), /labels\.jsonl:2: this is no JSON/)
  stops(writeSet('kind', '{"file":"one.macro.md","kind":"novel","sentences":[]}'), /labels\.jsonl:1: "kind" is one of/)
  stops(writeSet('label', labelled.replace('hollow', 'holow')), /labels\.jsonl:1: sentence 2: “holow” is no label/)
  stops(writeSet('gone', labelled.replace('one.macro', 'two.macro')), /names “two\.macro\.md”, and .* does not exist/)
  stops(writeSet('long', labelled.replace(/"end":\d+/, '"end":9999')), /a labelled sentence ends at 9999/)
})

test('arguments that are not known stop with how to write them', () => {
  assert.throws(() => readArguments(['--all', 'x']), /“--all” is no option here/)
  assert.throws(() => readArguments([]), /Name one folder/)
  assert.equal(readArguments(['x', '--rewrites']).rewrites, 100)
  assert.equal(readArguments(['--rewrites', '7', 'x', '--seed', '3']).rewrites, 7)
})

test('a rewrite is shown as the whole sentences it changes, objects as in the file', () => {
  const text = 'First one. Run `x y` and you can simply open **the {{team}} page**. Last one.\n'
  const found = rewrittenOf(checked(text, 'macro'), ({safety}) => safety === 'safe')
  assert.deepEqual(
    found.map(({before, after}) => [before, after]),
    [['Run `x y` and you can simply open the {{team}} page.', 'Run `x y` and you can open the {{team}} page.']],
  )
})

test('a sample is the same for one seed, draws each item once, and stops at what there is', () => {
  const items = Array.from({length: 50}, (_, index) => index)
  assert.deepEqual(sample(items, 10, 1), sample(items, 10, 1))
  assert.notDeepEqual(sample(items, 10, 1), sample(items, 10, 2))
  assert.deepEqual(
    [...sample(items, 99, 4)].sort((a, b) => a - b),
    items,
  )
})
