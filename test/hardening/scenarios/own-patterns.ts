// Lines of one paragraph that give the patterns of each rule as much to do as they can have: its own phrases, pumped up.
import {rules} from '../../../rules/index.generated.ts'
import {cases} from '../cases.ts'
import {say, timed} from '../measured.ts'
import {checkedAs, warmUp} from '../texts.ts'

const longest = 2400
/** Milliseconds that a line of 100 KB may take, and a text of that size in which each word can be a finding. */
const [mostForLine, most] = [50, 250]

/** The phrases of a rule, without an end of a sentence in them. */
const phrasesOf = (example: string): readonly string[] =>
  [...example.matchAll(/«([^»]+)»/g)]
    .map(([, phrase = '']) => phrase.replace(/[.!?\n]+/g, ' ').trim())
    .filter(phrase => phrase !== '')

const timeOf = async (text: string, limit: number): Promise<number> =>
  (await timed(() => checkedAs('a.macro.md', text), limit)).took

warmUp()
const units = [
  ...new Set(rules.flatMap(rule => rule.examples.flatMap(example => ('bad' in example ? phrasesOf(example.bad) : [])))),
]
const tried = units.filter((_, at) => at % Math.ceil(units.length / cases(units.length, 12)) === 0)
let line = {unit: '', ms: 0}
let slowest = {unit: '', ms: 0}
let steepest = {unit: '', growth: 0}
for (const unit of tried) {
  const endless = await timeOf(`${unit} `.repeat(100_000).slice(0, 100_000), mostForLine)
  if (endless > line.ms) line = {unit, ms: endless}
  for (const glue of [' ', ', ', ' and ']) {
    // No sentence is given to a rule that is longer; one of almost that length is the most that a pattern can get.
    const sentence = `${(unit + glue).repeat(Math.floor((longest - 2) / (unit.length + glue.length)))}. `
    const pumped = (size: number): string => sentence.repeat(Math.ceil(size / sentence.length)).slice(0, size)
    const small = await timeOf(pumped(10_000), most / 10)
    const large = await timeOf(pumped(100_000), most)
    const growth = large / small / 10
    if (large > slowest.ms) slowest = {unit: unit + glue, ms: large}
    if (large > 20 && growth > steepest.growth) steepest = {unit: unit + glue, growth}
  }
}
say({
  input: `${tried.length} phrases of the rules, again and again in one line of 100 KB`,
  toReach: `≤ ${mostForLine} ms`,
  reached: `${line.ms.toFixed(1)} ms, for “${line.unit.slice(0, 40)}”`,
  passed: line.ms <= mostForLine,
  timed: true,
})
say({
  input: 'the same in sentences as long as rules are given, in three ways, 100 KB each',
  toReach: `≤ ${most} ms`,
  reached: `${Math.round(slowest.ms)} ms, for “${slowest.unit.slice(0, 40)}”`,
  passed: slowest.ms <= most,
  timed: true,
})
say({
  input: 'the same, from 10 KB to 100 KB',
  toReach: 'time grows at most 1.5 times as fast as the text',
  reached: `${steepest.growth.toFixed(2)} times, for “${steepest.unit.slice(0, 40)}”`,
  passed: steepest.growth <= 1.5,
  timed: true,
})
