import assert from 'node:assert/strict'
import {test} from 'node:test'
import {applyEdits} from '../../server/engine/fix.ts'
import {check, fix} from '../../server/library/check.ts'

const text = 'Hi Ana 👋,\r\n\r\nYou should be able to see it now.\r\n'

test('a finding is plain data with lines, columns and offsets in UTF-16 code units', () => {
  const {kind, checked, findings, problems, score, explanation} = check(text, {filename: 'a.macro.md'})
  const should = findings.find(({rule}) => rule === 'outcome-should')
  assert.equal(kind, 'macro')
  assert.equal(checked, 1)
  assert.deepEqual(problems, [])
  assert.ok(score.overall > 0 && score.knowledge > 0)
  assert.match(explanation, /^Risk /)
  assert.deepEqual(
    [should?.start, should?.end],
    [
      {line: 3, column: 1, offset: 14},
      {line: 3, column: 26, offset: 39},
    ],
  )
  const plain = JSON.parse(JSON.stringify(should))
  assert.equal(plain.suggestions[0].safety, 'if-verified')
  const edits = plain.suggestions[0].edits.map(
    (edit: {start: {offset: number}; end: {offset: number}; text: string}) => ({
      span: {start: edit.start.offset, end: edit.end.offset},
      text: edit.text,
    }),
  )
  assert.match(applyEdits(text, edits), /\r\nYou(?:'ll| can) see it now\.\r\n$/)
})

test('the kind and the way of writing come from the options, then from the name', () => {
  assert.equal(check(text).kind, 'article')
  assert.equal(check(text, {kind: 'macro'}).kind, 'macro')
  assert.equal(check(text, {filename: 'a.macro.md', kind: 'article'}).kind, 'article')
  const html = '<p>Just click <b>Save</b>.</p><code>Just click Save.</code>'
  const rulesOf = (options: Parameters<typeof check>[1]) =>
    check(html, options).findings.flatMap(({rule, level}) => (level === 'document' ? [] : rule))
  assert.deepEqual(rulesOf({format: 'html'}), ['minimiser'])
  assert.deepEqual(rulesOf({filename: 'page.html', kind: 'article'}), ['minimiser'])
  const code = '    Just click Save.\n'
  assert.equal(check(code).findings.length, 0)
  assert.equal(check(code, {format: 'text'}).findings.length, 1)
})

test('what holds nothing for a customer is not checked', () => {
  assert.equal(check('{"name": "just"}', {filename: 'package.json'}).checked, 0)
  assert.equal(check('', {kind: 'macro'}).findings.length, 0)
})

test('rules are turned off and weighed, and what was said before is not kept', () => {
  const severityOf = (setting: 'on' | 'off' | 'hint') =>
    check('Just click Save.', {rules: {minimiser: setting}}).findings.map(({severity}) => severity)
  assert.deepEqual(severityOf('off'), [])
  assert.deepEqual(severityOf('hint'), ['hint'])
  assert.deepEqual(
    severityOf('on'),
    check('Just click Save.').findings.map(({severity}) => severity),
  )
})

test('fix applies what is safe, and only that', () => {
  const {text: fixed, applied, findings} = fix('Just click Save.\n\nYou should be able to see it.\n')
  assert.equal(fixed, 'Click Save.\n\nYou should be able to see it.\n')
  assert.equal(applied, 1)
  assert.deepEqual(
    findings.map(({rule}) => rule),
    ['outcome-should'],
  )
})

test('an option that is not known is named, with the nearest that is', () => {
  const wrong = (options: object, message: RegExp) =>
    assert.throws(() => check('', options), {name: 'RangeError', message})
  wrong({kind: 'letter'}, /“kind” is one of article, macro, not "letter"/)
  wrong({format: 'pdf'}, /“format” is one of markdown, html, text/)
  wrong({rules: {minimizer: 'off'}}, /Did you mean “minimiser”\?/)
  wrong({rules: {minimiser: 'error'}}, /“rules.minimiser” is one of on, off, warning/)
  wrong({filename: 'photo.png'}, /does not read files such as “photo.png”/)
  assert.throws(() => check(undefined as never), {name: 'TypeError', message: 'The text is a string, not undefined.'})
})
