import assert from 'node:assert/strict'
import {test} from 'node:test'
import {dutiesOf} from '../../rules/kit/duties.ts'
import {type Purpose, purposes} from '../../rules/kit/types.ts'
import {type Line, lines} from '../../rules/lines.ts'
import {check} from '../../server/engine/check.ts'
import {outlineOf} from '../../server/engine/document-findings.ts'
import {inspectSections} from '../../server/engine/inspect-sections.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const plan = makePlan('macro')
const memory = makeMemory()

/** What a writer might fill in. */
const samples: Readonly<Record<string, string>> = {
  name: 'Ana',
  'their name': 'Maria',
  'what happened': 'a second charge on the same day',
  'what it means for them': 'worrying',
  'what went wrong': 'your export failed three times',
  'what it cost': 'a morning',
  'what they need': 'a refund of the second charge',
  'what they got': 'one form letter',
  'next action': 'compare both charges',
  'day and time': 'Friday at noon',
  'what you did': 'refunded the second charge',
  'the result': 'the balance',
  which: 'billing',
  'what they do': 'trace the payment',
  'what they see': 'the credit on your card',
  'one step': 'open the invoice',
  'how long': 'two days',
  alternative: 'issue a credit note',
  'what they asked for': 'change the invoice',
  reason: 'the year is closed',
  thing: 'browser',
  'what you do with it': 'find the payment',
  'the one fact': 'the order number',
  'what it decides': 'which team pays it out',
  'what they can do': 'reverse the charge',
  'what you handed over': 'your receipts',
  'what is done': 'the carrier has found the parcel',
  'what is open': 'its way to you',
  'what you are doing': 'searching the depot',
  'what is known': 'the parcel left it on Monday',
  'the issue': 'the missing parcel',
  whom: 'Maria',
  'what was tried': 'sent two replacements',
  'case number': '4711',
  'what would be new': 'a new invoice',
  symptom: 'the second charge',
  'what you want to hear': 'what the bank says',
  date: '1 June',
  'what may come up': 'the charge comes back',
}

const filled = (text: string): string =>
  text.replace(/⟦([^⟧]*)⟧/g, (_all, slot: string) => samples[slot] ?? assert.fail(`no sample for ${slot}`))

const each = lines.flatMap(line => line.variants.map(({tone, text}) => ({line, text, id: `${line.name}, ${tone}`})))

function outline(text: string, purpose?: Purpose) {
  const reading = readMarkdown(text, 'macro')
  return outlineOf({...reading, ...(purpose && {purpose})}, inspectSections(reading, plan, memory), plan)
}

test('no line has a finding, filled in or not', () => {
  for (const {text, id} of each) {
    for (const said of [filled(text), plainSlots(text), `Hi Ana,\n\n${filled(text)}`]) {
      const {findings} = check(readMarkdown(said, 'macro'), plan, memory)
      const own = findings.filter(({level}) => level !== 'document')
      assert.deepEqual(
        own.map(({rule, span}) => `${rule}: ${said.slice(span.start, span.end)}`),
        [],
        id,
      )
    }
  }
})

test('a line states what it says it states, filled in or not', () => {
  for (const {line, text, id} of each) {
    for (const said of [filled(text), plainSlots(text)]) {
      const found = new Set(outline(said).blocks.flatMap(({facts}) => facts.map(fact => fact.id)))
      for (const fact of line.states)
        if (said !== plainSlots(text) || fact !== 'time') assert.ok(found.has(fact), `${id} states ${fact}: ${said}`)
    }
  }
})

test('a line pays what a reply owes, and for all that is owed there is a line', () => {
  const paid = new Set<string>()
  const known = new Set<string>()
  for (const purpose of purposes) {
    for (const {line, text, id} of each) {
      const duties = dutiesOf({...outline(`Hi Ana,\n\n${filled(text)}`, purpose), recorded: true})
      for (const {name, isMet} of duties) {
        known.add(name)
        if (!line.pays.includes(name)) continue
        assert.ok(isMet(outline(filled(text), purpose)), `${id}: ${name}`)
        paid.add(name)
      }
    }
  }
  assert.deepEqual(
    [...known].filter(name => !paid.has(name)),
    [],
  )
  const unknown = lines.flatMap(({pays}) => pays).filter(name => !known.has(name))
  assert.deepEqual(unknown, [])
})

const reply = (...names: readonly string[]): string => {
  const texts = names.map(name => lines.find(line => line.name === name)?.variants[0]?.text ?? assert.fail(name))
  return filled(texts.join('\n\n'))
}

test('a reply that is made of lines has nothing to change', () => {
  const replies: readonly string[] = [
    reply('greeting', 'acknowledgement', 'ownership', 'next step', 'closing'),
    reply('greeting', 'acknowledgement', 'question', 'closing'),
    reply('greeting', 'acknowledgement', 'escalation', 'closing'),
    reply('greeting', 'acknowledgement', 'status update', 'closing'),
    reply('greeting', 'acknowledgement', 'boundary', 'recording notice'),
    reply('greeting', 'acknowledgement', 'withdrawal'),
  ]
  for (const text of replies) {
    const {findings} = check(readMarkdown(text, 'macro'), plan, memory)
    assert.deepEqual(
      findings.map(({rule, span}) => `${rule}: ${text.slice(span.start, span.end)}`),
      [],
      text,
    )
  }
})

test('slots are plain words, and none begins a line, where brackets could be markup', () => {
  const isPlain = (text: string): boolean => !/^⟦|⟦(?![A-Za-z ]+⟧)|["\\’]|\n/.test(text)
  assert.deepEqual(
    each.filter(({text}) => !isPlain(text)).map(({id}) => id),
    [],
  )
})

test('each name is one line, with two or three variants in different tones', () => {
  assert.equal(new Set(lines.map(({name}) => name)).size, lines.length)
  for (const {name, variants} of lines satisfies readonly Line[]) {
    assert.ok(variants.length === 2 || variants.length === 3, name)
    assert.equal(new Set(variants.map(({tone}) => tone)).size, variants.length, name)
  }
})
