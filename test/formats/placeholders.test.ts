import assert from 'node:assert/strict'
import {test} from 'node:test'
import {check} from '../../server/engine/check.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {placeholderAt, placeholdersIn} from '../../server/formats/placeholders/placeholders.ts'
import {randomFrom} from './random.ts'

const dollar = '$'
const placeholders = [
  '{{ticket.requester.first_name}}',
  '{{ first_name | fallback: "there" }}',
  '{% if paid %}',
  '{%customer.firstName,fallback=there%}',
  '%{ticket.number}',
  '{!Contact.FirstName}',
  '{!BLANKVALUE(Contact.FirstName, "there")}',
  '{{{Recipient.FirstName}}}',
  '{$Ticket->Subject}',
  `${dollar}{order.recipient_name}`,
  '#{ticket.customer.firstname}',
  '{patient_name}',
  '{0}',
  '{Option A/Option B}',
  '[AMOUNT]',
  '[ name ]',
  'XXX',
  '<ISSUE_NUMBER>',
  '@{author}',
  '$SITENAME$',
  '[[TO=firstname]]',
  '[[SCRIPT=Template|greet]]',
  '<#if order.total gt 5>',
  '<#if (order.total > 5)>',
  '</#if>',
  '<@greeting name="Ana"/>',
]
const plan = makePlan('macro')
const memory = makeMemory()

test('knows every syntax in a reply, as one thing that is not prose', () => {
  for (const it of placeholders) {
    assert.equal(placeholderAt(`See ${it}.`, 4, 'macro')?.end, 4 + it.length, it)
    const {blocks} = readMarkdown(`We have sent ${it} to you.`, 'macro')
    assert.deepEqual(
      blocks.map(block => block.prose),
      ['We have sent \ufffc to you.'],
      it,
    )
    assert.deepEqual(
      blocks[0]?.marks.map(({kind, text}) => [kind, text]),
      [['placeholder', it]],
    )
  }
})

test('tells a word in brackets from a link', () => {
  assert.equal(placeholderAt('[AMOUNT](see below)', 0, 'macro')?.end, 8)
  for (const link of ['[Orders](orders.html)', '[Orders](a "b")', '[Orders][1]', '[Orders]: a'])
    assert.equal(placeholderAt(link, 0, 'macro'), undefined, link)
})

test('leaves the words of an article alone', () => {
  for (const text of ['[AMOUNT]', 'XXX', '{Option A/Option B}', '[[Page]]', 'a [ name ] b', '{0}'])
    assert.equal(placeholderAt(text, text.search(/[[{X]/), 'article'), undefined, text)
})

test('is as quick for a file that is full of openings', () => {
  for (const opening of ['{{', '{%', '[[', '<#a (', '<#a "', '{$', '[', '<@', '{!a', '%{']) {
    const text = opening.repeat(Math.ceil(60_000 / opening.length))
    const from = performance.now()
    assert.deepEqual([...placeholdersIn(text, 'macro')], [], opening)
    assert.ok(performance.now() - from < 1500, opening)
  }
})

/** Sentences in which rules find something, with a place for a placeholder. */
const sentences = [
  'Unfortunately, we cannot send ○ to you.',
  'Please try ○ again and let us know if it works.',
  "I'll get back to you about ○ as soon as possible.",
  'As I said, you failed to tell us ○.',
  'Sorry for the inconvenience with ○!!',
  'Obviously, ○ should hopefully work now.',
  'You must simply open ○, and just restart it.',
  'Actually, the ○ team is looking into it.',
  'Hi ○, thank you for your patience.',
]

test('no suggestion changes, drops or adds a placeholder, and no finding is one', () => {
  const random = randomFrom(7)
  let tried = 0
  for (let round = 0; round < 400; round++) {
    const text = Array.from({length: 1 + random.below(4)}, () =>
      random.pick(sentences).replace('○', () => random.pick(placeholders)),
    ).join(random.pick([' ', '\n', '\n\n']))
    const before = [...placeholdersIn(text, 'macro')].map(({start, end}) => text.slice(start, end))
    for (const {span, suggestions, rule} of check(readMarkdown(text, 'macro'), plan, memory).findings) {
      assert.ok(!before.includes(text.slice(span.start, span.end)), `${rule}: ${text}`)
      for (const {edits} of suggestions) {
        const after = applyEdits(
          text,
          edits.map(edit => ({...edit, text: edit.text.replace(/⟦[^⟧]*⟧/g, 'slot')})),
        )
        tried++
        const left = [...placeholdersIn(after, 'macro')].map(({start, end}) => after.slice(start, end))
        assert.deepEqual(left.sort(), [...before].sort(), `${rule}\n${text}\n${after}`)
      }
    }
  }
  assert.ok(tried > 300, String(tried))
})

const prose = (text: string) => readMarkdown(text, 'macro').blocks.map(block => block.prose.replaceAll('\ufffc', '○'))

test('sentences of two branches are two', () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['{% if paid %}Thanks.{% else %}Sorry.{% endif %}', ['Thanks.\nSorry.']],
    ['Hi Ana,\n{% if paid %}Thanks{% else %}Sorry{% endif %}\nYour order', ['Hi Ana,\nThanks\nSorry○\nYour order']],
    ['{% if paid %}\nThanks.\n{% elsif due %}\nSorry.\n{% endif %}\nBest,', ['Thanks.', 'Sorry.', 'Best,']],
    ['{{#if paid}}Thanks.{{else}}Sorry.{{/if}} Best,', ['Thanks.\nSorry.\nBest,']],
    ['{{ if .Paid }}Thanks.{{ else }}Sorry.{{ end }}', ['Thanks.\nSorry.']],
    ['<#if paid>Thanks.<#else>Sorry.</#if> Best,', ['Thanks.\nSorry.\nBest,']],
    ['<#if paid>\nThanks.\n<#else>\nSorry.\n</#if>', ['Thanks.', 'Sorry.']],
    [
      'Your parcel {% if sent %}is on its way{% else %}leaves today{% endif %}.',
      ['Your parcel ○is on its way○leaves today○.'],
    ],
    ['Hi {% if name %}{{name}}{% else %}there{% endif %},', ['Hi ○○○there○,']],
    ['{% if due %}Please pay{% endif %} today.', ['Please pay○ today.']],
    ['{{if.name}} is {{else.name}}', ['○ is ○']],
    ['One.{% comment %}not for customers{% endcomment %} Two.', ['One. Two.']],
  ]
  for (const [text, expected] of cases) assert.deepEqual(prose(text), expected, text)
})

test('every branch is checked, and what stands in one counts', () => {
  const text =
    "Hi {{name}},\n\n{% if paid %}Unfortunately, we can't refund it.{% else %}Obviously, we refund it by Friday.{% endif %}"
  const found = check(readMarkdown(text, 'macro'), plan, memory).findings.map(({span}) =>
    text.slice(span.start, span.end),
  )
  assert.ok(
    found.some(words => words.startsWith('Unfortunately')),
    found.join(' | '),
  )
  assert.ok(
    found.some(words => words.startsWith('Obviously')),
    found.join(' | '),
  )
})

test('two placeholders in brackets that touch are two placeholders, and no link to a definition that is not there', () => {
  const [block] = readMarkdown('Hi [[TO=firstname]][ name ], hello.', 'macro').blocks
  assert.equal(block?.prose, 'Hi \ufffc\ufffc, hello.')
})
