import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checked} from '../../bench/eval/checked.ts'
import {type Failure, grammarFailures, shownFailure} from '../../bench/grammar/failures.ts'
import {gained} from '../../bench/grammar/gained.ts'
import {type Reader, remedy, startHarper} from '../../bench/grammar/harper.ts'
import {rules} from '../../rules/index.generated.ts'

const harper = await startHarper()
const skip = harper === undefined && remedy
const silent: Reader = async () => []

const examples = rules.flatMap(rule =>
  rule.examples.flatMap(example => {
    if (!('bad' in example)) return []
    const text = example.bad.replace(/[«»]/g, '')
    return (example.kind ? [example.kind] : rule.scope).map(kind => checked(text, kind))
  }),
)

async function failuresInExamples(read: Reader): Promise<readonly string[]> {
  const failures: Failure[] = []
  for (const example of examples) failures.push(...(await grammarFailures(example, read)).failures)
  return failures.map(shownFailure)
}

test('no safe or if-verified rewrite of an example leaves a seam', async () => {
  assert.deepEqual(await failuresInExamples(silent), [])
})

test('no safe or if-verified rewrite of an example gains a grammar complaint', {skip}, async () => {
  assert.deepEqual(await failuresInExamples(harper ?? silent), [])
})

test('what a bad cut leaves behind is seen, and what stood there before is not held against it', async () => {
  const seams = async (before: string, after: string) =>
    (await gained(before, after, silent)).map(({check, words}) => `${check}: ${words}`)
  assert.deepEqual(await seams('Sadly, it is gone.', 'it is gone.'), ['SmallStart: it'])
  assert.deepEqual(await seams('It is, sadly, gone.', 'It is , gone.'), ['SpaceBeforePunctuation: is ,'])
  assert.deepEqual(await seams('You should be able to see it.', 'You can to see it see it.'), [])
  assert.deepEqual(await seams('It should work.', 'It will works well well.'), ['DoubledWord: well well'])
  assert.deepEqual(await seams('You might have it.', 'You has it.'), ['PersonAndVerb: You has'])
  assert.deepEqual(await seams('It is gone (likely by mistake).', 'It is gone ( by mistake).'), [
    'SpaceInsideBrackets: ( by',
  ])
  assert.deepEqual(await seams('We see it, I assure you it is fine.', 'We see it, it is fine.'), [
    'CommaSplice: , it is',
  ])
  assert.deepEqual(await seams('If you see it, I think it is fine.', 'If you see it, it is fine.'), [])
  assert.deepEqual(await seams('sadly, it is gone', 'it is gone'), [])
  assert.deepEqual(await seams('Sadly, npm.js and iOS work.', 'iOS works with npm.js.'), [])
})

test('Harper is asked for what came new', {skip}, async () => {
  const read = harper ?? silent
  const gains = async (before: string, after: string) => (await gained(before, after, read)).map(({check}) => check)
  assert.deepEqual(await gains('I hope an apple helps.', 'A apple helps.'), ['AnA'])
  assert.deepEqual(await gains('I hope a apple helps.', 'A apple helps.'), [])
})
