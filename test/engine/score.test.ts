import assert from 'node:assert/strict'
import {test} from 'node:test'
import {bandOf, type Counted, explain, mendingOf, scoreOf} from '../../server/engine/score.ts'

const counted = (
  rule: string,
  principle: Counted['finding']['principle'],
  severity: Counted['finding']['severity'],
  more: Partial<Counted & Counted['finding']> = {},
): Counted => ({finding: {rule, principle, severity, level: more.level ?? 'span'}, edge: more.edge ?? false})

test('a document without findings has no risk', () => {
  assert.deepEqual(scoreOf([], 'macro', 100), {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0})
  assert.equal(explain([], 'macro', 100, []), 'No known trigger of pushback.')
})

test('severities weigh 3, 2 and 1, and the overall risk leans on the worst principle', () => {
  const score = scoreOf(
    [counted('a', 'knowledge', 'warning'), counted('b', 'intent', 'suggestion'), counted('c', 'intent', 'hint')],
    'macro',
    50,
  )
  assert.deepEqual(score, {overall: 23, knowledge: 30, intent: 30, understanding: 0, standing: 0})
})

test('what is missing from the whole weighs more, and so does the start and end of a reply', () => {
  assert.equal(scoreOf([counted('a', 'intent', 'warning', {level: 'document'})], 'macro', 50).intent, 40)
  assert.equal(scoreOf([counted('a', 'intent', 'suggestion', {edge: true})], 'macro', 50).intent, 30)
  assert.equal(scoreOf([counted('a', 'intent', 'suggestion', {edge: true})], 'article', 0).intent, 17)
})

test('one habit can not fill the bar', () => {
  const many = Array.from({length: 40}, () => counted('a', 'standing', 'warning'))
  assert.equal(scoreOf(many, 'macro', 500).standing, 60)
})

test('a long article is not punished for its length', () => {
  const one = [counted('a', 'knowledge', 'warning')]
  assert.ok(scoreOf(one, 'article', 3000).knowledge < scoreOf(one, 'article', 300).knowledge)
})

test('the line names every point of the worst principle and what mends most', () => {
  const all = [
    counted('a', 'knowledge', 'hint'),
    counted('b', 'intent', 'warning'),
    counted('c', 'intent', 'suggestion', {edge: true}),
  ]
  const mending = mendingOf(all, 'macro', 50)
  const without = (rule: string) => all.filter(({finding}) => finding.rule !== rule)
  assert.deepEqual(
    mending,
    ['a', 'b', 'c'].map(rule => ({rule, overall: scoreOf(without(rule), 'macro', 50).overall})),
  )
  const line = explain(all, 'macro', 50, mending)
  assert.equal(line, 'Risk 39 of 100. Intent counts most: b 3, c 3 of 10 points. Mending b brings the risk to 20.')
})

test('bands', () => {
  assert.deepEqual([0, 19, 20, 49, 50].map(bandOf), ['calm', 'calm', 'watch', 'watch', 'likely to invite pushback'])
})
