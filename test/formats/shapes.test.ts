import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {findReplies, mayHoldReplies, syntaxOf} from '../../server/formats/shapes/index.ts'
import {ownShape} from '../../server/formats/shapes/own-shape.ts'
import type {DataSyntax, FoundReply} from '../../server/formats/shapes/shape.ts'
import {readCsv} from '../../server/formats/values/csv.ts'
import {readJson} from '../../server/formats/values/json.ts'
import type {Data} from '../../server/formats/values/value.ts'
import {readXml} from '../../server/formats/values/xml.ts'
import {readYaml} from '../../server/formats/values/yaml.ts'

const readers: Readonly<Record<DataSyntax, (text: string) => Data>> = {
  json: readJson,
  yaml: readYaml,
  xml: readXml,
  csv: readCsv,
}
const fixture = (name: string): string => readFileSync(new URL(`shapes/${name}`, import.meta.url), 'utf8')

function find(text: string, path: string) {
  const syntax = syntaxOf(path)
  const root = syntax && readers[syntax](text).root
  return syntax && root && findReplies(syntax, root, path)
}

/** A reply in one line: title, how its text is written, what marks it, and how it begins. */
function line({title, body, as, inactive, purpose}: FoundReply): string {
  const begin = body.text.replace(/\s+/g, ' ').slice(0, 24)
  return [title?.text.trim(), as, purpose?.text, inactive && 'inactive', begin]
    .filter(part => part !== undefined)
    .join(' | ')
}

const files: readonly (readonly [file: string, shape: string, replies: readonly string[], path?: string])[] = [
  [
    'zendesk-macros.json',
    'Zendesk macros',
    [
      'Billing::Refund sent | html | <p>Hi {{ticket.requester',
      'Shipping::Ask the depot | inactive | We have asked the depot ',
      'Shipping::Ask the depot (side conversation) | html | inactive | <p>Where is this parcel?',
      'Shipping::Ask the depot (side conversation) | text | inactive | Parcel {{ticket.id}} is ',
    ],
  ],
  ['zendesk-macro.yaml', 'Zendesk macros', ['Access::Password reset | html | <p>Hello {{ticket.reques']],
  [
    'zendesk-dynamic-content.json',
    'Zendesk dynamic content',
    [
      'Opening hours | We answer from nine to f',
      'Colours (en-US) | Pick the color that you ',
      'Colours (en-GB) | inactive | Pick the colour that you',
    ],
  ],
  [
    'freshdesk.json',
    'Freshdesk canned responses',
    ['Parcel delayed | html | <div>Your parcel is on i', 'Parcel lost | We send a new one today.'],
  ],
  [
    'intercom.json',
    'Intercom macros',
    ['Invoice copy | html | <p>Hi {{ first_name | fa', 'Plan change | Your new plan starts on '],
  ],
  ['front.json', 'Front message templates', ['Refund done | html | <p>Hello {{recipient.fir']],
  [
    'help-scout.json',
    'Help Scout saved replies',
    ['Trial ends | html | <p>Your trial ends on {%', 'Trial extended | html | <p>You have seven more d'],
  ],
  ['gorgias.json', 'Gorgias macros', ['Order on its way | html | <div>Hi {{ticket.custome']],
  [
    'chatwoot.json',
    'Chatwoot canned responses',
    ['hello | markdown | Hi {{contact.name}}, wha', 'bye | markdown | Goodbye!'],
  ],
  [
    'zammad.json',
    'Zammad text modules',
    [
      'Printer: paper jam | html | Hello #{ticket.customer.',
      'Old printer | html | inactive | This model is no longer ',
    ],
  ],
  [
    'osticket-canned.yaml',
    'osTicket templates',
    [
      'Where to find the invoice | html | Hi %{ticket.name.first},',
      'Old address | html | inactive | We moved to the harbour.',
    ],
  ],
  ['osticket-mail.yaml', 'osTicket templates', ['Closed: %{ticket.subject} | html | <h3>Dear %{recipient.nam']],
  [
    'github-replies.yml',
    'GitHub replies',
    ['Needs a version | markdown | Which version do you use', 'Duplicate | markdown | This is the same as an o'],
    '/w/.github/replies.yml',
  ],
  [
    'github-label-actions.yml',
    'GitHub replies',
    [
      'needs-info | markdown | A log would help here. T',
      'wontfix | markdown | We keep this as it is, @',
      'wontfix | markdown | The manual says why.',
      'wontfix | markdown | This change does not fit',
    ],
    '/w/.github/label-actions.yml',
  ],
  [
    'welcome.quickText-meta.xml',
    'Salesforce quick texts and e-mail templates',
    ['Welcome | text | Hi {!Contact.FirstName},'],
  ],
  [
    'reset.email-meta.xml',
    'Salesforce quick texts and e-mail templates',
    ['Password reset | text | Hello {{{Recipient.First'],
  ],
  [
    'salesforce-records.json',
    'Salesforce quick texts and e-mail templates',
    ['On it | I am looking into it.', 'Outage over | html | <p>The outage is over.</'],
  ],
  [
    'quicktext.xml',
    'Quicktext templates',
    [
      'Order dispatched | text | Hello [[TO=firstname]], ',
      'Scripted | html | [[SCRIPT=Template|orders',
      'Return label | html | <p>The label is attached',
    ],
  ],
  [
    'named-list.json',
    'titled replies',
    ['Order late | status | Hi there,<br>your order ', 'Address change | Thanks for the new addre', 'Bye | Goodbye!'],
  ],
  [
    'titles-to-texts.yaml',
    'titled replies',
    [
      'Order late | Hello, your order is two',
      'Refund on its way | Hi {first_name}, your re',
      'Short thanks | Thank you!',
    ],
  ],
  [
    'ids-to-entries.json',
    'titled replies',
    ['Order late | Hi, your order is two da', 'Order very late | Hi, your order is a week'],
  ],
  [
    'categories.json',
    'grouped replies',
    [
      'Order late | Dear {customer}, your or',
      'Order lost | Dear {customer}, we send',
      'Locked out | Hi, your account is open',
    ],
  ],
  [
    'named-groups.yaml',
    'grouped replies',
    [
      'Order late | Hello, your order is two',
      'Order lost | Hello, we are sorry that',
      'Locked out | Hi there, your account i',
      'Closed account | Hi there, we closed your',
    ],
  ],
  [
    'table.csv',
    'a table of replies',
    ['Order late | Hi there, your "express"', 'Refund done | Thanks for your message,'],
  ],
]

for (const [file, name, replies, path = `/w/data/${file.replace(/^.*?(?=(?:\.\w+-meta)?\.\w+$)/, 'file')}`] of files) {
  test(`${file} holds ${name}`, () => {
    const text = fixture(file)
    assert.ok(mayHoldReplies(path, text.slice(0, 4000)))
    const found = find(text, path)
    assert.equal(found?.shape.name, name)
    assert.deepEqual(found?.replies.map(line), replies)
    for (const {span, body, title} of found?.replies ?? [])
      for (const inner of [body.span, title?.span ?? body.span])
        assert.ok(inner.start < inner.end && inner.end <= text.length && span.start < span.end)
  })
}

const said = 'Please read the guide before you start, and let us know what you think of it. Thanks!'
const others: readonly (readonly [what: string, path: string, content: unknown])[] = [
  ['a package', '/w/package.json', {name: 'x', description: said, scripts: {build: 'tsc'}}],
  ['a message catalogue', '/w/locales/en.json', {'Sign in': said, 'Sign out': said, 'Sign up': said}],
  ['labels', '/w/data/a.json', {'Sign in': 'Sign in', 'Your order': 'Your order', Thanks: 'Thanks for your order!'}],
  [
    'error messages',
    '/w/data/a.json',
    {
      E_PATH: `${said} (path)`.replace('Thanks!', ''),
      E_NAME: 'The name is taken. Please choose another name, and your request goes through.',
    },
  ],
  ['pages', '/w/data/a.json', [1, 2, 3].map(id => ({title: `Page ${id}`, content: said, url: `/pages/${id}`}))],
  [
    'issues',
    '/w/data/a.json',
    [1, 2].map(id => ({title: `Issue ${id}`, body: said, user: {login: 'x'}, html_url: 'x'})),
  ],
  ['praise', '/w/data/a.json', ['Ann', 'Bo'].map(name => ({name, text: `${said} ${name}`, company: 'Harbour Ltd'}))],
  [
    'a talk',
    '/w/data/a.json',
    {messages: ['Ann', 'Bo', 'Ann', 'Bo', 'Ann'].map((name, at) => ({name, text: `Hi again, ${at}. ${said}`}))},
  ],
  ['questions', '/w/data/a.json', [1, 2].map(id => ({question: `Why ${id}?`, answer: said}))],
  ['features', '/w/data/a.json', [1, 2].map(id => ({title: `Fast ${id}`, content: said, icon: 'bolt'}))],
  [
    'metrics',
    '/w/data/a.json',
    [1, 2].map(id => ({name: `m${id}`, comment: 'Counts the requests that reached the server, per minute.'})),
  ],
  [
    'snippets',
    '/w/data/a.json',
    {Print: {prefix: 'log', body: 'console.log($1);'}, Loop: {prefix: 'for', body: 'for (;;) {}'}},
  ],
  ['steps with actions', '/w/data/a.json', [{title: 'Open', actions: [{field: 'status', value: 'open'}]}]],
  ['settings', '/w/data/a.json', {title: 'Poise', body: {max: 3}, replies: {limit: 4, enabled: true}}],
  ['numbers', '/w/data/a.json', {macros: [1, 2, 3]}],
  ['one short text', '/w/data/a.json', {title: 'Draft', body: 'Nothing here yet.'}],
]

for (const [what, path, content] of others) {
  test(`${what} are left alone`, () => assert.equal(find(JSON.stringify(content, undefined, 2), path), undefined))
}

test('the first look knows other files by their names', () => {
  const head = JSON.stringify([{title: 'Late', content: said}])
  assert.ok(mayHoldReplies('/w/data/late.json', head))
  const names =
    'package.json package-lock.json tsconfig.build.json x.schema.json openapi.yaml .vscode/a.json .github/workflows/ci.yml docker-compose.yml mkdocs.yml i18n/de/a.json locales/en.yml en-GB.json messages_de.json'
  for (const name of names.split(' ')) assert.ok(!mayHoldReplies(`/w/${name}`, head), name)
  assert.ok(mayHoldReplies('/w/i18n/macros.json', head))
  for (const text of ['', '{}', '{"a": 1}', 'a: b', '[1, 2]']) assert.ok(!mayHoldReplies('/w/a.yaml', text), text)
  assert.deepEqual(['a.JSON', 'a.jsonc', 'a.yml', 'a.xml', 'a.tsv', 'a.md', 'json', 'a.constructor'].map(syntaxOf), [
    'json',
    'json',
    'yaml',
    'xml',
    'csv',
    undefined,
    undefined,
    undefined,
  ])
})

test('a name that says so, or the configuration, makes up for a doubtful text', () => {
  const text = JSON.stringify([
    {title: 'Hours', content: 'The desk is open until five on weekdays.'},
    {title: 'Way', content: 'You can find the way on the second page.'},
  ])
  assert.equal(find(text, '/w/data/a.json'), undefined)
  assert.equal(find(text, '/w/macros/a.json')?.replies.length, 2)
  assert.equal(findReplies('json', readJson(text).root ?? assert.fail(), '/w/en.json', true)?.replies.length, 2)
})

test('what is hostile costs little', () => {
  const started = performance.now()
  const deep = '{"macros":'.repeat(150) + '1' + '}'.repeat(150)
  const wide = JSON.stringify(Array.from({length: 50_000}, (_, index) => ({id: index, data: [index]})))
  const keys = JSON.stringify(Object.fromEntries(Array.from({length: 50_000}, (_, index) => [`key${index}`, index])))
  for (const text of [deep, wide, keys, '{"__proto__": {"title": "x"}, "constructor": "y"}'])
    assert.equal(find(text, '/w/a.json'), undefined)
  for (const head of [
    '"'.repeat(8000),
    ' '.repeat(8000),
    '<'.repeat(8000),
    '{'.repeat(8000),
    'a: '.repeat(2600),
    'body_'.repeat(1600),
  ])
    for (const name of ['a.json', 'a.yaml', 'a.csv', 'a.xml']) mayHoldReplies(`/w/${name}`, head)
  assert.ok(performance.now() - started < 4000)
})

const team = `{"teams": {"north": {"Late": {"content": {"text": "Your order is late."}, "kind": "status"}, "Empty": {"content": {}}},
  "south": {"Lost": {"content": {"text": "Your order is lost."}}}}, "odd name": ["One.", "Two."]}`

const own = (text: string, settings: Parameters<typeof ownShape>[0]) =>
  ownShape(settings)
    .find(readJson(text).root ?? assert.fail())
    ?.map(line)

test('an own shape leads to what its paths say', () => {
  assert.deepEqual(
    own(team, {items: '$.teams.*.*', title: '@key', body: 'content.text', as: 'text', purpose: 'kind'}),
    ['Late | text | status | Your order is late.', 'Lost | text | Your order is lost.'],
  )
  assert.deepEqual(own(team, {items: '$["odd name"][*]', title: '@key', body: '@value'}), [
    'odd name | One.',
    'odd name | Two.',
  ])
  assert.deepEqual(own(team, {items: "$['odd name'][1]", body: '@value'}), ['Two.'])
  assert.equal(own(team, {items: '$.nowhere[*]', body: 'x'}), undefined)
  assert.deepEqual(own('{"r": {"b": "One."}}', {items: '$.r[*]', body: '["b"]'}), ['One.'])
})

test('an own shape reads the children of XML', () => {
  const root = readXml('<desk><reply key="a"><say>One.</say></reply><reply key="b"><say>Two.</say></reply></desk>').root
  const found = ownShape({items: '$.desk.reply', title: '@key', body: 'say'}).find(root ?? assert.fail())
  assert.deepEqual(
    found?.map(({body}) => body.text),
    ['One.', 'Two.'],
  )
})
