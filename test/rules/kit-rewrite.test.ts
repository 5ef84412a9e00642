import assert from 'node:assert/strict'
import {test} from 'node:test'
import {pattern} from '../../rules/kit/pattern.ts'
import {addSentence, removeWords, replaceWords, thenAdd} from '../../rules/kit/rewrite.ts'
import {makeSentences, type Sentence} from '../../rules/kit/sentence.ts'
import type {Mark, Rewrite} from '../../rules/kit/types.ts'

const setting = {kind: 'macro', block: 'paragraph', expected: false, contractions: true, curly: false} as const

function applied(
  prose: string,
  rewrite: (sentence: Sentence) => Rewrite | undefined,
  marks: readonly Mark[] = [],
): string | undefined {
  const sentence = makeSentences(prose, marks, setting)[0]
  const result = sentence && rewrite(sentence)
  return result && prose.slice(0, result.span.start) + result.text + prose.slice(result.span.end)
}

const without = (prose: string, words: string): string | undefined =>
  applied(prose, sentence => {
    const found = pattern(words).find(sentence)
    return found && removeWords(sentence, found)
  })

test('what comes to open a sentence gets its capital, behind a mention, a label or a number too', () => {
  assert.equal(without('Maybe we can.', 'maybe'), 'We can.')
  assert.equal(without('@ana We think it fits.', 'we think'), '@ana It fits.')
  assert.equal(without('(2/2) I think it fits.', 'i think'), '(2/2) It fits.')
  assert.equal(without('Thanks, I think it fits.', 'i think'), 'Thanks, it fits.')
  assert.equal(without('It is (likely due to us).', 'likely'), 'It is (due to us).')
})

test('a replacement keeps the capital of what it replaces', () => {
  const tried = (prose: string) =>
    applied(prose, sentence => {
      const found = pattern('give it a go').find(sentence)
      return found && replaceWords(sentence, found, 'try it')
    })
  assert.equal(tried('@ana Give it a go.'), '@ana Try it.')
  assert.equal(tried('Please give it a go.'), 'Please try it.')
})

test('a sentence put behind another one stands before the initials, and after a full stop', () => {
  assert.equal(
    applied('It is gone ^AL', sentence => addSentence(sentence, 'I look.')),
    'It is gone. I look. ^AL',
  )
  assert.equal(
    applied('It is gone!', sentence => addSentence(sentence, 'I look.')),
    'It is gone! I look.',
  )
  const code = [{kind: 'code', start: 4, end: 5, text: '`x`'}] as const
  assert.equal(
    applied('Run \uFFFC', sentence => addSentence(sentence, 'I look.'), code),
    'Run \uFFFC. I look.',
  )
  const image = [{kind: 'image', start: 4, end: 5, text: '![](x)'}] as const
  assert.equal(
    applied('See \uFFFC', sentence => addSentence(sentence, 'I look.'), image),
    'See \uFFFC I look.',
  )
  const then = applied('It may help /LS', sentence => {
    const found = pattern('may').find(sentence)
    const plain = found && replaceWords(sentence, found, 'will')
    return plain && thenAdd(sentence, plain, 'I look.')
  })
  assert.equal(then, 'It will help. I look. /LS')
})
