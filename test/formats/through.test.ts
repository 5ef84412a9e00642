import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Reading} from '../../server/formats/format.ts'
import {makeLiteral} from '../../server/formats/prose/literal.ts'
import {through} from '../../server/formats/prose/through.ts'
import {readText} from '../../server/formats/text/text.ts'

/** `"a\nb"`, in which the line break is an escape, and a quotation mark can't be written. */
const literal = makeLiteral(
  'Hi Ana,\nwe are sorry.',
  [
    {kind: 'text', at: 0, from: 1, to: 8},
    {kind: 'escape', at: 7, from: 8, to: 10},
    {kind: 'text', at: 8, from: 10, to: 23},
  ],
  1,
  text => (text.includes('"') ? undefined : text.replaceAll('\n', '\\n')),
)
const file = '"Hi Ana,\\nwe are sorry."'

test('moves the maps of a reading through the literal that it was read from', () => {
  const {map, prose} = through(literal, readText(literal.text, 'macro')).blocks[0] ?? assert.fail()
  const sorry = {start: prose.indexOf('sorry'), end: prose.indexOf('sorry') + 5}
  const {start, end} = map.toSource(sorry)
  assert.equal(file.slice(start, end), 'sorry')
  assert.deepEqual(map.toEditable(sorry), {start, end})
  assert.equal(map.encode('fine\nnow', sorry), 'fine\\nnow')
})

test('offers no edit that one of the layers refuses', () => {
  const {map, prose} = through(literal, readText(literal.text, 'macro')).blocks[0] ?? assert.fail()
  const all = {start: 0, end: prose.length}
  assert.equal(map.toEditable(all), undefined)
  assert.equal(map.encode('x', all), undefined)
  assert.equal(map.encode('"x"', {start: 0, end: 2}), undefined)
  assert.equal(map.encode('{{x}}', {start: 0, end: 2}), undefined)
  assert.equal(map.encode('x'), undefined)
})

test('moves comments and problems', () => {
  const span = {start: 8, end: 10}
  const inner: Reading = {
    title: 'a',
    blocks: [],
    directives: [{kind: 'next', rules: ['b'], span, ruleSpans: [span], covers: {start: 0, end: 8}}],
    problems: [
      {code: 'c', message: 'd', span: {start: 7, end: 8}, fix: 'e\n'},
      {code: 'c', message: 'd', span, fix: '"'},
    ],
  }
  const moved = {start: 10, end: 12}
  assert.deepEqual(through(literal, inner), {
    title: 'a',
    blocks: [],
    directives: [{kind: 'next', rules: ['b'], span: moved, ruleSpans: [moved], covers: {start: 1, end: 10}}],
    problems: [
      {code: 'c', message: 'd', span: {start: 8, end: 10}, fix: 'e\\n'},
      {code: 'c', message: 'd', span: moved},
    ],
  })
})
