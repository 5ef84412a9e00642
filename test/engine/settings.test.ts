import assert from 'node:assert/strict'
import {test} from 'node:test'
import {settingsOf} from '../../server/engine/settings.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

function contracts(text: string, kind: 'article' | 'macro' = 'macro'): boolean | undefined {
  return settingsOf(readMarkdown(text, kind).blocks, kind)[0]?.contractions
}

test('a reply is written with contractions unless it shows that it writes none', () => {
  for (const text of [
    'Thanks for the log.',
    'Do you have the receipt?',
    'If you have questions, reply here.',
    'We have two plans.',
    'Tell me where it is.',
    "It's sent. We have shipped it.",
  ])
    assert.equal(contracts(text), true, text)
  for (const text of [
    'We have refunded the fee.',
    'I have not yet been told.',
    'We will reply today.',
    'You cannot undo it.',
    'It is on its way.',
  ])
    assert.equal(contracts(text), false, text)
})

test('an article is written with contractions only where it shows one', () => {
  assert.equal(contracts('Open the app.', 'article'), false)
  assert.equal(contracts("Open the app. You'll see it.", 'article'), true)
})
