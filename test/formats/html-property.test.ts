import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Reading} from '../../server/formats/format.ts'
import {readHtml} from '../../server/formats/html/html.ts'
import {makeLiteral, type Run} from '../../server/formats/prose/literal.ts'
import {through} from '../../server/formats/prose/through.ts'
import {readText} from '../../server/formats/text/text.ts'
import {type Random, randomFrom} from './random.ts'
import {randomHtml} from './random-html.ts'

const known = /alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett|kilo|lima|mike|november|oscar/g

test('every word of a file of HTML is read, and nothing else', () => {
  for (let seed = 0; seed < 1000; seed++) {
    const text = randomHtml(randomFrom(seed))
    const prose = readHtml(text, 'macro')
      .blocks.map(block => block.prose)
      .join(' ')
    assert.ok(!prose.includes('HIDDEN'), `seed ${seed}: ${JSON.stringify([prose, text])}`)
    assert.deepEqual(prose.match(known), text.match(known), `seed ${seed}: ${JSON.stringify(text)}`)
  }
})

const replacements = [
  'changed',
  'two words',
  '',
  '<z>',
  'a<b',
  '/p>',
  '!--',
  '&amp;',
  'AT&T',
  'x &',
  '&lt',
  'amp;',
  '#x41;',
  'b&c;',
  'isn’t',
  '"q"',
  'it\'s (so) "far"',
  'one ',
  ' one',
  '- dash',
  'C:\\dir',
  '{',
  '[x',
  'a > b',
  '😀',
  'a\u00a0b',
  'a\nb',
  'a\n\nb',
  '⟦what to say⟧',
  'end.',
]

const outline = ({blocks, directives, problems}: Reading) => ({
  blocks: blocks.map(({kind, depth, ordered, quoted, prose}) => ({kind, depth, ordered, quoted, prose})),
  marks: blocks.flatMap(({marks}) => marks.flatMap(mark => mark.text ?? [])),
  directives: directives.map(({kind, rules}) => ({kind, rules})),
  problems: problems.length,
})

/** A blank beside a blank is not seen. */
const seen = (reading: ReturnType<typeof outline>, breaks?: RegExp) => ({
  ...reading,
  blocks: reading.blocks
    .map(block => {
      const prose = block.prose
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()
      return {...block, prose: breaks === undefined ? prose : prose.replace(breaks, ' ')}
    })
    .filter(({prose}) => prose !== ''),
})

function randomSpan(random: Random, prose: string): {readonly start: number; readonly end: number} {
  const words = [...prose.matchAll(/[\p{L}’']+/gu)]
  const first = random.below(words.length)
  const last = Math.min(words.length - 1, first + random.pick([0, 0, 0, 1, 2]))
  const [start, end] = [words[first]?.index ?? 0, (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0)]
  if (random.chance(0.1)) return {start, end: start}
  const [before, after] = [random.pick([0, 0, 0, 1, 2]), random.pick([0, 0, 0, 1, 2])]
  return {start: Math.max(0, start - before), end: Math.min(prose.length, end + after)}
}

/** Makes random replacements in the file and compares what is read then; says how many there were. */
function checkEdits(seed: number, file: string, read: (file: string) => Reading, breaks?: RegExp): number {
  const random = randomFrom(seed)
  const before = read(file)
  let edits = 0
  for (let round = 0; round < 4; round++) {
    const index = random.below(before.blocks.length)
    const block = before.blocks[index]
    if (block === undefined) return edits
    const span = randomSpan(random, block.prose)
    const replacement = random.pick(replacements)
    const editable = block.map.toEditable(span)
    const written = block.map.encode(replacement, span)
    if (editable === undefined || written === undefined) continue
    edits++
    const after = file.slice(0, editable.start) + written + file.slice(editable.end)
    const proses = (block.prose.slice(0, span.start) + replacement + block.prose.slice(span.end)).split('\n\n')
    const expected = outline(before)
    const blocks = expected.blocks.flatMap((each, at) =>
      at === index ? proses.map(prose => ({...each, prose})) : [each],
    )
    assert.deepEqual(
      seen(outline(read(after)), breaks),
      seen({...expected, blocks}, breaks),
      `seed ${seed}: ${JSON.stringify([block.prose, span, replacement, file, after])}`,
    )
  }
  return edits
}

test('a replacement in HTML changes that place of the prose and nothing else', () => {
  let edits = 0
  for (let seed = 0; seed < 1500; seed++) {
    const random = randomFrom(seed)
    const text = randomHtml(random)
    const kind = random.pick(['macro', 'macro', 'article'] as const)
    edits += checkEdits(seed, text, file => readHtml(file, kind))
  }
  assert.ok(edits > 3500, `only ${edits} edits`)
})

const escapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
])
const quote = (text: string): string => [...text].map(each => escapes.get(each) ?? each).join('')

/** A string in quotation marks with the escapes above. */
function literalOf(raw: string) {
  const runs: Run[] = []
  let text = ''
  for (let from = 1; from < raw.length - 1; ) {
    const isEscape = raw[from] === '\\'
    const to = from + (isEscape ? 2 : 1)
    const written = raw.slice(from, to)
    runs.push({kind: isEscape ? 'escape' : 'text', at: text.length, from, to})
    text += isEscape ? ([...escapes].find(([, each]) => each === written)?.[0] ?? '') : written
    from = to
  }
  return makeLiteral(text, runs, 1, quote)
}

test('a replacement in HTML inside a string leaves all around it as it is', () => {
  let edits = 0
  for (let seed = 0; seed < 800; seed++) {
    const file = `"${quote(randomHtml(randomFrom(seed)))}"`
    edits += checkEdits(seed, file, raw => {
      const literal = literalOf(raw)
      return through(literal, readHtml(literal.text, 'macro'))
    })
  }
  assert.ok(edits > 1800, `only ${edits} edits`)
})

const lines: readonly ((random: Random) => string)[] = [
  () => 'alpha bravo charlie',
  () => 'delta, echo {{HIDDEN.name}} & foxtrot.',
  () => 'golf%{HIDDEN} <b>hotel</b>  india',
  () => '- juliett',
  () => '2. kilo lima',
  () => '  mike HIDDEN@example.com november',
  () => 'oscar https://example.com/HIDDEN. alpha [HIDDEN]',
  () => '',
  () => '{% render HIDDEN %}',
  () => '<!-- poise-ignore some-rule -->',
  () => 'bravo charlie delta echo foxtrot golf hotel india juliett kilo lima',
]

test('a replacement in plain text changes that place of the prose and nothing else', () => {
  let edits = 0
  for (let seed = 0; seed < 1000; seed++) {
    const random = randomFrom(seed)
    const eol = random.pick(['\n', '\r\n', '\r'])
    const text = Array.from({length: 1 + random.below(8)}, () => random.pick(lines)(random)).join(eol)
    // It depends on the words whether a program seems to have wrapped a line.
    edits += checkEdits(seed, text, file => readText(file, 'macro'), / ?\n ?/g)
  }
  assert.ok(edits > 1200, `only ${edits} edits`)
})
