import assert from 'node:assert/strict'
import {test} from 'node:test'
import {readCsv} from '../../server/formats/values/csv.ts'
import {entryOf, itemsOf, type TextValue} from '../../server/formats/values/value.ts'
import {type Random, randomFrom} from './random.ts'

const rowsOf = (text: string): readonly (readonly (readonly [string, string])[])[] =>
  itemsOf(readCsv(text).root).map(row =>
    row.type === 'map' ? row.entries.map(({key, value}) => [key, value.type === 'text' ? value.text : '']) : [],
  )

const problem = (text: string): string | undefined => {
  const [first, second] = readCsv(text).problems
  assert.equal(second, undefined)
  return first && `${first.code} at ${first.span.start}`
}

const files: readonly (readonly [text: string, rows: readonly (readonly string[])[], problem?: string])[] = [
  ['a,b\nx,y\n', [['x', 'y']]],
  ['\ufeffa , "b"\r\nx,"y, ""z"""\r\n', [['x', 'y, "z"']]],
  ['a;b\rx, y;z\r', [['x, y', 'z']]],
  ['a\tb\n"x\ty"\tz', [['x\ty', 'z']]],
  ['sep=;\r\na;"b,c,d,e"\r\nx;y', [['x', 'y']]],
  ['"a,b";"c,d"\nx;y', [['x', 'y']]],
  ['\n\na,b\n\nx,"1\r\n\r\n2"\n \n,\n', [['x', '1\r\n\r\n2'], ['', '']]], // biome-ignore format: one line a file
  ['a\nx\n\ny', [['x'], ['y']]],
  ['a,b\nx\ny,z,\n', [['x'], ['y', 'z']]],
  ['a,b\n5" pipe,it is "x"\n', [['5" pipe', 'it is "x"']]],
  ['a,b\n"x" ,y\n', [['x', 'y']]],
  ['a,b\nx,y\nz,"open\nv,w\n', [['x', 'y'], ['z']], 'csv-syntax at 10'],
  ['a,b\n"say "hi" now",y\n', [['say "hi" now', 'y']], 'csv-syntax at 9'],
  ['a,b\nx,y, and z\n', [['x', 'y']], 'csv-syntax at 8'],
  ['', []],
  ['a,b', []],
  ['"a,b\nx,y', [], 'csv-syntax at 0'],
]

test('what people call CSV is read', () => {
  for (const [text, rows, expected] of files) {
    assert.deepEqual(
      rowsOf(text).map(row => row.map(([, value]) => value)),
      rows,
      JSON.stringify(text),
    )
    assert.equal(problem(text), expected, JSON.stringify(text))
  }
})

test('spans are those of the file, and names those of the first row', () => {
  const text = '\ufeff Title ,"The ""body"""\r\nx,"y ""z"""\r\n'
  const [row] = itemsOf(readCsv(text).root)
  assert.ok(row?.type === 'map')
  const cut = ({start, end}: {start: number; end: number}) => text.slice(start, end)
  assert.equal(cut(row.span), 'x,"y ""z"""')
  const title = entryOf(row, 'Title')
  assert.equal(title && cut(title.keySpan), ' Title ')
  const body = fieldOf(text, 'The "body"')
  assert.equal(cut(body.span), '"y ""z"""')
  assert.deepEqual(body.literal.toSource({start: 2, end: 3}), {start: 3, end: 5})
})

test('an edit of a field is written as the field is, or not offered', () => {
  const encode = (raw: string, text: string, start: number, end: number) =>
    fieldOf(`a,b\n${raw},y\n`, 'a').literal.encode(text, {start, end})
  assert.equal(encode('"x"', 'a, "b"\n', 0, 1), 'a, ""b""\n')
  assert.equal(encode('x y', 'a; b', 2, 3), 'a; b')
  for (const text of ['a, b', 'a "b"', 'a\nb', '']) assert.equal(encode('x', text, 0, 1), undefined, text)
  assert.equal(encode('x y', ' a', 0, 1), undefined)
  assert.equal(encode('x y', '', 2, 3), undefined)
  assert.equal(encode('x y ', 'z', 2, 3), 'z')
  assert.equal(encode('x "y" z', '', 0, 2), undefined)
  assert.equal(encode('"x "y" z"', 'v', 0, 1), undefined)
  assert.equal(encode('x😀', 'v', 1, 2), 'v')
  assert.equal(fieldOf('a,b\nx😀,y', 'a').literal.toEditable({start: 1, end: 2}), undefined)
})

test('long and hostile files are read in time', () => {
  const started = performance.now()
  readCsv(`a,b\n${'"x" "'.repeat(300_000)}`)
  readCsv(`"${'a,"'.repeat(300_000)}`)
  readCsv(`a\n${'\n'.repeat(1_000_000)}`)
  readCsv(`${'a,'.repeat(100_000)}\n${'"x""y",'.repeat(100_000)}`)
  assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`)
})

function fieldOf(text: string, key: string): TextValue {
  const field = entryOf(itemsOf(readCsv(text).root)[0], key)?.value
  assert.ok(field?.type === 'text')
  return field
}

const pieces = [
  'a',
  'Hello there',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\r',
  'é',
  '😀',
  '\\',
  '{{name}}',
  "'",
]

const randomText = (random: Random, length: number): string =>
  Array.from({length: random.below(length)}, () => random.pick(pieces)).join('')

test('any edit of any field changes what it says and nothing else', () => {
  let offered = 0
  for (let seed = 1; seed <= 4000; seed++) {
    const random = randomFrom(seed)
    const delimiter = random.pick([',', ';', '\t'])
    const eol = random.pick(['\n', '\r\n', '\r'])
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const write = (text: string) =>
      text.includes(delimiter) || /["\r\n]/.test(text) || text.trim() === '' || random.chance(0.4) ? quoted(text) : text
    const rows = [0, 1, 2].map(() => [randomText(random, 5), randomText(random, 9)])
    const lines = [['name', 'body'], ...rows].map(row => row.map(write))
    const file = lines.map(row => row.join(delimiter)).join(eol) + random.pick(['', eol])
    const values = (text: string) => rowsOf(text).map(row => row.map(([, value]) => value))
    assert.deepEqual(values(file), rows, `${seed}: ${JSON.stringify(file)}`)
    const index = random.below(3)
    const field = entryOf(itemsOf(readCsv(file).root)[index], 'body')?.value
    assert.ok(field?.type === 'text')
    const {text} = field
    assert.equal(field.literal.text, text)
    const start = random.below(text.length + 1)
    const at = {start, end: start + random.below(Math.min(5, text.length - start) + 1)}
    const added = randomText(random, 4)
    const span = field.literal.toEditable(at)
    const encoded = field.literal.encode(added, at)
    if (span === undefined || encoded === undefined) continue
    offered++
    const base = field.span.start
    const edited = file.slice(0, base + span.start) + encoded + file.slice(base + span.end)
    const says = text.slice(0, at.start) + added + text.slice(at.end)
    const expected = rows.map((row, each) => (each === index ? [row[0], says] : row))
    assert.deepEqual(values(edited), expected, `${seed}: ${JSON.stringify([file, edited])}`)
    assert.deepEqual(readCsv(edited).problems, [])
    assert.ok(edited.startsWith(file.slice(0, base)) && edited.endsWith(file.slice(field.span.end)))
  }
  assert.ok(offered > 2000, `${offered}`)
})
