import {fastPatterns} from '../../server/house-style/vale/patterns.ts'
import {randomFrom} from '../formats/random.ts'

/** Tries patterns with many repeats on long texts; run as a process of its own, which is killed where one never ends. */
const atoms = [
  'a',
  '[ab]',
  '\\w',
  '\\s',
  '.',
  '[^,]',
  '(?:a|b)',
  '(?:ab|a)',
  '(?:a,)',
  '(?:[^,]+,)',
  '(?:\\w+ )',
  '(?:a b?)',
]
const repeats = ['', '', '?', '*', '+', '{0,3}', '{1,}', '{2,40}', '*?']
const ends = ['', 'x', '\\b', '$', '!', '(?=x)', '(?!b)']
const texts = ['a', 'ab', 'a ', 'a,', ' ', 'aab ', 'a b '].map(part => part.repeat(2400).slice(0, 2399) + '~')

const random = randomFrom(9)
const pick = random.pick
let accepted = 0
let slowest = {time: 0, what: ''}
for (let round = 0; round < 3000; round++) {
  const items = Array.from({length: pick([1, 2, 3, 4, 5])}, () => pick(atoms) + pick(repeats))
  const inner = items.join('') + pick(ends)
  const pattern = pick([
    inner,
    inner,
    `(?:${inner})${pick(repeats)}${pick(ends)}`,
    `(?<${pick(['=', '!'])}x${inner})${pick(atoms)}`,
    // The same again and again: few ways each time are many in all.
    items[0]?.repeat(pick([10, 20, 30])) + inner,
  ])
  const [joined] = fastPatterns([{pattern, onMistake: () => undefined}], {
    ignoreCase: false,
    words: pick([true, false]),
  })
  if (joined === undefined) continue
  accepted++
  const find = new RegExp(joined.find, 'gu')
  const text = pick(texts)
  const start = performance.now()
  let matches = 0
  for (const _ of text.matchAll(find)) matches++
  const time = performance.now() - start
  if (time > slowest.time)
    slowest = {time, what: `${pattern} on ${JSON.stringify(text.slice(0, 6))}, ${matches} matches`}
}
process.stdout.write(`${accepted} accepted; the slowest took ${slowest.time.toFixed(0)} ms: ${slowest.what}\n`)
// Many times what it takes on a busy machine, and nothing beside what a pattern that runs away takes.
if (accepted < 500 || slowest.time > 3000) process.exitCode = 1
