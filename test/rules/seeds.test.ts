import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import {seeds} from '../../rules/seeds.ts'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

test('every statement has a rule that serves it, or the reason why no file shows it', () => {
  const bare = seeds.filter(seed => !('unseen' in seed) && !rules.some(rule => rule.serves.includes(seed.id)))
  assert.deepEqual(
    bare.map(({id}) => id),
    [],
  )
})

test('every rule serves its principle and a statement of its own', () => {
  for (const {id, principle, serves} of rules) {
    assert.ok(serves.includes(principle), id)
    assert.ok(serves.length > 1 && new Set(serves).size === serves.length, id)
  }
})

test('ids are unique and kebab-case', () => {
  assert.equal(new Set(seeds.map(({id}) => id)).size, seeds.length)
  for (const {id} of seeds) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/)
})

test('what the page of the statements says has no finding itself', () => {
  const memory = makeMemory()
  const plan = makePlan('article')
  for (const seed of seeds) {
    // What is quoted is what the rules are about.
    const text = `${seed.says} ${'unseen' in seed ? seed.unseen : ''}`.replace(/“[^”]*”/g, 'it')
    const found = check(readMarkdown(text, 'article'), plan, memory).findings.filter(({level}) => level !== 'document')
    assert.deepEqual(
      found.map(({rule, span}) => `${rule}: ${text.slice(span.start, span.end)}`),
      [],
      seed.id,
    )
  }
})
