import assert from 'node:assert/strict'
import {test} from 'node:test'
import {entryOf, type TextValue, textOf, type Value} from '../../server/formats/values/value.ts'
import {readXml} from '../../server/formats/values/xml.ts'
import {randomFrom} from './random.ts'

/** A value as nested lists of names and texts. */
const shown = (value: Value | undefined): unknown =>
  value?.type === 'text'
    ? value.text
    : value?.type === 'map'
      ? value.entries.map(each => [each.key, shown(each.value)])
      : value

test('reads elements, attributes and repeated names', () => {
  const text = `\ufeff<?xml version="1.0"?>
<a b='1 &quot;'>
  <c>Hi &amp; &#x1F600;</c><c><![CDATA[<p>x</p>]]></c>
  <d/><e f="g">h</e><i j="k"/><l:m><n>o</n></l:m>
</a>`
  const {root, problems} = readXml(text)
  assert.deepEqual(problems, [])
  assert.deepEqual(shown(root), [
    [
      'a',
      [
        ['@b', '1 "'],
        ['c', 'Hi & 😀'],
        ['c', '<p>x</p>'],
        ['d', ''],
        [
          'e',
          [
            ['@f', 'g'],
            ['#text', 'h'],
          ],
        ],
        ['i', [['@j', 'k']]],
        ['l:m', [['n', 'o']]],
      ],
    ],
  ])
  const c = entryOf(entryOf(root, 'a')?.value, 'c')
  assert.equal(c && text.slice(c.value.span.start, c.value.span.end), 'Hi &amp; &#x1F600;')
  assert.equal(c && text.slice(c.keySpan.start, c.keySpan.end), 'c')
})

test('puts no entities in, and opens nothing', () => {
  const lots = Array.from({length: 50}, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('')
  const text = `<!DOCTYPE a SYSTEM "file:///x" [<!-- ]> --><!ENTITY e0 "<b>]>"> ${lots}]><a>&e50; &nbsp;</a>`
  const {root, problems} = readXml(text)
  assert.deepEqual(shown(root), [['a', '&e50; &nbsp;']])
  assert.deepEqual(problems, [])
})

test('reads what it can of a broken file, with one problem', () => {
  const read = (text: string) => {
    const {root, problems} = readXml(text)
    return [shown(root), problems.map(({code, span}) => `${code} ${text.slice(span.start, span.end)}`)]
  }
  assert.deepEqual(read('<a><b>c</b><d>e'), [
    [
      [
        'a',
        [
          ['b', 'c'],
          ['d', 'e'],
        ],
      ],
    ],
    ['xml-syntax d'],
  ])
  assert.deepEqual(read('<a><b>c</a>'), [[['a', [['b', 'c']]]], ['xml-syntax b']])
  assert.deepEqual(read('<a>b</c></a>'), [[['a', 'b']], ['xml-syntax c']])
  assert.deepEqual(read('<a>b</a><c>d</c>'), [[['a', 'b']], ['xml-syntax c']])
  assert.deepEqual(read('<a><b><![CDATA[c'), [[['a', [['b', 'c']]]], ['xml-syntax b']])
  assert.deepEqual(read('no element'), [undefined, ['xml-syntax ']])
  assert.deepEqual(read(''), [undefined, []])
  assert.deepEqual(
    readXml('<a>'.repeat(100_000)).problems.map(({code}) => code),
    ['too-deep', 'xml-syntax'],
  )
})

test('keeps comments', () => {
  const text = '<!-- a --><b><!-- poise-ignore --></b>'
  assert.deepEqual(
    readXml(text).comments.map(({text: inner, span}) => [inner, text.slice(span.start, span.end)]),
    [
      [' a ', '<!-- a -->'],
      [' poise-ignore ', '<!-- poise-ignore -->'],
    ],
  )
})

const first = (text: string): TextValue => {
  const {root} = readXml(text)
  const found = textOf(root, 'a') ?? textOf(entryOf(root, 'a')?.value, '@b', '#text')
  assert.ok(found)
  return found
}

/** The file after `found` has been replaced, or undefined where that can't be done. */
function edit(text: string, found: string, replacement: string): string | undefined {
  const {span, literal} = first(text)
  const start = literal.text.indexOf(found)
  assert.ok(start >= 0)
  const at = {start, end: start + found.length}
  const editable = literal.toEditable(at)
  const written = literal.encode(replacement, at)
  if (editable === undefined || written === undefined) return undefined
  return text.slice(0, span.start + editable.start) + written + text.slice(span.start + editable.end)
}

test('writes references where XML or the file asks for them', () => {
  assert.equal(edit('<a>x y</a>', 'y', '<p> & "z" > \'w\''), '<a>x &lt;p> &amp; "z" > \'w\'</a>')
  assert.equal(
    edit('<a>&lt;p&gt;&quot;x&quot;</a>', 'x', 'it\'s "y"<br>'),
    "<a>&lt;p&gt;&quot;it's &quot;y&quot;&lt;br&gt;&quot;</a>",
  )
  assert.equal(edit('<a>x]] y</a>', ' ', '>'), '<a>x]]&gt;y</a>')
  assert.equal(edit('<a>x</a>', 'x', 'a\u0001'), undefined)
  assert.equal(edit('<a>&amp;</a>', '&', 'and'), '<a>and</a>')
  assert.equal(edit('<a>&x y;</a>', ' ', ''), undefined)
  assert.equal(edit(`<a b='x'/>`, 'x', `"y" 'z'\n`), `<a b='"y" &apos;z&apos;&#10;'/>`)
})

test('writes into CDATA as it is, and never over its border', () => {
  assert.equal(edit('<a><![CDATA[<p>x</p>]]></a>', 'x', 'y & <b>z</b>'), '<a><![CDATA[<p>y & <b>z</b></p>]]></a>')
  assert.equal(edit('<a><![CDATA[x]]></a>', 'x', 'y]]>'), undefined)
  assert.equal(edit('<a><![CDATA[]x>]]></a>', 'x', ']'), undefined)
  assert.equal(edit('<a>x <![CDATA[y]]> z</a>', 'x y', 'w'), undefined)
  assert.equal(edit('<a>x <![CDATA[y]]> z</a>', 'y', '<'), '<a>x <![CDATA[<]]> z</a>')
  assert.equal(edit('<a>x <![CDATA[y]]> z</a>', 'z', '<'), '<a>x <![CDATA[y]]> &lt;</a>')
})

test('an edit changes that place of one text and nothing else', () => {
  const parts = [
    'x',
    ' ',
    '&amp;',
    '&#65;',
    '&gt;',
    '&quot;',
    "'",
    '"',
    ']',
    ']]',
    '<![CDATA[',
    '<![CDATA[]]>',
    '&foo;',
    '&#0;',
    'é😀',
    '\r\n',
    '>',
    ';',
    '&#x1F600;',
  ]
  const added = ['y', '', '<b>', '&', '&lt;', ']]>', ']', '>', '"', "'", ';', 'amp;', '#65;', '😀', '\n']
  let edits = 0
  for (let seed = 0; seed < 4000; seed++) {
    const random = randomFrom(seed)
    let content = ''
    let isData = false
    for (let count = random.below(10); count >= 0; count--) {
      let part = random.pick(parts)
      if (isData && part.startsWith('<')) part = ''
      isData ||= part === '<![CDATA['
      if (isData && random.chance(0.4)) {
        part += ']]>'
        isData = false
      }
      // Outside, XML can't hold this.
      if (!isData && (content + part).endsWith(']]>') && !content.includes('<![CDATA[')) part = ''
      content += part
    }
    const file = `<r><t>before</t><a>${content}${isData ? ']]>' : ''}</a><t z="&lt;">after</t></r>`
    const before = readXml(file)
    const value = textOf(entryOf(before.root, 'r')?.value, 'a')
    if (value === undefined) continue
    const {text, literal, span} = value
    const start = random.below(text.length + 1)
    const at = {start, end: Math.min(text.length, start + random.below(4))}
    const replacement = random.pick(added)
    const editable = literal.toEditable(at)
    const written = literal.encode(replacement, at)
    if (editable === undefined || written === undefined) continue
    edits++
    const after = file.slice(0, span.start + editable.start) + written + file.slice(span.start + editable.end)
    const expected = text.slice(0, at.start) + replacement + text.slice(at.end)
    assert.deepEqual(
      [shown(readXml(after).root), readXml(after).problems],
      [
        [
          [
            'r',
            [
              ['t', 'before'],
              ['a', expected],
              [
                't',
                [
                  ['@z', '<'],
                  ['#text', 'after'],
                ],
              ],
            ],
          ],
        ],
        before.problems,
      ],
      `seed ${seed}: ${JSON.stringify([file, at, replacement, after])}`,
    )
  }
  assert.ok(edits > 1500, `only ${edits} edits`)
})
