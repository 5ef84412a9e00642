import assert from 'node:assert/strict'
import {test} from 'node:test'
import {purposeEdit, purposeSpan} from '../../server/formats/markdown/purpose-line.ts'

function given(text: string): string | undefined {
  const edit = purposeEdit(text, 'limitation')
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
}

const edits: readonly (readonly [before: string, after: string | undefined])[] = [
  ['Hi Ana,\n', '---\npurpose: limitation\n---\n\nHi Ana,\n'],
  ['\ufeffHi Ana,\r\n', '\ufeff---\r\npurpose: limitation\r\n---\r\n\r\nHi Ana,\r\n'],
  ['---\npurpose: answer\n---\nHi\n', '---\npurpose: limitation\n---\nHi\n'],
  ['---\npurpose: "answer" # for now\n---\nHi\n', '---\npurpose: limitation # for now\n---\nHi\n'],
  ['---\npurpose: aswer\ntitle: A\n---\nHi\n', '---\npurpose: limitation\ntitle: A\n---\nHi\n'],
  ['---\npurpose:\ntitle: A\n---\nHi\n', '---\npurpose: limitation\ntitle: A\n---\nHi\n'],
  ['---\r\ntitle: A: b\r\n---\r\nHi\r\n', undefined],
  [
    '---\r\ntitle: A\r\ntags: [x]\r\n---\r\nHi\r\n',
    '---\r\ntitle: A\r\npurpose: limitation\r\ntags: [x]\r\n---\r\nHi\r\n',
  ],
  ['---\rtitle: A\r---\rHi\r', '---\rtitle: A\rpurpose: limitation\r---\rHi\r'],
  ['---\ntitle: |\n  A\n  b\ntags: []\n---\nHi\n', '---\ntitle: |\n  A\n  b\npurpose: limitation\ntags: []\n---\nHi\n'],
  ['---\ntags: [a]\n---\nHi\n', '---\npurpose: limitation\ntags: [a]\n---\nHi\n'],
  ['---\n---\nHi\n', '---\npurpose: limitation\n---\nHi\n'],
  ['---\n{title: A}\n---\nHi\n', undefined],
  ['---\npurpose: [answer]\n---\nHi\n', undefined],
  ['---\npurpose: answer\npurpose: ask\n---\nHi\n', '---\npurpose: limitation\npurpose: ask\n---\nHi\n'],
  ['---\ntitle: "A\n---\nHi\n', undefined],
]

test('a purpose is written exactly, or not at all', () => {
  for (const [before, after] of edits) assert.equal(given(before), after, JSON.stringify(before))
})

test('the place of the purpose is its line, the front matter, or the first line', () => {
  const at = (text: string) => {
    const {start, end} = purposeSpan(text)
    return text.slice(start, end)
  }
  assert.equal(at('---\ntitle: A\npurpose: ask\n---\nHi\n'), 'purpose: ask')
  assert.equal(at('---\r\npurpose: ask\r\n---\r\nHi\r\n'), 'purpose: ask')
  assert.equal(at('---\ntitle: A\n---\nHi\n'), '---\ntitle: A\n---\n')
  assert.equal(at('\ufeffHi Ana,\r\n\r\nYes.'), 'Hi Ana,')
  assert.equal(at(''), '')
})
