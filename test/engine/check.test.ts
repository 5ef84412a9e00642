import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import type {DocumentKind, SentenceRule} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {applyEdits, fixAll} from '../../server/engine/fix.ts'
import {type Memory, makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import type {Finding} from '../../server/engine/report.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const plans = {article: makePlan('article'), macro: makePlan('macro')}
const memory = makeMemory()

function checked(text: string, kind: DocumentKind, by: Memory = memory) {
  return check(readMarkdown(text, kind), plans[kind], by)
}

function found(text: string, kind: DocumentKind): readonly string[] {
  return checked(text, kind).findings.map(({rule, span}) => `${rule}: ${text.slice(span.start, span.end)}`)
}

/** Every text of the project that has findings: the rules' examples, and the examples folder. */
const texts: readonly (readonly [text: string, kind: DocumentKind])[] = [
  ...rules.flatMap(({examples, scope}) =>
    examples.flatMap(example => {
      const text = ('bad' in example ? example.bad : example.good).replace(/[«»]/g, '')
      return (example.kind ? [example.kind] : scope).map(kind => [text, kind] as const)
    }),
  ),
  ...readdirSync('examples', {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .map(name => [readFileSync(`examples/${name}`, 'utf8'), name.startsWith('macros') ? 'macro' : 'article'] as const),
]

function tally(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {rule} of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

test('the same document gives the same report, remembered or not', () => {
  for (const [text, kind] of texts) assert.deepEqual(checked(text, kind), checked(text, kind, makeMemory()))
})

test('typing in one block inspects that block alone', () => {
  const blocks = Array.from({length: 50}, (_, index) => `You can simply restart page ${index}. It should work now.`)
  const counting = makeCounting()
  checked(blocks.join('\n\n'), 'article', counting)
  assert.equal(counting.computed(), 50)
  checked(blocks.with(20, 'You can simply restart page twenty. It should work now.').join('\n\n'), 'article', counting)
  assert.equal(counting.computed(), 51)
  checked(['A new start.', ...blocks].join('\n\n'), 'article', counting)
  assert.equal(counting.computed(), 52)
})

function makeCounting(): Memory & {readonly computed: () => number} {
  const inner = makeMemory()
  let computed = 0
  return {
    recall: (prose, context, compute) =>
      inner.recall(prose, context, () => {
        computed++
        return compute()
      }),
    computed: () => computed,
  }
}

test('no suggestion brings a finding that was not there, and each one mends its own', () => {
  for (const [text, kind] of texts) {
    const {findings} = checked(text, kind)
    const before = tally(findings)
    for (const {rule, suggestions, level} of findings) {
      for (const {edits, title} of suggestions) {
        // A slot stands for a fact that the writer puts in, so the engine reads it as a placeholder.
        const after = tally(checked(applyEdits(text, edits).replace(/⟦([^⟧]*)⟧/g, '{{$1}}'), kind).findings)
        for (const [other, count] of after)
          assert.ok(count <= (before.get(other) ?? 0), `${rule}: ${title}\nbrings ${other} in: ${text}`)
        if (level !== 'document')
          assert.ok((after.get(rule) ?? 0) < (before.get(rule) ?? 0), `${rule}: ${title}\nleaves it in: ${text}`)
      }
    }
  }
})

test('fixing all reaches a fixed point in one pass', () => {
  for (const [text, kind] of texts) {
    const fixed = fixAll(text, current => checked(current, kind)).text
    assert.equal(fixAll(fixed, current => checked(current, kind)).text, fixed)
    assert.deepEqual(
      checked(fixed, kind).findings.flatMap(({suggestions}) => suggestions.filter(({safety}) => safety === 'safe')),
      [],
    )
  }
})

test('edits stay inside the block that the finding stands in, and away from what is not prose', () => {
  const text =
    'Use `just click` here: you can **simply** restart [simply click](https://x.example/just-click "just").\n\n    just click\n'
  for (const {suggestions} of checked(text, 'article').findings) {
    for (const {edits} of suggestions) {
      const after = applyEdits(text, edits)
      for (const kept of ['`just click`', '(https://x.example/just-click "just")', '\n\n    just click\n'])
        assert.ok(after.includes(kept), after)
    }
  }
})

test('a phrase that stands twice is marked where it stands', () => {
  const text = '`You can simply restart it.`\n\nYou can simply restart it. You can simply restart it.\n'
  assert.deepEqual(
    checked(text, 'article').findings.map(({span}) => span.start),
    [text.indexOf('simply', 30), text.lastIndexOf('simply')],
  )
})

test('a rule that throws loses its block and is named, the others go on', () => {
  const broken: SentenceRule = {
    id: 'broken',
    principle: 'standing',
    scope: ['article'],
    level: 'span',
    severity: 'hint',
    message: '',
    why: '',
    sources: [],
    serves: [],
    triggers: ['boom'],
    examples: [],
    check() {
      throw new Error('boom')
    },
  }
  const {findings, problems} = check(
    readMarkdown('Boom. You can simply restart it.', 'article'),
    makePlan('article', {}, [...rules, broken]),
    makeMemory(),
  )
  assert.deepEqual(
    findings.map(({rule}) => rule),
    ['minimiser'],
  )
  assert.deepEqual(
    problems.map(({code}) => code),
    ['rule-failed'],
  )
})

test('comments silence the next block, a range, or the file, and say so when they silence nothing', () => {
  const bad = 'You can simply restart it.'
  assert.deepEqual(found(`<!-- poise-ignore minimiser: house style -->\n${bad}\n\n${bad}\n`, 'article'), [
    'minimiser: simply',
  ])
  assert.deepEqual(
    found(`<!-- poise-ignore-start -->\n\n${bad}\n\n- ${bad}\n\n<!-- poise-ignore-end -->\n\n${bad}\n`, 'article'),
    ['minimiser: simply'],
  )
  assert.deepEqual(found(`${bad}\n\n<!-- poise-ignore-file minimiser -->\n`, 'article'), [])
  const codes = (text: string): readonly string[] => checked(text, 'article').problems.map(({code}) => code)
  assert.deepEqual(codes(`<!-- poise-ignore minimiser -->\n${bad}\n`), [])
  assert.deepEqual(codes('<!-- poise-ignore minimiser -->\nAll is well.\n'), ['unused-ignore'])
  assert.deepEqual(codes('<!-- poise-ignore minimizer -->\nAll is well.\n'), ['unknown-rule'])
})

test('a slot is shown as square brackets', () => {
  assert.equal(plainSlots('by ⟦day, time⟧.'), 'by [day, time].')
})
