import assert from 'node:assert/strict'
import {test} from 'node:test'
import {isScalar, parseDocument} from 'yaml'
import {readPlainYaml} from '../../server/formats/markdown/plain-yaml.ts'
import {type Random, randomFrom} from './random.ts'

const parts = [
  ...['title', 'as', 'a-b', '_x', 'Straße', 'Late parcels', "don't", '2020-01-02', '0x1', '~', 'null', 'true', '…'],
  ...[
    '"',
    "'",
    '""',
    "''",
    '"a b"',
    "'a  b '",
    "'a''b'",
    '"a\\n"',
    '[a, b]',
    '[]',
    '[a,]',
    '[a b , c]',
    '[',
    ']',
    '{a: b}',
  ],
  ...[
    ':',
    ': ',
    '::',
    ' ',
    '  ',
    '    ',
    '\t',
    '- ',
    '-',
    '  - ',
    '# ',
    '#',
    ' #',
    ',',
    ', ',
    '\u00a0',
    '\u2028',
    '\u0085',
  ],
  ...[
    '>',
    '>-',
    '|',
    '&a ',
    '*a',
    '!!str ',
    '@',
    '`',
    '%',
    '?',
    '? ',
    '...',
    '---',
    '(',
    '/',
    '<<',
    '\\',
    '.',
    '$',
    '\ufeff',
  ],
  ...['\n', '\n', '\n', '\n\n', '\r\n', '\r\n'],
]
const lines = [
  ...[
    'title: Late parcels',
    'as: html',
    "purpose: 'refusal'",
    'tags:',
    'tags: [a, b c]',
    'title: "Say no"',
    'x: a:b#c ',
  ],
  ...[
    '  - one',
    '- one',
    '  - a: b',
    '  a: b',
    '  a:',
    '   a: b',
    '    c: d',
    '# note',
    '  # note',
    '',
    '  ',
    'a: b #c',
    'x: é',
  ],
]

function randomYaml(random: Random): string {
  const count = random.below(7)
  let text = ''
  for (let index = 0; index < count; index++)
    text += random.chance(0.8) ? random.pick(lines) + random.pick(['\n', '\n', '\r\n', '']) : random.pick(parts)
  for (let slips = random.below(3); slips > 0; slips--) {
    const at = random.below(text.length + 1)
    text = text.slice(0, at) + random.pick(parts) + text.slice(at + random.below(2))
  }
  return text
}

test('what is read as plain YAML is YAML, and says what a whole parser says', () => {
  let count = 0
  for (let seed = 0; seed < 20_000; seed++) {
    const yaml = randomYaml(randomFrom(seed))
    const found = readPlainYaml(yaml)
    if (found === undefined) continue
    count++
    const document = parseDocument(yaml, {logLevel: 'silent', schema: 'failsafe', uniqueKeys: false})
    assert.deepEqual(document.errors, [], `seed ${seed}: ${JSON.stringify(yaml)}`)
    for (const name of ['title', 'as', 'purpose', 'tags', 'a', 'x', 'one']) {
      const node = document.get(name, true)
      const said = isScalar(node) && node.value !== '' ? [node.value, node.range?.[0], node.range?.[1]] : []
      const plain = found.get(name)
      assert.deepEqual(
        plain?.value ? [plain.value, plain.start, plain.end] : [],
        said,
        `seed ${seed}: ${JSON.stringify(yaml)}`,
      )
    }
  }
  assert.ok(count > 2000, `${count}`)
})

test('most front matter is plain', () => {
  const yaml = 'title: Late parcels: what to say?\n'
  assert.equal(readPlainYaml(yaml), undefined)
  const usual =
    '# Ours\ntitle: "Late parcels: what to say?"\r\ntags:\n  - delay\n  - parcels\nauthor:\n  name: Ana\n\norder: 4\n'
  const values = [...(readPlainYaml(usual) ?? [])].map(([name, {value, start, end}]) => [
    name,
    value,
    usual.slice(start, end),
  ])
  assert.deepEqual(values, [
    ['title', 'Late parcels: what to say?', '"Late parcels: what to say?"'],
    ['order', '4', '4'],
  ])
})
