import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {countWords} from '../../rules/kit/word-scan.ts'
import {makeWordTable} from '../../rules/kit/word-table.ts'

const sign = fc.constantFrom(..."ab1 -.'’é“\ufffc𝒜😀\n")
const texts = fc.array(sign, {maxLength: 40}).map(signs => signs.join(''))

test('words are counted as an expression counts them', () => {
  fc.assert(fc.property(texts, text => assert.equal(countWords(text), text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0)))
})

test('a table finds each of its words inside a text, and no other', () => {
  const table = makeWordTable()
  // More than its first places hold.
  const words = Array.from({length: 3000}, (_, at) => `w${at.toString(36)}`)
  assert.deepEqual(words.map(table.add), [...words.keys()])
  assert.equal(table.size(), 3000)
  words.forEach((word, number) => {
    assert.equal(table.find(`<${word}>`, 1, 1 + word.length), number)
    assert.equal(table.find(`<${word}>`, 0, 1 + word.length), undefined)
  })
})
