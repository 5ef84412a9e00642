import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {sourceText} from '../../server/formats/files/source-text.ts'
import type {Block, Reading} from '../../server/formats/format.ts'
import {openMarkdown, readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {decodeEntity} from '../../server/formats/prose/entities.ts'
import {type Random, randomFrom, randomMarkdown} from './random.ts'

const kinds: readonly DocumentKind[] = ['article', 'macro']

function shows(source: string, shown: string, block: Block, offset: number): boolean {
  if (source === shown) return true
  if (shown === ' ') return /^[ \t]*(?:\r\n|\n|\r)[ \t>]*$/.test(source)
  if (shown === '\n') return /^[ \t]*\\?(?:\r\n|\n|\r)[ \t>]*$/.test(source) || source.startsWith('<')
  if (shown === '\ufffc') return block.marks.some(mark => mark.start === offset && mark.text === source)
  return source === `\\${shown}` || decodeEntity(source)?.includes(shown) === true
}

test('every character of the prose is shown by the characters of the file that the map names', () => {
  for (let seed = 0; seed < 500; seed++) {
    const text = randomMarkdown(randomFrom(seed))
    for (const kind of kinds) {
      const reading = readMarkdown(text, kind)
      for (const block of reading.blocks) {
        let last = 0
        for (let offset = 0; offset < block.prose.length; offset++) {
          const span = block.map.toSource({start: offset, end: offset + 1})
          const source = text.slice(span.start, span.end)
          assert.ok(
            shows(source, block.prose.charAt(offset), block, offset),
            `seed ${seed}: ${JSON.stringify([block.prose, offset, source, text])}`,
          )
          assert.ok(span.start >= last, `seed ${seed}: order`)
          last = span.start
        }
      }
      assert.deepEqual(reading.problems, [], `seed ${seed}`)
    }
  }
})

test('every word that a reader sees is prose, in its order, and nothing else is', () => {
  for (let seed = 0; seed < 500; seed++) {
    const text = randomMarkdown(randomFrom(seed))
    const prose = readMarkdown(text, 'article')
      .blocks.map(block => block.prose)
      .join(' ')
    assert.ok(!prose.includes('HIDDEN'), `seed ${seed}: ${JSON.stringify([prose, text])}`)
    const expected = text.match(
      /(?<![a-z])(?:alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett|kilo|lima|mike|november|oscar)(?![a-z])/g,
    )
    const found = prose.match(
      /(?<![a-z])(?:alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett|kilo|lima|mike|november|oscar)(?![a-z])/g,
    )
    assert.deepEqual(found, expected, `seed ${seed}: ${JSON.stringify(text)}`)
  }
})

const replacements = [
  'changed',
  'two words',
  'a*b*c',
  'snake_case',
  '_x_',
  '1. one',
  '- dash',
  '# hash',
  '> more',
  '[x]',
  'a [b](c)',
  '<z>',
  'a|b',
  'C:\\dir',
  '`tick`',
  'AT&T',
  '&amp;',
  '~~no~~',
  '⟦what to say⟧',
  'isn’t',
  "it's (so) - fine!",
  '+ plus',
  '* star',
  '2) two',
  '===',
  '---',
  'x &',
  '::: y',
  '!!! z',
  'end.',
]

const outline = (reading: Reading) =>
  reading.blocks.map(({kind, depth, ordered, quoted, prose}) => ({kind, depth, ordered, quoted, prose}))

function randomSpan(random: Random, prose: string): {readonly start: number; readonly end: number} {
  const words = [...prose.matchAll(/[\p{L}’']+/gu)]
  const first = random.below(words.length)
  const last = Math.min(words.length - 1, first + random.pick([0, 0, 0, 1, 2]))
  const [start, end] = [words[first]?.index ?? 0, (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0)]
  return random.chance(0.1) ? {start, end: start} : {start, end}
}

test('a replacement changes that place of the prose and nothing else', () => {
  let edits = 0
  for (let seed = 0; seed < 1500; seed++) {
    const random = randomFrom(seed)
    const text = randomMarkdown(random)
    const kind = random.pick(kinds)
    const before = readMarkdown(text, kind)
    const index = random.below(before.blocks.length)
    const block = before.blocks[index]
    if (block === undefined) continue
    const span = randomSpan(random, block.prose)
    const replacement = random.pick(replacements)
    const editable = block.map.toEditable(span)
    const written = block.map.encode(replacement, span)
    if (editable === undefined || written === undefined) continue
    edits++
    const after = text.slice(0, editable.start) + written + text.slice(editable.end)
    const prose = block.prose.slice(0, span.start) + replacement + block.prose.slice(span.end)
    const expected = outline(before).map((item, at) => (at === index ? {...item, prose} : item))
    assert.deepEqual(
      outline(readMarkdown(after, kind)).map(unbroken),
      expected.map(unbroken),
      `seed ${seed}: ${JSON.stringify([block.prose, span, replacement, text, after])}`,
    )
  }
  assert.ok(edits > 600, `only ${edits} edits`)
})

/** In a reply it depends on the words beside a soft break whether it is a space or the end of a line. */
function unbroken<Item extends {readonly prose: string}>(item: Item): Item {
  return {...item, prose: item.prose.replaceAll('\n', ' ')}
}

/** All that a reading says, the maps by what they answer. */
const detail = ({sections: _, ...reading}: Reading) => ({
  ...reading,
  blocks: reading.blocks.map(({kind, depth, ordered, quoted, prose, marks, map}) => ({
    kind,
    depth,
    ordered,
    quoted,
    prose,
    marks,
    map: [...prose].map((_, at) => [
      map.toSource({start: at, end: at + 1}),
      map.toEditable({start: at, end: at + 1}),
      map.toEditable({start: at, end: at}),
    ]),
    written: map.encode('a * b'),
    broken: map.encode('a\n\nb'),
  })),
})

const snippets = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '> ',
  '```\n',
  '# ',
  '---\n',
  '*',
  '**',
  '`',
  '[known]: x\n',
  '<!-- ',
  '-->',
  '| a | b |\n|---|---|\n',
  '    ',
  '\t',
  '{% comment %}\n',
  '{{',
  ':::\n',
  '<div>\n',
  '</div>',
  '!!! note\n    ',
  '\r\n',
  '\r',
  '1. ',
  '===\n',
  '[',
  ']',
  '(',
  '\ufeff',
  '<!-- poise-ignore a -->\n',
  '<Card\n',
  '>',
]

test('reading after edits equals reading afresh', () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = randomFrom(seed)
    const kind = random.pick(kinds)
    let text = randomMarkdown(random, 20)
    let document = openMarkdown(text, kind)
    for (let round = 0; round < 4; round++) {
      const changes = []
      for (let count = random.pick([1, 1, 1, 2]); count > 0; count--) {
        const from = random.below(text.length + 1)
        const to = Math.min(text.length, from + random.pick([0, 0, 1, 3, 30]))
        const insert = random.pick(snippets)
        text = text.slice(0, from) + insert + text.slice(to)
        changes.push({from, to, insert: insert.length})
      }
      document = document.edit(changes, sourceText(text))
      if (random.chance(0.3)) continue
      assert.deepEqual(
        detail(document.reading),
        detail(readMarkdown(text, kind)),
        `seed ${seed}: ${JSON.stringify([text, changes])}`,
      )
    }
  }
})

/** So long that a section can end behind it, and without prose. */
const longCode = `\`\`\`\n${'code\n'.repeat(2000)}\`\`\`\n\n`

test('reading a long document after edits around the edges of its sections equals reading it afresh', () => {
  for (let seed = 0; seed < 12; seed++) {
    const random = randomFrom(seed)
    const kind = random.pick(kinds)
    const part = (index: number) =>
      `# Part ${index}\n\n${randomMarkdown(random, 6)}\n\n${longCode}${randomMarkdown(random, 3)}\n\n`
    let text = [0, 1, 2, 3, 4].map(part).join('')
    let document = openMarkdown(text, kind)
    assert.ok((document.reading.sections?.length ?? 0) > 1, `seed ${seed}`)
    for (let round = 0; round < 10; round++) {
      const changes = []
      for (let count = random.pick([1, 1, 1, 2]); count > 0; count--) {
        const edges = [...text.matchAll(/# Part/g)].map(({index}) => index)
        const near = edges.length > 0 && random.chance(0.8) ? random.pick(edges) - 20 : random.below(text.length + 1)
        const from = Math.max(0, Math.min(text.length, near + random.pick([0, 10, 18, 19, 20, 21, 22, 40])))
        const to = Math.min(text.length, from + random.pick([0, 0, 1, 1, 2, 30]))
        const insert = random.pick(snippets)
        text = text.slice(0, from) + insert + text.slice(to)
        changes.push({from, to, insert: insert.length})
      }
      document = document.edit(changes, sourceText(text))
      if (random.chance(0.3)) continue
      const where = `seed ${seed}, round ${round}: ${JSON.stringify(changes)}`
      assert.deepEqual(detail(document.reading), detail(readMarkdown(text, kind)), where)
    }
  }
})
