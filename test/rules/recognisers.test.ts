import assert from 'node:assert/strict'
import {test} from 'node:test'
import {recognisers} from '../../rules/index.generated.ts'
import type {DocumentKind, FactId} from '../../rules/kit/types.ts'
import {inspect} from '../../server/engine/inspect.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {settingsOf} from '../../server/engine/settings.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

/** Whether a text of that kind states the fact, its triggers included. */
function states(text: string, id: FactId, kind: DocumentKind): boolean {
  const {blocks} = readMarkdown(text, kind)
  const settings = settingsOf(blocks, kind)
  const plan = makePlan(kind, {}, [])
  return blocks.some(({prose, marks}, index) => {
    const setting = settings[index]
    if (!setting) return false
    const {facts, failed} = inspect({text: prose, marks}, setting, plan)
    assert.deepEqual(failed, [], text)
    return facts.some(fact => fact.id === id)
  })
}

for (const recogniser of recognisers) {
  test(`${recogniser.id}: every example holds`, () => {
    for (const example of recogniser.examples) {
      const [text, wanted] = 'yes' in example ? [example.yes, true] : [example.no, false]
      for (const kind of recogniser.scope) {
        assert.equal(states(text, recogniser.id, kind), wanted, `${recogniser.id}, ${kind}: ${text}`)
      }
    }
  })
}

test('every fact has one recogniser at most', () => {
  const ids = recognisers.map(recogniser => recogniser.id)
  assert.deepEqual([...new Set(ids)], ids)
})
