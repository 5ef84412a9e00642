import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Purpose} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const memory = makeMemory()
const plan = makePlan('macro', {}, [])

function purposeOf(text: string) {
  const {purpose} = check(readMarkdown(text, 'macro'), plan, memory)
  assert.ok(purpose)
  return purpose
}

const replies: readonly (readonly [Purpose, string])[] = [
  ['boundary', 'Please stop the insults in your messages. I want to help you.'],
  ['boundary', '---\ntitle: Abusive language, first warning\n---\n\nI can help while our messages stay respectful.'],
  ['withdrawal', "I haven't heard from you since Monday, so I'm closing this ticket."],
  ['withdrawal', 'This topic will be closed, since it is a duplicate.'],
  ['escalation', "I've escalated this to our sync engineers."],
  ['escalation', 'Your report was passed on to our billing team.'],
  ['limitation', "We can't change the name on an invoice. You can add a second line."],
  ['limitation', 'We only support cards with four gigabytes.'],
  ['ask', 'Which version do you use?'],
  ['ask', 'Please send me the log of this morning.'],
  ['ask', 'To find it, I need the following details:\n\n- The number of the order'],
  ['status', 'Our engineers are investigating the outage.'],
  ['status', 'Your account has been verified.'],
  ['answer', 'Open **Settings** and choose a plan. If it is still grey, please send me a picture.'],
  ['answer', "If you don't reply, we close this ticket on Friday."],
  ['answer', 'Is there anything else that I can do for you?'],
  ['answer', '---\ntitle: Report abuse\n---\n\nTo report an abusive post, select **Report**.'],
]

test('a purpose is inferred with care', () => {
  for (const [wanted, text] of replies) assert.equal(purposeOf(text).is, wanted, text)
})

test('what the front matter says counts', () => {
  const {is, given} = purposeOf('---\npurpose: status\n---\n\nWhich version do you use?')
  assert.deepEqual([is, given], ['status', true])
})

test('a line within a conversation owes less than a reply', () => {
  const names = (text: string) => purposeOf(text).owes.map(({name}) => name)
  assert.deepEqual(names('The new version is out today.'), ['what happens next'])
  assert.equal(names('Hi Ana,\n\nThe new version is out today.').length, 4)
})

test('an article has no purpose', () => {
  assert.equal(check(readMarkdown('Open the app.', 'article'), makePlan('article'), memory).purpose, undefined)
})
