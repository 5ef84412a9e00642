import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Inspection} from '../../server/engine/inspect.ts'
import {type Memory, makeMemory, makeScanMemory} from '../../server/engine/memory.ts'

/** How often a memory has to look when it is asked for these. */
function looks(memory: Memory, proses: readonly string[], context = 'an article'): number {
  let count = 0
  for (const prose of proses)
    memory.recall(
      prose,
      () => context,
      () => {
        count++
        return {hits: [], facts: [], words: 0, failed: []} as unknown as Inspection
      },
    )
  return count
}

test('a memory is bounded by what small entries take, too, and keeps what was asked for lately', () => {
  const keys = Array.from({length: 1000}, (_, at) => `block ${at}`)
  const memory = makeMemory(200_000)
  looks(memory, keys)
  assert.equal(looks(memory, keys.slice(-20)), 0)
  assert.ok(looks(memory, keys.slice(0, 500)) === 500, 'the first are forgotten')
})

test('a scan remembers what comes for the second time', () => {
  const memory = makeScanMemory()
  assert.deepEqual([looks(memory, ['a']), looks(memory, ['a']), looks(memory, ['a'])], [1, 1, 0])
})

test('what was found in one context is not given in another', () => {
  for (const memory of [makeMemory(), makeScanMemory()]) {
    looks(memory, ['a', 'a', 'a'])
    assert.equal(looks(memory, ['a'], 'a macro'), 1)
  }
})
