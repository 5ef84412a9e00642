import assert from 'node:assert/strict'
import {join} from 'node:path'
import {test} from 'node:test'
import {randomFrom} from '../formats/random.ts'
import {fuzz, type News} from './fuzz.ts'
import {mutate} from './mutate.ts'
import {target as nested} from './planted/nested-condition.ts'
import {targetFiles} from './targets.ts'

const planted = (name: string): string => join(import.meta.dirname, 'planted', `${name}.ts`)

async function newsOf(job: Parameters<typeof fuzz>[0], most?: number): Promise<readonly News[]> {
  const news: News[] = []
  await fuzz(job, each => news.push(each), most)
  return news
}

const tries = 3000
/** Explorations that are begun, for about every second one of that length comes as far. */
const most = 8

test('what is planted behind four conditions is found by what inputs reach, and is made short', async () => {
  let found: readonly string[] = []
  for (let seed = 1; seed <= most && found.length === 0; seed++) {
    const news = await newsOf({files: [planted('nested-condition')], seed, runs: tries})
    found = news.flatMap(each => (each.type === 'failed' ? [each.input] : []))
  }
  assert.deepEqual(found, ['d#b~'])
})

test('the same number of inputs that nothing guides does not find it', () => {
  const random = randomFrom(1)
  for (let run = 0; run < most * tries; run++)
    nested.holds(mutate(random.pick(nested.seeds), random, {dictionary: nested.dictionary, kept: nested.seeds}))
})

test('an input that is never done with is found, and the process ended', async () => {
  const [news] = await newsOf({files: [planted('endless-loop')], seed: 1, runs: tries}, 1000)
  assert.ok(news?.type === 'failed' && news.input.includes('}'), JSON.stringify(news))
  assert.match(news.error, /not done after 1000 ms/)
})

test('a short exploration of every target finds nothing', async t => {
  const news = await newsOf({files: targetFiles(), seed: 1, runs: 16})
  const failed = news.filter(({type}) => type === 'failed')
  assert.deepEqual(failed, [])
  assert.equal(news.length, targetFiles().length)
  for (const each of news)
    if (each.type === 'explored') t.diagnostic(`${each.target}: ${each.kept} of ${each.runs} kept`)
})
