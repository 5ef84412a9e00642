import assert from 'node:assert/strict'
import {test} from 'node:test'
import {pattern} from '../../rules/kit/pattern.ts'
import {removeAside, removeLead, removeSentence, withoutSigns} from '../../rules/kit/remove.ts'
import {makeSentences, type Sentence} from '../../rules/kit/sentence.ts'
import type {Rewrite} from '../../rules/kit/types.ts'

const setting = {kind: 'macro', block: 'paragraph', expected: false, contractions: true, curly: false} as const

function applied(prose: string, rewrite: (sentence: Sentence) => Rewrite | undefined): string | undefined {
  const sentence = makeSentences(prose, [], setting)[0]
  const result = sentence && rewrite(sentence)
  return result && prose.slice(0, result.span.start) + result.text + prose.slice(result.span.end)
}

const aside = (prose: string): string | undefined =>
  applied(prose, sentence => {
    const found = pattern('sadly').find(sentence)
    return found && removeAside(sentence, found)
  })
const lead = (prose: string, words: string): string | undefined =>
  applied(prose, sentence => {
    const found = pattern(words).find(sentence)
    return found && removeLead(sentence, withoutSigns(sentence, found))
  })

test('an aside takes along the commas that only it needs', () => {
  assert.equal(aside('Sadly, it is gone.'), 'It is gone.')
  assert.equal(aside('Sadly it is gone.'), 'It is gone.')
  assert.equal(aside('We have, sadly, no copy.'), 'We have no copy.')
  assert.equal(aside('When we looked, sadly, it was gone.'), 'When we looked, it was gone.')
  assert.equal(aside('I looked, but sadly, it was gone.'), 'I looked, but it was gone.')
  assert.equal(aside('It is sadly gone.'), 'It is gone.')
  assert.equal(aside('It is gone, sadly.'), 'It is gone.')
  assert.equal(aside('@ana Sadly, it is gone.'), '@ana It is gone.')
  assert.equal(aside('Not today sadly, but on Friday.'), 'Not today, but on Friday.')
  assert.equal(aside('It is lost (sadly due to us).'), 'It is lost (due to us).')
})

test('a lead goes with what links it to the rest, or as a whole sentence', () => {
  assert.equal(lead('Relax, and send the code.', 'relax'), 'Send the code.')
  assert.equal(lead('Relax. Send the code.', 'relax'), 'Send the code.')
  assert.equal(lead('Relax!', 'relax !'), undefined)
  assert.equal(lead('Relax, Ana.', 'relax'), undefined)
  assert.equal(lead('Please relax the rule.', 'please relax'), undefined)
})

test('a sentence is removed with the space beside it', () => {
  assert.equal(applied('One. Two.', removeSentence), 'Two.')
  assert.equal(applied('One.', removeSentence), undefined)
})
