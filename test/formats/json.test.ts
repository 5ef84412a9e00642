import assert from 'node:assert/strict'
import {test} from 'node:test'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {readCsv} from '../../server/formats/values/csv.ts'
import {jsonStringAt, readJson} from '../../server/formats/values/json.ts'
import {deepest, entryOf, itemsOf, type TextValue, textOf, type Value} from '../../server/formats/values/value.ts'
import {type Random, randomFrom} from './random.ts'

/** What a value says, names that stand twice included. */
function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined
  if (value.type === 'text') return value.text
  if (value.type === 'other') return value.raw
  if (value.type === 'list') return value.items.map(plain)
  return value.entries.map(entry => [entry.key, plain(entry.value)])
}

const read = (text: string): unknown => plain(readJson(text).root)
const problem = (text: string): string | undefined => {
  const {problems} = readJson(text)
  assert.ok(problems.length <= 1, JSON.stringify(problems))
  const [first] = problems
  return first && `${first.code} at ${text.slice(first.span.start, first.span.end)}`
}

test('what an editor would let stand is read without a word', () => {
  const text = '\ufeff// poise-ignore\r\n{"a": [1, "x", NaN, -Infinity,], /* two */ "a": {"__proto__": "y",},}\n'
  const {comments, problems, root} = readJson(text)
  assert.deepEqual(problems, [])
  const list = ['1', 'x', 'NaN', '-Infinity']
  assert.deepEqual(plain(root), [
    ['a', list],
    ['a', [['__proto__', 'y']]],
  ])
  assert.deepEqual(
    comments.map(({text: inner, span}) => [inner, text.slice(span.start, span.end)]),
    [
      [' poise-ignore', '// poise-ignore'],
      [' two ', '/* two */'],
    ],
  )
  assert.equal(Object.hasOwn(Object.prototype, 'y'), false)
  for (const empty of ['', ' \n', '\ufeff', '// nothing yet']) assert.deepEqual(readJson(empty).problems, [])
})

test('spans are those of the file', () => {
  const text = '\ufeff{ "title" : "Ann\\u00e9e" , "tags" : [ 1 ] }'
  const {root} = readJson(text)
  const cut = ({start, end}: {start: number; end: number}) => text.slice(start, end)
  assert.ok(root)
  assert.equal(cut(root.span), text.slice(1))
  const title = entryOf(root, 'title')
  assert.ok(title)
  assert.equal(cut(title.keySpan), '"title"')
  assert.equal(cut(title.value.span), '"Ann\\u00e9e"')
  const tags = entryOf(root, 'tags')?.value
  assert.ok(tags)
  assert.equal(cut(tags.span), '[ 1 ]')
  const literal = textOf(root, 'title')?.literal
  assert.deepEqual(literal?.toSource({start: 3, end: 4}), {start: 4, end: 10})
})

// biome-ignore format: one line a file
const broken: readonly (readonly [file: string, problem: string | undefined, holds: unknown])[] = [
  ['[{"a": "x"}, {"a": "y', 'json-syntax at "y', [[['a', 'x']], []]],
  ['[{"a": "x"}, {"a": ', 'json-syntax at :', [[['a', 'x']], []]],
  ['[{"a": "x"}, {"a": "y"}', 'json-syntax at }', [[['a', 'x']], [['a', 'y']]]],
  ['{"a": "x" "b": "y"}', 'json-syntax at "b"', [['a', 'x'], ['b', 'y']]],
  ['["x" "y"]', 'json-syntax at "', ['x', 'y']],
  ['{"a" "x", "b": , "c": "z"}', 'json-syntax at "', [['a', 'x'], ['c', 'z']]],
  ['{a: "x"}', 'json-syntax at a', [['a', 'x']]],
  ['{"a": "x\ny", "b": "z"}', 'json-syntax at "x', [['a', 'x\ny'], ['b', 'z']]],
  ['{"a": "x,\n"b": "z"}', 'json-syntax at "x,', [['b', 'z']]],
  ['{"a": "C:\\q"}', 'json-syntax at "C:\\q"', [['a', 'C:\\q']]],
  ['{"m": [{"a": "x"}, {"a": "y"}}', 'json-syntax at }', [['m', [[['a', 'x']], [['a', 'y']]]]]],
  ['[{"a": "x", {"a": "y"}]', 'json-syntax at {', [[['a', 'x']], [['a', 'y']]]],
  ['["x"]]', 'json-syntax at ]', ['x']],
  ['["x", /* y', 'json-syntax at /*', ['x']],
  ['{"a": "x"}\n{"a": "y"}', 'json-syntax at {', [['a', 'x']]],
  ['<<<<<<< HEAD\n["x"]', 'json-syntax at <<<<<<<', '<<<<<<<'],
  ['[\u00a0"x", True]', 'json-syntax at \u00a0', ['x', 'True']],
]

test('a broken file keeps every complete entry and has one problem', () => {
  for (const [file, expected, holds] of broken) {
    assert.equal(problem(file), expected, file)
    assert.deepEqual(read(file), holds, file)
  }
})

test('what Poise says of a broken file passes its own rules', () => {
  const messages = [...broken.map(([file]) => file), '['.repeat(300), '{"a" 1}', '1 2', '{"a":}'].flatMap(file =>
    readJson(file).problems.map(({message}) => message),
  )
  messages.push(
    ...['a\n"x', 'a\n"x"y"\n', 'a\nb,c'].flatMap(file => readCsv(file).problems.map(({message}) => message)),
  )
  const plan = makePlan('article')
  for (const message of messages) {
    const {findings} = check(readMarkdown(message, 'article'), plan, makeMemory())
    assert.deepEqual(
      findings.filter(({level}) => level !== 'document'),
      [],
      message,
    )
  }
})

test('no beginning of a file makes reading fail or invents a text', () => {
  const whole = '[{"title": "A\\n\\"b\\"", "n": -1.5e3, "t": [true, null]}, {"title": "\\ud83d\\ude00"}] // end'
  const texts = new Set(['A\n"b"', '😀'])
  for (let end = 0; end <= whole.length; end++) {
    const {root, problems} = readJson(whole.slice(0, end))
    assert.ok(problems.length <= 1)
    for (const item of itemsOf(root)) {
      const title = textOf(item, 'title')
      assert.ok(title === undefined || texts.has(title.text))
    }
  }
})

test('deep, wide and long files are read in time', () => {
  const started = performance.now()
  const deep = readJson('[{"a":'.repeat(50_000))
  assert.deepEqual(deep.problems.map(({code}) => code).sort(), ['json-syntax', 'too-deep'])
  const closed = readJson(`["x", ${'['.repeat(100_000)}${']'.repeat(100_000)}, "y"]`)
  assert.deepEqual(
    closed.problems.map(({code}) => code),
    ['too-deep'],
  )
  assert.equal(itemsOf(closed.root).length, 3)
  let depth = 0
  for (let value = itemsOf(closed.root)[1]; value !== undefined; value = itemsOf(value)[0]) depth++
  assert.equal(depth, deepest - 1)
  const wide = readJson(`{${Array.from({length: 1_000_000}, (_, index) => `"k${index}":1`).join(',')}}`)
  assert.equal(wide.root?.type === 'map' && wide.root.entries.length, 1_000_000)
  readJson('["a\n' + '\\"\n'.repeat(300_000) + '"x')
  assert.ok(performance.now() - started < 4000, `${performance.now() - started} ms`)
})

test('one string is read alone, if it is whole', () => {
  const text = '{"a": "x \\"y\\"", "b": "open\n"}'
  const found = jsonStringAt(text, 6)
  assert.equal(found?.text, 'x "y"')
  assert.deepEqual(found?.span, {start: 6, end: 15})
  assert.deepEqual(found?.literal.toSource({start: 2, end: 3}), {start: 3, end: 5})
  for (const start of [0, 5, 22, text.length]) assert.equal(jsonStringAt(text, start), undefined)
})

const written: readonly (readonly [raw: string, text: string, as: string | undefined])[] = [
  ['"x"', 'a "b" \\ /\n\t\u0001é', 'a \\"b\\" \\\\ /\\n\\t\\u0001é'],
  ['"x \\u00e9"', 'é😀', '\\u00e9\\ud83d\\ude00'],
  ['"x \\u00E9"', 'é', '\\u00E9'],
  ['"x \\u00e9 è"', 'é', 'é'],
  ['"<b>x<\\/b> a/b"', 'c/d</i>', 'c/d<\\/i>'],
  ['"a\\/b"', 'c/d', 'c\\/d'],
  ['"\\u003cb>"', '<i>', '\\u003ci>'],
  ['"x"', '\ud83d', undefined],
  ['"C:\\q"', 'y', undefined],
]

test('an edit is written as the string is', () => {
  for (const [raw, text, as] of written)
    assert.equal(textAt(raw).literal.encode(text, {start: 0, end: 1}), as, raw + text)
  const tag = textAt('"<\\/b> a/b <"')
  assert.equal(tag.literal.encode('/i', {start: 10, end: 10}), '\\/i')
})

test('an edit never splits an escape or a surrogate pair', () => {
  for (const raw of ['"a\\ud83d\\ude00b"', '"a😀b"', '"a\\ud83d\\uDE00"']) {
    const {literal} = textAt(raw)
    assert.equal(literal.toEditable({start: 0, end: 2}), undefined, raw)
    assert.equal(literal.toEditable({start: 2, end: 2}), undefined, raw)
    assert.notEqual(literal.toEditable({start: 1, end: 3}), undefined, raw)
  }
})

function textAt(raw: string): TextValue {
  const {root} = readJson(raw)
  assert.ok(root?.type === 'text')
  return root
}

const pieces = [
  ...'abc /<"\\\n\r\t\b\f',
  '\r\n',
  'é',
  '😀',
  '👩‍👩‍👧',
  '</p>',
  '\u0000',
  '\u2028',
  'Hello there. ',
  '\\u00',
  '{{name}}',
]

const randomText = (random: Random, length: number): string =>
  Array.from({length: random.below(length)}, () => random.pick(pieces)).join('')

/** A way to write a string: each character as it is, as its short escape or by its number. */
function spell(text: string, random: Random): string {
  const numbers = random.pick([0, 0.1, 1])
  const beyond = random.pick([0, 0.3, 1])
  const slashes = random.pick([0, 0.5, 1])
  const number = (unit: string): string => {
    const digits = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${random.chance(0.2) ? digits.toUpperCase() : digits}`
  }
  return [...text]
    .map(character => {
      if (random.chance(character > '\x7f' ? beyond : numbers / 5)) return character.split('').map(number).join('')
      if (character === '/' && random.chance(slashes)) return '\\/'
      return JSON.stringify(character).slice(1, -1)
    })
    .join('')
}

test('any edit of any string changes what it says and nothing else', () => {
  let offered = 0
  for (let seed = 1; seed <= 4000; seed++) {
    const random = randomFrom(seed)
    const text = randomText(random, 12)
    const whole = spell(text, random)
    const before = `{"a": ["${random.pick(['', '\\\\', 'é'])}"], ${random.pick(['', '\n', '/**/'])}"b": `
    const after = `, "c": "${random.pick(['', '\\"'])}"}`
    const file = `${before}"${whole}"${after}`
    const value = textOf(readJson(file).root, 'b')
    assert.equal(value?.text, text, file)
    assert.equal(jsonStringAt(file, before.length)?.text, text, file)
    const start = random.below(text.length + 1)
    const at = {start, end: start + random.below(Math.min(5, text.length - start) + 1)}
    const added = randomText(random, 5)
    const span = value.literal.toEditable(at)
    const encoded = value.literal.encode(added, at)
    if (span === undefined || encoded === undefined) continue
    offered++
    const base = value.span.start
    const edited = file.slice(0, base + span.start) + encoded + file.slice(base + span.end)
    const says = text.slice(0, at.start) + added + text.slice(at.end)
    assert.ok(edited.startsWith(before) && edited.endsWith(after), edited)
    assert.equal(JSON.parse(edited.slice(before.length, edited.length - after.length)), says, `${seed}: ${edited}`)
    assert.equal(textOf(readJson(edited).root, 'b')?.text, says, edited)
  }
  assert.ok(offered > 3000, `${offered}`)
})
