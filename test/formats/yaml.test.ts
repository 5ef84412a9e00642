import assert from 'node:assert/strict'
import {test} from 'node:test'
import {isScalar, parseAllDocuments, visit} from 'yaml'
import {entryOf, type TextValue, textOf, type Value} from '../../server/formats/values/value.ts'
import {readYaml} from '../../server/formats/values/yaml.ts'
import {type Random, randomFrom} from './random.ts'

function textsOf(value: Value | undefined): readonly TextValue[] {
  if (value?.type === 'text') return [value]
  if (value?.type === 'map') return value.entries.flatMap(entry => textsOf(entry.value))
  return value?.type === 'list' ? value.items.flatMap(textsOf) : []
}

function bodyOf(text: string): TextValue {
  const body = textOf(readYaml(text).root, 'body')
  assert.ok(body, text)
  return body
}

function edited(text: string, old: string, written: string): string | undefined {
  const {span, literal} = bodyOf(text)
  const start = literal.text.indexOf(old)
  assert.ok(start >= 0, `${old} in ${literal.text}`)
  return applied(text, span.start, literal, {start, end: start + old.length}, written)
}

function applied(
  text: string,
  base: number,
  literal: TextValue['literal'],
  at: {start: number; end: number},
  written: string,
): string | undefined {
  const place = literal.toEditable(at)
  const encoded = place && literal.encode(written, at)
  if (place === undefined || encoded === undefined) return undefined
  return text.slice(0, base + place.start) + encoded + text.slice(base + place.end)
}

test('an edit is written as each style of scalar needs it', () => {
  const cases: readonly (readonly [file: string, old: string, written: string, expected: string | undefined])[] = [
    ['body: We can not help.', 'can not', "can't", "body: We can't help."],
    ['body: Reply in a day', 'a day', 'time: a day', undefined],
    ['body: Reply in a day', 'in a', '#1', undefined],
    ['body: Reply in a day', 'Reply in a day', '- soon', undefined],
    ['body: Reply in a day', 'Reply in a day', 'no', undefined],
    ['body: Reply in a day', ' day', '', 'body: Reply in a'],
    ['body: Reply in a day', 'Reply', '', undefined],
    ['body: Reply in a day', 'day', 'day\nor two', undefined],
    ['{body: Reply in a day, b: 1}', 'a day', '[1] day', undefined],
    ['{body: Reply in a day, b: 1}', 'a day', '⟦when⟧', undefined],
    ['body: Reply in a day', 'Reply in', '⟦Name⟧ in', undefined],
    ['body: Reply in a day', 'in a day', '⟦when⟧', 'body: Reply ⟦when⟧'],
    ['body: Reply [in a day]', 'a day', 'one, two', 'body: Reply [in one, two]'],
    ["body: 'We can not help.'", 'can not', "can't", "body: 'We can''t help.'"],
    ["body: 'We\n  can not\n  help.'", 'can not', 'can\nnot', "body: 'We\n  can\n\n  not\n  help.'"],
    ["body: 'We can not help.'", 'not', '\n', undefined],
    ['body: "We can not"', 'can not', 'say "no"\n\\ é', 'body: "We say \\"no\\"\\n\\\\ é"'],
    ['body: "Caf\\u00e9 bar"', 'bar', 'déjà 😀', 'body: "Caf\\u00e9 d\\u00e9j\\u00e0 \\U0001f600"'],
    ['body: "We\n  can"', 'can', ' can', 'body: "We\n  \\ can"'],
    ['body: |\n  One.\n  Two.\n', 'One.', 'One\n\nand: #a', 'body: |\n  One\n\n  and: #a\n  Two.\n'],
    ['body: |\r\n  One.\r\n', 'One.', 'One\nand', 'body: |\r\n  One\r\n  and\r\n'],
    ['body: |\r  One.\rb: 1\r', 'One.', 'One\nand', 'body: |\r  One\r  and\rb: 1\r'],
    ['body: |\n  One.\n\n  Two.\n', '\nTwo.', 'Two.', 'body: |\n  One.\n  Two.\n'],
    ['body: |\n  One.\n\n  Two.\n', '\n\n', '\nAnd\n', 'body: |\n  One.\n  And\n  Two.\n'],
    ['body: |\n  One.\n', 'One', ' One', undefined],
    ['body: |2\n  One.\n', 'One', ' One', undefined],
    ['body: |2\n   One.\n', 'One', 'Two', 'body: |2\n   Two.\n'],
    ['body: |\n  One.\n', 'One.\n', 'One.\n\n', undefined],
    ['body: |-\n  One.\n', 'One.', 'One.\n', undefined],
    ['body: |+\n  One.\n\nb: 1', 'One.\n\n', 'One.\n', 'body: |+\n  One.\nb: 1'],
    ['body: |\n  One.\n', 'One', 'O\u2028ne', undefined],
    ['body: >\n  One\n  two.\n', 'One two', 'One\ntwo', 'body: >\n  One\n\n  two.\n'],
    ['body: >\n  One\n  two.\n', 'two', 'two\n  three', undefined],
  ]
  for (const [file, old, written, expected] of cases) assert.equal(edited(file, old, written), expected, file)
})

test('several documents are a list, and what is no text is left as it stands', () => {
  const documents = readYaml('# Replies\n---\nbody: a\n---\nbody: b\n').root
  assert.deepEqual(
    textsOf(documents).map(({text}) => text),
    ['a', 'b'],
  )
  assert.equal(documents?.type, 'list')
  const text =
    'a: &x hello there\nb: *x\nc: 12\nd: ~\ne:\nf: !!str 12\ng: !!binary aGk=\nh: !own "1"\n<<: *x\na: again\n'
  const {root, problems} = readYaml(text)
  assert.deepEqual(problems, [])
  assert.ok(root?.type === 'map')
  assert.deepEqual(
    root.entries.map(({key, value}) => [key, value.type === 'text' ? value.text : value.type]),
    [
      ['a', 'hello there'],
      ...['b', 'c', 'd', 'e'].map(key => [key, 'other']),
      ['f', '12'],
      ['g', 'other'],
      ['h', '1'],
      ['<<', 'other'],
      ['a', 'again'],
    ],
  )
  for (const {key, keySpan} of root.entries) assert.equal(text.slice(keySpan.start, keySpan.end), key)
})

test('a mapping ends with its last value, and offsets hold behind a byte order mark', () => {
  const text = '\ufeff- title: One\n  body: Two\n# Between\n\n- body: Three\n'
  const {root} = readYaml(text)
  assert.ok(root?.type === 'list')
  const shown = root.items.map(({span}) => text.slice(span.start, span.end))
  assert.deepEqual(shown, ['title: One\n  body: Two', 'body: Three'])
})

test('comments that speak to Poise are found, and not in a text', () => {
  const text =
    'a: | # poise-ignore\n  # poise-ignore-start\n# other\n#poise-ignore-file\nb: [x, # poise-ignore-end\n  y]\n'
  const {comments} = readYaml(text)
  assert.deepEqual(
    comments.map(comment => comment.text),
    [' poise-ignore', 'poise-ignore-file', ' poise-ignore-end'],
  )
  for (const {text: content, span} of comments) assert.equal(text.slice(span.start + 1, span.end), content)
})

test('a broken file keeps what could be read, and says once what to do where', () => {
  const cases: readonly (readonly [file: string, texts: readonly string[], problem: RegExp])[] = [
    ['a: one\nb: "two\nc: three\n', ['one', 'three'], /^Line 2 .*quotation mark/],
    ['a: one\nb: "two\n  three', ['one'], /^Line 2 .*quotation mark/],
    ["a: one\nb: 'it''", ['one'], /^Line 2 .*quotation mark/],
    ['a: one\n   b: two\nc: three\n', ['three'], /^Line 1 .*line up/],
    ['a: [one, two\nb: three\n', ['one', 'two', 'three'], /^Line /],
    ['a: one\nb: "\\q"\n', ['one', '\\q'], /^Line 2 .*backslash/],
    [`a: one\nb: ${'['.repeat(20_000)}`, ['one'], /^Line 2 .*levels/],
    [`a: one\nb: ${'{a: '.repeat(20_000)}`, ['one'], /^Line 2 .*levels/],
    ['- '.repeat(20_000), [], /levels/],
    [`${'- '.repeat(20_000)}x\nb: 1`, [], /levels/],
    ['? '.repeat(20_000), [], /levels/],
  ]
  for (const [file, texts, problem] of cases) {
    const {root, problems} = readYaml(file)
    const name = file.slice(0, 40)
    assert.equal(problems.length, 1, name)
    assert.match(problems[0]?.message ?? '', problem, name)
    for (const text of texts)
      assert.ok(
        textsOf(root).some(found => found.text === text),
        `${name}: ${text}`,
      )
  }
  assert.equal(bodyOf('body: "\\q a"').literal.encode('b', {start: 3, end: 4}), undefined)
  assert.deepEqual(readYaml('').problems, [])
  assert.equal(entryOf(readYaml('a: 1').root, 'b'), undefined)
})

const parts = [
  ...[
    "it's",
    '"so"',
    '\\',
    '\\n',
    ': ',
    ':',
    ' #',
    '#',
    ', ',
    '[a]',
    '{{ticket.id}}',
    '{',
    '?',
    '- ',
    '-',
    '---',
    '...',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n  ',
    '\n\n\n',
    ' ',
    ' ',
    '  ',
    '\t',
    '\u2028',
    '\u0085',
    '\u00a0',
    'é',
    '😀',
    '&',
    '*',
    '!',
  ],
  ...['%', '@', '`', '|', '>', 'null', '42', 'true', '=', '~', 'one', 'two', 'three', 'Hello there', 'We reply soon.'],
]

function randomText(random: Random, most: number): string {
  let text = ''
  for (let index = random.below(most + 1); index > 0; index--) text += random.pick(parts) + random.pick(['', ' '])
  return text
}

const isAsciiWord = /^[\w ]$/

/** Writes `text` in one style or another; not always so that it can be read, the library says what it is. */
const writers: readonly ((text: string, random: Random, eol: string, margin: string) => string)[] = [
  (text, random, eol, margin) => folded(text, random, eol, margin),
  (text, random, eol, margin) => `'${folded(text.replaceAll("'", "''"), random, eol, margin)}'`,
  (text, random, eol, margin) => {
    const forms = [
      (sign: string) => (sign === '\n' ? '\\n' : isAsciiWord.test(sign) ? sign : hex(sign)),
      (sign: string) => (sign === '\n' ? '\\n' : /["\\\t\u0085\u2028]/.test(sign) ? hex(sign) : sign),
    ]
    const line = folded([...text].map(random.pick(forms)).join(''), random, eol, margin)
    return `"${random.chance(0.5) ? line : line.replaceAll('\\n', `\\n\\${eol}${margin}`)}"`
  },
  ...['|', '|-', '|+', '>', '>-', '>+'].map(sign => (text: string, random: Random, eol: string, margin: string) => {
    const step = random.pick([1, 2, 4])
    const head = /^[ \n]/.test(text) || random.chance(0.2) ? sign.charAt(0) + step + sign.slice(1) : sign
    const indented = margin.slice(1) + ' '.repeat(step)
    return head + eol + text.replace(/^(?=[^\n])/gm, indented).replaceAll('\n', eol)
  }),
]

const hex = (sign: string) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`

function folded(text: string, random: Random, eol: string, margin: string): string {
  return text.replace(/(?<=\S) (?=\S)|\n/g, sign => {
    if (sign === '\n') return eol + eol + margin
    return random.chance(0.2) ? random.pick(['', ' ']) + eol + margin : ' '
  })
}

function randomFile(random: Random): string {
  const eol = random.pick(['\n', '\n', '\r\n', '\r'])
  const write = (margin: string, flow = false) =>
    random.pick(flow ? writers.slice(0, 3) : writers)(randomText(random, 8), random, eol, margin)
  const forms = [
    () => `- ${write(' ')}`,
    () => `- title: ${write('   ')}${eol}  body: ${write('   ')}`,
    () => `-   name: x${eol}    body: ${write('     ')} # note${eol}    more:${eol}    - ${write('     ')}`,
    () => `- {title: ${write('  ', true)}, body: ${write('  ', true)}}`,
    () => `- [${write('  ', true)}, a: ${write('  ', true)}, ${write('    ', true)} ]`,
    () => `- &a !own ${write(' ')}`,
    () => '- id: 12',
  ]
  const items: string[] = []
  for (let count = 1 + random.below(3); count > 0; count--) items.push(random.pick(forms)())
  return random.pick(['', '\ufeff', `# note${eol}---${eol}`]) + items.join(eol) + random.pick(['', eol])
}

/** Every scalar as the library reads it, keys too; undefined where it finds a mistake, or a name that is no scalar. */
function scalarsOf(text: string): {readonly all: readonly unknown[]; readonly texts: readonly number[]} | undefined {
  const [document] = parseAllDocuments(text.replace(/\r(?!\n)/g, '\n').replace('\ufeff', ''), {
    prettyErrors: false,
    logLevel: 'silent',
  })
  if (document === undefined || 'empty' in document || document.errors.length > 0) return undefined
  const all: unknown[] = []
  const texts: number[] = []
  let hasPlainKeys = true
  visit(document, {
    Map: (_key, {items}) => void all.push(items.length),
    Seq: (_key, {items}) => void all.push(items.length),
    Pair: (_key, {key}) => {
      hasPlainKeys &&= isScalar(key)
    },
    Scalar: (key, {value}) => {
      if (key !== 'key' && typeof value === 'string' && value !== '') texts.push(all.length)
      all.push(value)
    },
  })
  return hasPlainKeys ? {all, texts} : undefined
}

const shows = (source: string, shown: string): boolean =>
  source === shown || source === `${shown}${shown}` || source.startsWith('\\') || /^[ \t\r\n]*$/.test(source)

test('an edit changes the text that it is meant for, and nothing else', () => {
  let offered = 0
  let tried = 0
  for (let seed = 0; tried < 5000; seed++) {
    const random = randomFrom(seed)
    const text = randomFile(random)
    const before = scalarsOf(text)
    if (before === undefined || before.texts.length === 0) continue
    const found = textsOf(readYaml(text).root).filter(value => value.text !== '')
    const which = `seed ${seed}: ${JSON.stringify(text)}`
    assert.deepEqual(
      found.map(value => value.text),
      before.texts.map(index => before.all[index]),
      which,
    )
    for (const [order, {span, text: said, literal}] of found.entries()) {
      tried++
      assert.equal(literal.text, said, which)
      const start = random.below(said.length + 1)
      const at = {start, end: Math.min(said.length, start + random.below(9))}
      const shown = literal.toSource({start, end: start + 1})
      const source = text.slice(span.start + shown.start, span.start + shown.end)
      if (said.trim() !== '' && start < said.length)
        assert.ok(shows(source, said.charAt(start)), `${which} ${JSON.stringify([said, start])}`)
      const written = randomText(random, 2)
      const after = applied(text, span.start, literal, at, written)
      if (after === undefined) continue
      offered++
      const all = before.all.with(before.texts[order] ?? -1, said.slice(0, at.start) + written + said.slice(at.end))
      assert.deepEqual(scalarsOf(after)?.all, all, `${which} ${JSON.stringify([said, at, written, after])}`)
    }
  }
  assert.ok(offered > tried * 0.4, `${offered} of ${tried}`)
})
