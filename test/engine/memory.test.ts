import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Inspection} from '../../server/engine/inspect.ts'
import {type Memory, makeMemory, makeScanMemory} from '../../server/engine/memory.ts'

/** How often a memory has to look when it is asked for these. */
function looks(memory: Memory, keys: readonly string[]): number {
  let count = 0
  for (const key of keys)
    memory.recall(key, () => {
      count++
      return {hits: [], facts: [], words: 0, failed: []} as unknown as Inspection
    })
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
