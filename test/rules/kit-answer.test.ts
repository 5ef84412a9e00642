import assert from 'node:assert/strict'
import {test} from 'node:test'
import {subjectNumber} from '../../rules/kit/agreement.ts'
import {isOurAnswer, isSpecified, withoutStep} from '../../rules/kit/answer.ts'
import {inConditional} from '../../rules/kit/clauses.ts'
import {hasFallback, hasOwnAction} from '../../rules/kit/follow-up.ts'
import {pattern} from '../../rules/kit/pattern.ts'
import {instructionsOf, proceduresOf} from '../../rules/kit/procedure.ts'
import {makeSentences, type Sentence} from '../../rules/kit/sentence.ts'
import type {Outline} from '../../rules/kit/types.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const setting = {kind: 'macro', block: 'paragraph', expected: false, contractions: true, curly: false} as const

function sentenceOf(text: string): Sentence {
  const [sentence] = makeSentences(text, [], setting)
  assert.ok(sentence)
  return sentence
}

function outlineOf(text: string): Outline {
  return {kind: 'article', blocks: readMarkdown(text, 'article').blocks.map(block => ({...block, facts: []}))}
}

test('a subject stands for our answer, or for a rule of the product', () => {
  assert.ok(isOurAnswer(sentenceOf('Clearing the cache helps'), {from: 0, to: 3}))
  assert.ok(isOurAnswer(sentenceOf('The update helps'), {from: 0, to: 2}))
  assert.ok(!isOurAnswer(sentenceOf('This event fires'), {from: 0, to: 2}))
  assert.ok(!isOurAnswer(sentenceOf('Filtering helps'), {from: 0, to: 1}))
  assert.ok(isSpecified(sentenceOf('Each message ends'), {from: 0, to: 2}))
})

test('a step in front of a subject is no part of it', () => {
  assert.deepEqual(withoutStep(sentenceOf('Restart the app and the error goes'), {from: 0, to: 6}), {from: 4, to: 6})
  assert.deepEqual(withoutStep(sentenceOf('The app and the page'), {from: 0, to: 5}), {from: 0, to: 5})
})

test('a relative pronoun takes its number from its noun, and a participle is no head', () => {
  assert.equal(subjectNumber(sentenceOf('The steps that help'), {from: 2, to: 3}), 'plural')
  assert.equal(subjectNumber(sentenceOf('The results provided'), {from: 0, to: 3}), 'plural')
  assert.equal(subjectNumber(sentenceOf('the menus'), {from: 0, to: 2}), 'plural')
})

test('“or” goes on a conditional', () => {
  const sentence = sentenceOf('If the screen is black, or the menus seem slow, wait.')
  assert.ok(
    inConditional(
      sentence,
      sentence.words.findIndex(word => word.norm === 'seem'),
    ),
  )
})

test('a base may look like a past form', () => {
  assert.ok(pattern('can verb=<base>').find(sentenceOf('We can speed it up.')))
  assert.ok(!pattern('can verb=<base>').find(sentenceOf('We can stopped it.')))
})

test('what we do about it, and what to do otherwise, counts in this sentence and the next', () => {
  assert.ok(hasOwnAction(sentenceOf("I don't know yet. I've asked the data team."), 0))
  assert.ok(!hasOwnAction(sentenceOf("I don't know. It broke."), 0))
  assert.ok(hasFallback(sentenceOf("It might not work. If it doesn't, reply here."), 0))
  assert.ok(!hasFallback(sentenceOf('It might not work. Sorry.'), 0))
})

test('procedures are numbered steps, instructions are written in paragraphs', () => {
  const numbered = outlineOf('1. Open **A**.\n2. Select **B**.\n\nThe page opens.')
  assert.deepEqual(proceduresOf(numbered, 2), [{steps: [0, 1], until: 2}])
  assert.deepEqual(proceduresOf(outlineOf('1. [One](#one)\n2. [Two](#two)'), 2), [])
  assert.equal(instructionsOf(outlineOf('To add a key, select **Add**.')).length, 1)
  assert.equal(instructionsOf(outlineOf('Each key has a name.')).length, 0)
})
