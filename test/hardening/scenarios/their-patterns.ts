// Patterns and globs of other people that would run for ever, on lines made for them; the rules beside them go on.
import {performance} from 'node:perf_hooks'
import {folderOf, poise} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const lines = ['a', 'a ', 'aa,', '<'].map(part => `Simply go on. ${part.repeat(2000)}!`).join('\n\n')
const rule = (pattern: string): string =>
  `extends: existence\nmessage: "Avoid '%s'."\nlevel: warning\nnonword: true\ntokens:\n  - ${JSON.stringify(pattern)}\n`

/** Files of a folder whose style holds these patterns, beside one that finds “go on”. */
function withPatterns(patterns: readonly string[]): Record<string, string> {
  return {
    '.poise.json': JSON.stringify({vale: ['styles/Theirs']}),
    'a.md': `${lines}\n`,
    'styles/Theirs/Calm.yml': rule('go on'),
    ...Object.fromEntries(patterns.map((pattern, at) => [`styles/Theirs/P${at}.yml`, rule(pattern)])),
  }
}

const hostile = [
  '(a+)+$',
  '(.*a){20}',
  '(a|a)*b',
  '(a|aa)+$',
  '(?<=(a+)+)b',
  '(?<!(a*)*)b',
  '(?=(a+)+b)',
  '(\\w+\\s?)*!!',
  '([a-z]+,?)+#',
  '.*.*.*.*=',
  '(<+>?)*x',
  '(a)\\1+b',
  `${'a?'.repeat(40)}${'a'.repeat(40)}`,
  'a{1,1000}{1,1000}b',
]
const globs = [
  '*(*(*(a|b)))',
  '*'.repeat(34),
  `${'*a'.repeat(20)}b`,
  `${'{a,b}'.repeat(20)}*c`,
  '(a+)+$',
  '[!a]'.repeat(60),
]

async function timed(files: Readonly<Record<string, string>>) {
  const cwd = folderOf(scene, files)
  let took = Number.POSITIVE_INFINITY
  let out = ''
  for (let run = 0; run < cases(3, 1); run++) {
    const start = performance.now()
    out = (await poise(['check', '--format', 'compact'], {cwd})).out
    took = Math.min(took, performance.now() - start)
  }
  return {out, took}
}

const usual = await timed(withPatterns(['never here']))
let slowest = {what: '', ms: 0}
const compare = (what: string, took: number): void => {
  if (took - usual.took > slowest.ms) slowest = {what, ms: took - usual.took}
}
const stopped: string[] = []
let named = 0
for (const pattern of hostile) {
  const {out, took} = await timed(withPatterns([pattern]))
  compare(pattern, took)
  if (/vale-pattern/.test(out)) named += 1
  if (!/Theirs[/.]Calm/.test(out)) stopped.push(`${pattern}: the rule beside it is gone`)
  if (!/minimiser/.test(out)) stopped.push(`${pattern}: our own rules are gone`)
}
none(
  'patterns that would run for ever, each in a style with a calm one: the others find what they did',
  hostile.length,
  stopped,
)
say({
  input: 'the same',
  toReach: 'what is not run is named at its file',
  reached: `${named} named, ${hostile.length - named} made fast`,
  passed: named > 0,
})
const silent: string[] = []
for (const glob of globs) {
  const path = `${'a'.repeat(100)}/${'a'.repeat(100)}.md`
  const {out, took} = await timed({'.poise.json': JSON.stringify({ignore: [glob]}), [path]: lines, 'b.md': lines})
  compare(glob, took)
  if (!/minimiser/.test(out)) silent.push(`${glob}: nothing is checked any more`)
}
none('globs that would take long: the files are checked', globs.length, silent)
say({
  input: 'the slowest of both',
  toReach: '≤ 250 ms more than without',
  reached: `${Math.round(slowest.ms)} ms, ${slowest.what.slice(0, 30)}`,
  passed: slowest.ms <= 250,
  timed: true,
})
await tidy()
