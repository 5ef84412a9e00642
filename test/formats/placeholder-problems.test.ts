import assert from 'node:assert/strict'
import {test} from 'node:test'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {placeholderSystems} from '../../server/formats/placeholders/placeholder-names.ts'
import {placeholderProblems} from '../../server/formats/placeholders/placeholder-problems.ts'
import {completionsOf, systemOf} from '../../server/formats/placeholders/placeholder-systems.ts'
import type {SystemId} from '../../server/formats/shapes/shape.ts'

const ids = Object.keys(placeholderSystems) as readonly SystemId[]

/** Each problem as «what is marked», with what it becomes. */
const problems = (text: string, system?: SystemId) =>
  placeholderProblems(text, system).map(
    ({span, fix}) => text.slice(span.start, span.end) + (fix === undefined ? '' : ` → ${fix}`),
  )

test('offers the likely spelling of a name that the system does not know', () => {
  const cases: readonly (readonly [system: SystemId, text: string, ...expected: string[]])[] = [
    ['zendesk', 'Hi {{ticket.requester.firstname}},', 'ticket.requester.firstname → ticket.requester.first_name'],
    ['zendesk', '{{ tickt.id | upcase }} {{Ticket.title}}', 'tickt.id → ticket.id', 'Ticket.title → ticket.title'],
    ['zendesk', '{{ticket.ticket_field_12}} {{dc.refund}} {{our_own}} {{ticket.requester.custom_fields.tier}}'],
    ['zendesk', '{% assign tiket = 1 %}{{tiket}} {{ "now" | date: "%Y" }}'],
    ['freshdesk', '{{ticket.requester.first_name}}', 'ticket.requester.first_name → ticket.requester.firstname'],
    ['freshdesk', '{{ticket.cf_color}}'],
    ['intercom', '{{ frist_name | fallback: "there" }}', 'frist_name → first_name'],
    ['intercom', '{{plan}} {{company.seats}}'],
    ['front', '{{recipient.firstname}}', 'recipient.firstname → recipient.first_name'],
    ['help-scout', '{%customer.firstname,fallback=there%}', 'customer.firstname → customer.firstName'],
    ['help-scout', '{% if x %}{% endif %}'],
    ['gorgias', '{{ticket.customer.first_name}}', 'ticket.customer.first_name → ticket.customer.firstname'],
    ['gorgias', '{{ticket.customer.integrations.shopify.orders[0].name}} {{ticket.messages[-1].body_text}}'],
    ['chatwoot', '{{contact.custom_attribute.tier}} {{Contact.Name}}'],
    ['chatwoot', '{{contact.nickname}}', 'contact.nickname'],
    ['zammad', '#{ticket.costumer.firstname}', 'ticket.costumer.firstname → ticket.customer.firstname'],
    ['osticket', '%{ticket.nubmer} %{ticket.our_field}', 'ticket.nubmer → ticket.number'],
    ['salesforce', '{!Contact.FristName} {!contact.firstname}', 'Contact.FristName → Contact.FirstName'],
    ['salesforce', '{!Case.Tier__c} {!BLANKVALUE(Contact.FirstName, "there")} {{{Recipient.FirstName}}}'],
    ['quicktext', '[[TO=firstnam]] [[SCRIPT=greet|x]]', 'TO=firstnam → TO=firstname'],
    ['github', '@{issue-autor}', 'issue-autor → issue-author'],
  ]
  for (const [system, text, ...expected] of cases) assert.deepEqual(problems(text, system), expected, text)
})

test('finds brackets and tags that do not match, in any system', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['Ticket {{ticket.id} is open.', '{{ticket.id} → {{ticket.id}}'],
    ['Ticket {{ticket.id is open.', '{{ticket.id → {{ticket.id}}'],
    ['Ticket {ticket.id}} is open.', '{ticket.id}} → {{ticket.id}}'],
    ['Ticket {{ticket.id}}} is open.', '{{ticket.id}}} → {{ticket.id}}'],
    ['Dear {{{Recipient.FirstName}},', '{{{Recipient.FirstName}} → {{{Recipient.FirstName}}}'],
    ['Hi {{name},', '{{name} → {{name}}'],
    [
      'Hi {{ first_name | fallback: "there" },',
      '{{ first_name | fallback: "there" } → {{ first_name | fallback: "there" }}',
    ],
    ['Ticket %{ticket.number is open, %{a', '%{ticket.number → %{ticket.number}', '%{a → %{a}'],
    ['Hi #{ticket.customer.firstname,', '#{ticket.customer.firstname → #{ticket.customer.firstname}'],
    ['Hi {!Contact.FirstName,', '{!Contact.FirstName → {!Contact.FirstName}'],
    ['Hi [[TO=firstname],', '[[TO=firstname] → [[TO=firstname]]'],
    ['Hi [TO=firstname]],', '[TO=firstname]] → [[TO=firstname]]'],
    ['Hi [[TO=firstname,', '[[TO=firstname → [[TO=firstname]]'],
    ['{% if paid %}Thanks.', '{% if paid %}'],
    ['Thanks.{% endif %}', '{% endif %}'],
    ['Thanks.{% else %}Sorry.', '{% else %}'],
    ['{% if paid }Thanks.{% endif %}', '{% if paid } → {% if paid %}'],
    ['{% if paid %}{% for i in items %}Thanks.{% endif %}', '{% for i in items %}'],
    ['<#if paid>Thanks.', '<#if paid>'],
    ['{{#if paid}}Thanks.', '{{#if paid}}'],
    [
      '{% if paid %}a{% elsif due %}b{% else %}c{% endif %} {% for i in x %}{{i}}{% endfor %}{% raw %}{% if %}{% endraw %}',
    ],
    ['<#list items as item>{{#each x}}{{else}}{{/each}}</#list>{% include a.html\n b="c" %}'],
  ]
  for (const [text, ...expected] of cases) assert.deepEqual(problems(text), expected, text)
  assert.deepEqual(problems('See %{url', 'osticket'), ['%{url → %{url}'])
})

test('takes code, data and prose with braces for what they are', () => {
  for (const text of [
    'Set `{{ticket.id}` in the template.',
    '```js\nconst a = {{b.c}\n```',
    '<style>.a{color:red}.b{{c.d}</style><script>if(a){b.c}}</script>',
    '{"a":{"b":{"c":"d"}}}',
    '{"a": {"b_c": [{"d": {e_f}}]}}',
    'function f() { return {a_b}}',
    'style={{ color: red }} style={{a_b: {c_d}}}',
    `x = f"{a.b}" ${'$'}{{ secrets.TOKEN }} ${'$'}{A:-{b.c}}`,
    '\\frac{{a_b}{c}} and \\text{a_b}}',
    'if [[ -f a.txt ]; then echo 50%; fi',
    'A smile :-} and {a brace, {another}.',
    'CSS: p{margin:0}.a_b{c:d}}',
    'arr[[DATE]] = [1, [2]]',
    'C# {{0}} and {0:N2}',
  ])
    for (const system of [undefined, ...ids]) assert.deepEqual(problems(text, system), [], `${system}: ${text}`)
})

test('knows every placeholder that it offers', () => {
  for (const id of ids) {
    const offered = completionsOf(id)
    assert.ok(offered.length > 4)
    for (const {insert, label} of offered) {
      assert.deepEqual(problems(`Hi ${insert}, see ${insert}.`, id), [], insert)
      assert.ok(label.length > 3)
    }
  }
})

test('tells the system by its placeholders, only where they are clear', () => {
  const clear: readonly (readonly [SystemId, string])[] = [
    ['zendesk', 'Hi {{ticket.requester.first_name}}, ticket {{ticket.id}}.'],
    ['zendesk', '{{dc.greeting}}'],
    ['freshdesk', 'Hi {{ticket.requester.firstname}},'],
    ['intercom', 'Hi {{ first_name | fallback: "there" }},'],
    ['front', 'Hi {{recipient.first_name}},'],
    ['help-scout', 'Hi {%customer.firstName,fallback=there%},'],
    ['gorgias', 'Hi {{ticket.customer.firstname}},'],
    ['chatwoot', 'Hi {{contact.name}}, {{agent.name}}'],
    ['zammad', 'Hi #{ticket.customer.firstname},'],
    ['osticket', 'Ticket %{ticket.number}'],
    ['salesforce', 'Hi {!Contact.FirstName},'],
    ['salesforce', 'Hi {{{Recipient.FirstName}}},'],
    ['quicktext', 'Hi [[TO=firstname]],'],
    ['github', 'Hi @{issue-author},'],
  ]
  for (const [system, text] of clear) assert.equal(systemOf(text), system, text)
  for (const text of [
    'Hi Ana,',
    'Hi {name},',
    'Hi {{name}},',
    '{{ticket.id}}',
    'Hi {{user.first_name}},',
    '{% if a %}b{% endif %}',
  ])
    assert.equal(systemOf(text), undefined, text)
})

test('is as quick for a text that is full of openings', () => {
  for (const opening of [
    '{{a.b ',
    '{{a.b} ',
    '{a.b}} ',
    '{% if a %}',
    '{% endfor %}',
    '{% if a ',
    '[[TO=',
    '<#if (',
    '%{a',
    '`',
    '<pre>',
  ]) {
    const text = opening.repeat(Math.ceil(60_000 / opening.length)) + '{% endcase %}'.repeat(3000)
    const from = performance.now()
    placeholderProblems(text, 'zendesk')
    assert.ok(performance.now() - from < 1500, opening)
  }
})

test('its messages pass the rules', () => {
  const texts = ['{{ticket.id} {% if a %}', '{% endif %} {{ticket.isd}}', '{{ticket.id ', '{% if a }']
  const messages = texts.flatMap(text => placeholderProblems(text, 'zendesk').map(({message}) => message))
  messages.push(...placeholderProblems('{{contact.nick}}', 'chatwoot').map(({message}) => message))
  for (const message of messages)
    assert.deepEqual(
      check(readMarkdown(message, 'article'), makePlan('article'), makeMemory()).findings.map(({rule}) => rule),
      [],
      message,
    )
})
