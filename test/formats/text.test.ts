import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Block} from '../../server/formats/format.ts'
import {readText} from '../../server/formats/text/text.ts'

const line = ({kind, depth, ordered, prose}: Block) =>
  `${kind}${depth}${ordered ? 'n' : ''} ${prose.replaceAll('\ufffc', '○')}`
const lines = (text: string) => readText(text, 'macro').blocks.map(line)

test('reads paragraphs, lines and items', () => {
  assert.deepEqual(lines('Hi Ana,\n\nthanks.\nWe looked.\n\n- one\n  more\n* two\n• three\n2. four\n'), [
    'paragraph0 Hi Ana,',
    'paragraph0 thanks.\nWe looked.',
    'item1 one\nmore',
    'item1 two',
    'item1 three',
    'item1n four',
  ])
  assert.deepEqual(lines('a\r\nb\r\n\r\nc\rd'), ['paragraph0 a\nb', 'paragraph0 c\nd'])
  assert.deepEqual(lines('# *a* <b>b</b> `c`'), ['paragraph0 # *a* <b>b</b> `c`'])
})

test('joins the lines that a program wrapped', () => {
  const wrapped =
    'We have looked into what happened to your order on the\nway to you, and found it at the depot in\nLeeds.'
  assert.deepEqual(lines(wrapped), [`paragraph0 ${wrapped.replace('\n', ' ')}`])
})

test('takes addresses and placeholders for objects, and lines of template tags for none', () => {
  assert.deepEqual(lines('See https://a.example/b. Ask c@d.example, {{e}}!\n{% if f %}\ng [H]\n{% endif %}'), [
    'paragraph0 See ○. Ask ○, ○!',
    'paragraph0 g ○',
  ])
  assert.deepEqual(lines('a {% comment %}\n\nb\n{% endcomment %} c'), ['paragraph0 a ○ c'])
})

test('reads ignore comments on their own lines', () => {
  const text = 'a\n<!-- poise-ignore b: why -->\n\nc\n- d\n\ne\n<!-- poise-ignored -->'
  const {blocks, directives, problems} = readText(text, 'macro')
  assert.deepEqual(blocks.map(line), ['paragraph0 a', 'paragraph0 c', 'item1 d', 'paragraph0 e'])
  const [{covers = {start: 0, end: 0}, rules} = {rules: []}] = directives
  assert.deepEqual([rules, text.slice(covers.start, covers.end)], [['b'], 'c\n- d'])
  assert.equal(problems.length, 1)
})

test('writes text as it is, and nothing that would read otherwise', () => {
  const edit = (text: string, found: string, replacement: string): string | undefined => {
    const block = readText(text, 'macro').blocks.find(({prose}) => prose.includes(found))
    assert.ok(block)
    const start = block.prose.indexOf(found)
    const span = {start, end: start + found.length}
    const editable = block.map.toEditable(span)
    const written = block.map.encode(replacement, span)
    if (editable === undefined || written === undefined) return undefined
    return text.slice(0, editable.start) + written + text.slice(editable.end)
  }
  assert.equal(edit('a b c', 'b', '*x* <y> & "z"'), 'a *x* <y> & "z" c')
  assert.equal(edit('- a\r\n- b', 'b', 'c\nd'), '- a\r\n- c\r\n  d')
  assert.equal(edit('a\n\nb', 'b', 'c\n\nd'), 'a\n\nc\n\nd')
  assert.equal(edit('- a', 'a', 'b\n\nc'), undefined)
  assert.equal(edit('a\nb', 'b', '- c'), undefined)
  assert.equal(edit('a\nb', 'b', ''), undefined)
  assert.equal(edit('a b', 'b', '{{c}}'), undefined)
  assert.equal(edit('a {b c', 'b', '{b}'), undefined)
  assert.equal(edit('see https://a.example b', ' b', '/b'), undefined)
})
