import assert from 'node:assert/strict'
import {test} from 'node:test'
import {setImmediate as turn} from 'node:timers/promises'
import {inOrder, type Pool} from '../../server/workspace/pool.ts'

async function* upTo(count: number): AsyncGenerator<number> {
  for (let job = 0; job < count; job++) yield job
}

/** A pool whose answers come in the reverse of the order that they were asked for, as far as that is possible. */
function backwards(size: number, fails: (job: number) => boolean = () => false): Pool<number, string> {
  const waiting: (() => void)[] = []
  return {
    size,
    async run(job) {
      await new Promise<void>(resolve => {
        waiting.push(resolve)
        void turn().then(() => waiting.pop()?.())
      })
      if (fails(job)) throw new Error('gone')
      return `${job}`
    },
    close: () => undefined,
  }
}

async function all(count: number, pool: Pool<number, string> | undefined): Promise<readonly string[]> {
  const answers: string[] = []
  const here = async (job: number) => {
    await turn()
    return `${job}`
  }
  for await (const answer of inOrder(upTo(count), {here, pool: () => pool})) answers.push(answer)
  return answers
}

const expected = Array.from({length: 300}, (_, job) => `${job}`)

test('answers come in the order of the jobs, whoever did them', async () => {
  assert.deepEqual(await all(300, undefined), expected)
  assert.deepEqual(await all(300, backwards(1)), expected)
  assert.deepEqual(await all(300, backwards(4)), expected)
  assert.deepEqual(await all(0, backwards(4)), [])
})

test('what a thread that ended had to do is done here', async () => {
  assert.deepEqual(
    await all(
      300,
      backwards(3, job => job > 20),
    ),
    expected,
  )
})

test('an error of a job reaches the reader in its turn', async () => {
  const here = async (job: number) => {
    if (job === 3) throw new Error('no')
    return job
  }
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const answer of inOrder(upTo(9), {here, pool: () => undefined})) seen.push(answer)
  }, /no/)
  assert.deepEqual(seen, [0, 1, 2])
})
