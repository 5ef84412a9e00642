import assert from 'node:assert/strict'
import {test} from 'node:test'
import {applyEdits, fixAll, safeEdits} from '../../server/engine/fix.ts'
import type {Edit, Finding, Report, Suggestion} from '../../server/engine/report.ts'
import {plainSlots} from '../../server/engine/slots.ts'

const edit = (start: number, end: number, text: string): Edit => ({span: {start, end}, text})
const suggest = (safety: Suggestion['safety'], ...edits: Edit[]): Suggestion => ({title: '', safety, edits})
const finding = (...suggestions: Suggestion[]): Finding => ({
  rule: 'a',
  principle: 'intent',
  severity: 'hint',
  level: 'span',
  by: {id: 'test', why: '', examples: []},
  message: '',
  span: {start: 0, end: 1},
  suggestions,
})
const score = {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0}
const report = (...findings: Finding[]): Report => ({kind: 'macro', findings, problems: [], score, explanation: ''})
/** Finds every `word` and offers `to` for it. */
const finder = (word: string, to: string) => (text: string) =>
  report(
    ...[...text.matchAll(new RegExp(word, 'g'))].map(({index}) =>
      finding(suggest('safe', edit(index, index + word.length, to))),
    ),
  )

test('applies edits in any order, insertions before replacements at the same place', () => {
  assert.equal(applyEdits('abcdef', [edit(4, 5, 'E'), edit(0, 1, ''), edit(4, 4, '+'), edit(6, 6, '!')]), 'bcd+Ef!')
  assert.equal(applyEdits('', []), '')
})

test('refuses edits that overlap or lie outside', () => {
  for (const edits of [[edit(0, 2, ''), edit(1, 3, '')], [edit(0, 9, '')], [edit(2, 1, '')], [edit(-1, 0, '')]]) {
    assert.throws(() => applyEdits('abc', edits), RangeError)
  }
})

test('chooses safe suggestions without slots; of two that touch, the first', () => {
  const chosen = safeEdits([
    finding(suggest('if-verified', edit(0, 1, 'x')), suggest('safe', edit(0, 2, 'y'))),
    finding(suggest('safe', edit(2, 3, 'z'))),
    finding(suggest('needs-input', edit(5, 6, '⟦when⟧'))),
    finding(suggest('safe', edit(5, 6, '⟦when⟧'))),
    finding(suggest('safe')),
    finding(suggest('safe', edit(8, 9, 'w'), edit(12, 13, 'w'))),
    finding(suggest('safe', edit(12, 14, 'v'))),
  ])
  assert.deepEqual(chosen, [[edit(0, 2, 'y')], [edit(8, 9, 'w'), edit(12, 13, 'w')]])
})

test('fixes to the point where nothing is left', () => {
  const fixed = fixAll('aaaa b', finder('aa', 'a'))
  assert.deepEqual([fixed.text, fixed.applied, fixed.report.findings.length], ['a b', 3, 0])
})

test('ends where fixes go in circles or grow for ever', () => {
  assert.equal(fixAll('a', finder('a', 'a')).text, 'a')
  assert.equal(fixAll('a', finder('a', 'aa')).applied <= 2 ** 10, true)
  const seesaw = (text: string) => (text === 'a' ? finder('a', 'b')(text) : finder('b', 'a')(text))
  assert.equal(fixAll('a', seesaw).text, 'b')
})

test('slots are shown in plain brackets', () => {
  assert.equal(plainSlots('I’ll write by ⟦when⟧ about ⟦what⟧.'), 'I’ll write by [when] about [what].')
})
