import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {test} from 'node:test'
import {knownWords, numberOf} from '../../rules/kit/vocabulary.ts'
import {fastPatterns} from '../../server/house-style/vale/patterns.ts'
import {type Random, randomFrom} from '../formats/random.ts'

/** What becomes of one pattern of a rule. */
function joined(pattern: string, words = false, ignoreCase = false) {
  const mistakes: string[] = []
  const [found] = fastPatterns([{pattern, onMistake: message => mistakes.push(message)}], {ignoreCase, words})
  return {found, mistakes}
}

function matchesOf(text: string, pattern: string, words = false, ignoreCase = false): readonly string[] {
  const {found, mistakes} = joined(pattern, words, ignoreCase)
  assert.deepEqual(mistakes, [], pattern)
  return [...text.matchAll(new RegExp(found?.find ?? assert.fail(), 'gu'))].map(([match]) => match)
}

const read: readonly (readonly [pattern: string, text: string, matches: readonly string[]])[] = [
  ['utili[sz]e', 'utilise, utilize, utilixe', ['utilise', 'utilize']],
  ['(?:give|gave) rise to', 'It gave rise to this.', ['gave rise to']],
  ['\\bno\\b', 'no nobody no-one nó', ['no', 'no']],
  ['can(?!not)', 'can cannot', ['can']],
  ['(?<!very )good', 'good very good', ['good']],
  ['(?<=\\s)to(?= do)', 'to do to do', ['to']],
  ['^So', 'So it is. So', ['So']],
  ['end\\.$', 'The end. The end.', ['end.']],
  ['(?i)api', 'API api', ['API', 'api']],
  ['a(?i:b)c', 'abc aBc abC', ['abc', 'aBc']],
  ['(?i)[Y-b]+', 'yZ xc AB', ['yZ', 'AB']],
  ["don't", "don’t don't", ['don’t', "don't"]],
  ['[A-Z]{2,}', 'AB A ABC', ['AB', 'ABC']],
  ['\\d+(?:st|nd|rd|th)', '1st and 22nd', ['1st', '22nd']],
  ['[^\\s"]+"', 'a "b"', ['b"']],
  ['\\w+ly\\b', 'newly née naïvely', ['newly', 'naïvely']],
  ['[[:alpha:]]+\\d', 'ab1', ['ab1']],
  ['a\\.b\\/c\\-d\\ e', 'a.b/c-d e', ['a.b/c-d e']],
  ['\\p{Lu}{2}', 'ÄÖ', ['ÄÖ']],
  ['\\x41\\u0042\\x{43}', 'ABC', ['ABC']],
  ['[-a]b[c-]', 'abc -b-', ['abc', '-b-']],
  ['a{,2}', 'a{,2}', ['a{,2}']],
  ['(?:[^,]+,){1,}\\s\\w+\\s(?:and|or)', 'a, b, c and', ['a, b, c and']],
  ['(?<name>a)(?P<other>b)(?#a comment)c', 'abc', ['abc']],
]

for (const [pattern, text, matches] of read) {
  test(`${pattern} is found in: ${text}`, () => assert.deepEqual(matchesOf(text, pattern), matches))
}

test('a match is whole words where it has to be, in any case where case does not count', () => {
  assert.deepEqual(matchesOf('Art, art, Arts, part', 'art', true, true), ['Art', 'art'])
  assert.deepEqual(matchesOf('naïve', 'na', true), [])
})

/** Patterns that a backtracking engine can take years for, or whose time grows with a high power of the text. */
const evil = [
  '(a+)+$',
  '(a*)*b',
  '([a-zA-Z]+)*$',
  '(a|aa)+$',
  '(a|a?)+$',
  '(.*a){20}',
  '(.*a){6}$',
  '(\\w+\\s?)+$',
  '(\\s|\\w)*\\s*\\w*\\s*\\w*$',
  '(x+x+)+y',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '.*.*.*=',
  '\\s*\\s*\\s*\\s*x',
  '((a{1,10}){1,10}){1,10}$',
  '(?:(?:(?:(?:(?:a?){10}){10}){10}){10}){10}',
  '(?:\\w|\\d|[a-z]){9}!',
  '(?:a|b|ab)*c',
  '(?:(?:|a)*)*b',
  '(?=(a+)+$)a',
  'a?'.repeat(20) + 'a'.repeat(20),
  '(?<=b\\w*\\w*\\w*)a',
  '(?<!(a+)+)b',
  '([^"]|\\\\")*"',
  '(\\d+|\\d+\\.\\d+)*%',
  '\\b(\\w+)\\b.*\\b(\\w+)\\b.*\\b(\\w+)\\b.*x',
  '(a)\\1',
  '(?P<w>\\w+) \\k<w>',
  '(?>a+)b',
  'a++b',
]

for (const pattern of evil) {
  test(`${pattern} is reported with a remedy, and never run`, () => {
    const {found, mistakes} = joined(pattern, true)
    assert.equal(found, undefined)
    assert.equal(mistakes.length, 1)
    assert.match(mistakes[0] ?? '', /Write |Leave out/)
  })
}

for (const pattern of [
  '(',
  ')',
  '[',
  'a\\',
  '*a',
  '[z-a]',
  '\\q',
  '(?x)a',
  'a{5,2}',
  '(?',
  '\\p{Nope}',
  '('.repeat(2000),
  'x'.repeat(3000),
]) {
  test(`${pattern.slice(0, 20)} is no pattern, and that is said`, () => {
    const {found, mistakes} = joined(pattern)
    assert.deepEqual([found, mistakes.length], [undefined, 1])
  })
}

/** A pattern of the kinds that are read, in the syntax that it has in common with JavaScript. */
function randomPattern(random: Random, depth = 3): string {
  const atom = () => random.pick(['a', 'b', 'c', ' ', '\\w', '[ab]', '[^a]', '.', '\\s', '\\b'])
  if (depth === 0) return atom()
  const inner = () => randomPattern(random, depth - 1)
  return random.pick([
    atom,
    () => inner() + inner(),
    () => inner() + inner() + inner(),
    () => `(?:${inner()}|${inner()})`,
    () => `(?:${inner()})${random.pick(['?', '*', '+', '{0,3}', '{2}', '*?', '+?'])}`,
    () => `${random.pick(['a', 'b', '[ab]', '\\w'])}${random.pick(['?', '*', '+', '{1,2}'])}`,
    () => `(?${random.pick(['=', '!', '<=', '<!'])}${inner()})`,
  ])()
}

const randomText = (random: Random, length: number) =>
  Array.from({length}, () => random.pick(['a', 'b', 'c', 'ab', ' ', '.'])).join('')

test('what is read finds what JavaScript finds, and every match holds one of its words', () => {
  const random = randomFrom(5)
  let [accepted, worded] = [0, 0]
  for (let round = 0; round < 4000; round++) {
    const pattern = randomPattern(random)
    const words = random.pick([true, false])
    const {found} = joined(pattern, words)
    if (found === undefined) continue
    accepted++
    const text = randomText(random, 12)
    const find = new RegExp(found.find, 'gu')
    const native = new RegExp(words ? `\\b(?:${pattern})\\b` : `(?:${pattern})`, 'gmu')
    const spans = (by: RegExp) => [...text.matchAll(by)].map(({index, 0: match}) => `${index} ${match}`)
    assert.deepEqual(spans(find), spans(native), `${pattern} in ${text}`)
    if (found.triggers.includes('*')) continue
    worded++
    const triggers = found.triggers.map(numberOf)
    const known = new Set(knownWords(text).numbers)
    if (find.test(text))
      assert.ok(
        triggers.some(number => known.has(number)),
        `${pattern} (${found.triggers}) in ${text}`,
      )
  }
  assert.ok(accepted > 1000 && worded > 100, `${accepted} ${worded}`)
})

test('what is accepted is fast on texts that are made to be slow', () => {
  const script = path.join(import.meta.dirname, 'worst-patterns.ts')
  const {status, signal, stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    timeout: 120_000,
    killSignal: 'SIGKILL',
  })
  assert.deepEqual([status, signal], [0, null], stdout + stderr)
})
