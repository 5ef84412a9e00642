import assert from 'node:assert/strict'
import {test} from 'node:test'
import {makeSentences, type Sentence} from '../../rules/kit/sentence.ts'
import {statedTime, vagueTime} from '../../rules/kit/time.ts'
import type {Mark} from '../../rules/kit/types.ts'

function sentence(text: string, marks: readonly Mark[] = []): Sentence {
  const setting = {kind: 'macro', block: 'paragraph', expected: false, contractions: true, curly: false} as const
  const [first] = makeSentences(text, marks, setting)
  assert.ok(first)
  return first
}

const timeOf = (text: string): string | undefined => {
  const span = statedTime(sentence(text))
  return span && text.slice(span.start, span.end)
}

test('a time or delay that can be planned by is found', () => {
  assert.equal(timeOf('It takes 3-5 business days.'), '3-5 business days')
  assert.equal(timeOf("I'll write by Friday."), 'Friday')
  assert.equal(timeOf('You hear from us before the end of the week.'), 'end of the week')
  assert.equal(timeOf('We call at 3:30 pm.'), '3:30 pm')
  assert.equal(timeOf('It ships on May 3.'), 'May 3')
  assert.equal(timeOf('It ships today.'), 'today')
})

test('what lies behind, opening hours and the verb “may” are no times', () => {
  assert.equal(timeOf('You wrote 2 days ago.'), undefined)
  assert.equal(timeOf('We are open 24 hours a day.'), undefined)
  assert.equal(timeOf('It may break.'), undefined)
})

test('a placeholder counts by its name', () => {
  const mark = (text: string): Mark => ({kind: 'placeholder', start: 9, end: 10, text})
  assert.ok(statedTime(sentence('It is by \uFFFC.', [mark('{{deliveryDate}}')])))
  assert.ok(statedTime(sentence('It is by \uFFFC.', [mark('{timeframe}')])))
  assert.equal(statedTime(sentence('It is by \uFFFC.', [mark('{{ticket.updated_by}}')])), undefined)
  assert.equal(statedTime(sentence('It is by \uFFFC.', [mark('{{ticket.created_date}}')])), undefined)
})

test('a vague time is found, an event is none', () => {
  assert.ok(vagueTime(sentence("We'll reply as soon as possible.")))
  assert.ok(vagueTime(sentence('It is fixed soon.')))
  assert.equal(vagueTime(sentence("I'll write as soon as it ends.")), undefined)
  assert.equal(vagueTime(sentence('It reloads shortly after the upload.')), undefined)
})
