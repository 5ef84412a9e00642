import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {CompletionItem} from 'vscode-languageserver-protocol'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {type OpenFile, openFile} from '../../server/formats/files/file.ts'
import {analysisOf} from '../../server/lsp/analysis.ts'
import {readClient} from '../../server/lsp/capabilities.ts'
import {completionsAt} from '../../server/lsp/completions.ts'
import {type Client, eglot, startClient, vscode} from './client.ts'

const snippets = {
  ...vscode,
  textDocument: {...vscode.textDocument, completion: {completionItem: {snippetSupport: true}}},
}

/** What is offered at the “|” of a text. */
async function at(client: Client, name: string, marked: string, trigger?: string): Promise<readonly CompletionItem[]> {
  const text = marked.replace('|', '')
  client.open(name, text)
  const items = await client.connection.sendRequest<CompletionItem[] | null>('textDocument/completion', {
    textDocument: {uri: client.uri(name)},
    position: TextDocument.create('', '', 0, text).positionAt(marked.indexOf('|')),
    context: trigger === undefined ? {triggerKind: 1} : {triggerKind: 2, triggerCharacter: trigger},
  })
  client.close(name)
  return [...(items ?? [])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
}

const labelled = (items: readonly CompletionItem[], start: string): CompletionItem =>
  items.find(({label}) => label.startsWith(start)) ??
  assert.fail(`${start} is not among: ${items.map(({label}) => label).join(', ')}`)

/** The text with the item put in at the “|”, each place to type at as ‹what to say›. */
const applied = (marked: string, item: CompletionItem): string => appliedTo(marked.replace('|', ''), item)

function appliedTo(text: string, {textEdit, insertTextFormat}: CompletionItem): string {
  assert.ok(textEdit && 'range' in textEdit)
  const newText = insertTextFormat === 2 ? expanded(textEdit.newText) : textEdit.newText
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [{...textEdit, newText}])
}

const expanded = (snippet: string): string =>
  snippet.replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '‹$1›').replace(/\\(.)/g, '$1')

const isLine = ({kind}: CompletionItem): boolean => kind === 15
const isPlaceholder = ({kind}: CompletionItem): boolean => kind === 6

test('lines are offered on an empty line, the ones that the reply owes first', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const text = '---\npurpose: escalation\n---\n\nHi Ana,\n\n|\n'
  const items = await at(client, 'a.macro.md', text)
  assert.ok(items.length > 20 && items.every(isLine))
  assert.match(items[0]?.label ?? '', /^(?:ownership|escalation|status update), /)
  assert.ok(items.indexOf(labelled(items, 'escalation')) < items.indexOf(labelled(items, 'withdrawal')))
  assert.ok(items.every(({label}) => !label.startsWith('greeting')))
  const item = labelled(items, 'escalation, by name')
  assert.equal(item.insertTextFormat, 2)
  assert.match(applied(text, item), /\n\nI've passed this on to ‹their name› in our ‹which› team, /)
  assert.match(String(item.documentation), /\[their name\][\s\S]*A Word about Pushback|Navigating User Pushback/)
})

test('what is typed of a name is replaced, and finds the line', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const text = 'Hi Ana,\n\nThe credit is on its way. own|\n\nBest,\nKim\n'
  const item = labelled(await at(client, 'a.macro.md', text), 'ownership, plain')
  assert.match(item.filterText ?? '', /^own/)
  assert.equal(
    applied(text, item),
    "Hi Ana,\n\nThe credit is on its way. I'll ‹next action› myself and write to you by ‹day and time›.\n\nBest,\nKim\n",
  )
})

test('lines follow the apostrophes and contractions of the reply', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const curly = 'Hi Ana,\n\nWe’re on it.\n\nown|\n'
  assert.match(applied(curly, labelled(await at(client, 'a.macro.md', curly), 'ownership, plain')), /\nI’ll ‹/)
  const full = 'Hi Ana,\n\nWe are on it. I will check it.\n\nown|\n'
  assert.match(applied(full, labelled(await at(client, 'b.macro.md', full), 'ownership, plain')), /\nI will ‹/)
})

test('a greeting stands where the reply begins, with the system’s own name for the customer', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const text = '|\n\nYour ticket {{ticket.id}} is with {{current_user.first_name}}.\n'
  const item = labelled(await at(client, 'a.macro.md', text), 'greeting, friendly')
  assert.equal(item.sortText?.[0], '0')
  assert.match(applied(text, item), /^Hi ‹\{\{ticket\.requester\.first_name\}\}›,\n/)
})

test('a client without snippets gets slots in brackets', async context => {
  const client = await startClient(context, {capabilities: eglot, settings: null})
  const text = 'Hi Ana,\n\nown|\n'
  const item = labelled(await at(client, 'a.macro.md', text), 'ownership, plain')
  assert.equal(item.insertTextFormat, undefined)
  assert.match(applied(text, item), /\nI'll \[next action\] myself and write to you by \[day and time\]\.\n$/)
})

test('nothing is offered in the middle of a sentence or word, in code, headings and front matter, and in articles', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const nowhere = [
    'Hi Ana,\n\nThe credit is | on its way.\n',
    'Hi Ana,\n\nThe cre|dit is on its way.\n',
    'Hi Ana,\n\nOpen `|` now.\n',
    'Hi Ana,\n\n```js\n|\n```\n',
    '# |\n\nHi Ana,\n',
    '|---\ntitle: Refund\n---\n\nHi Ana,\n',
    '---\ntitle: |\n---\n\nHi Ana,\n',
    'Hi Ana,\n\n[page](https://example.com/|)\n',
    'Hi Ana,\n\n<img alt="|">\n',
  ]
  for (const [index, text] of nowhere.entries()) assert.deepEqual(await at(client, `${index}.macro.md`, text), [], text)
  assert.deepEqual(await at(client, 'article.md', '# Refunds\n\n|\n'), [])
})

test('a begun placeholder is completed with the system’s names, whatever brackets stand there', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const known = 'Ticket {{ticket.id}} is with {{current_user.first_name}}.'
  const wanted = `Hi {{ticket.status}},\n\n${known}\n`
  for (const typed of ['{{ticket.sta|', '{{ticket.sta|}}', '{{|}}', '{|}', '{{tick|et.id}}']) {
    const text = `Hi ${typed},\n\n${known}\n`
    const items = await at(client, 'a.macro.md', text, '{')
    assert.ok(items.length > 10 && items.every(isPlaceholder), typed)
    assert.equal(applied(text, labelled(items, '{{ticket.status}}')), wanted, typed)
  }
  const spaced = `Hi {{ ticket.sta| }},\n\n${known}\n`
  const item = labelled(await at(client, 'a.macro.md', spaced), '{{ticket.status}}')
  assert.equal(applied(spaced, item), wanted.replace('{{ticket.status}}', '{{ ticket.status }}'))
  assert.deepEqual(await at(client, 'a.macro.md', `Hi %|,\n\n${known}\n`, '%'), [])
  assert.deepEqual(await at(client, 'a.macro.md', `Hi,\n\n\`{{|}}\` ${known}\n`, '{'), [])
})

const macro = (body: string): string => {
  const actions = (text: string) => `"actions": [{"field": "comment_value", "value": "${text}"}]`
  return `{"macros": [{"id": 1, "title": "Refund", "active": true, ${actions(body)}},
{"id": 2, "title": "Other", "active": true, ${actions('Hi Ana, the parcel is on its way to you.')}}]}`
}

test('inside a data file a line is written as its place needs it', async context => {
  const client = await startClient(context, {capabilities: snippets})
  const json = macro('Hi \\"Ana\\",\\n\\nThe credit of 5 \\u20ac is on its way.\\n\\nack|')
  const inJson = labelled(await at(client, 'a.json', json), 'acknowledgement, sorry')
  assert.doesNotThrow(() => JSON.parse(applied(json, inJson)))
  assert.equal(
    JSON.parse(applied(json, inJson)).macros[0].actions[0].value,
    'Hi "Ana",\n\nThe credit of 5 € is on its way.\n\nI\'m sorry that ‹what went wrong› and that it cost you ‹what it cost›.',
  )
  const empty = macro('|')
  const greeting = labelled(await at(client, 'b.json', empty), 'greeting, formal')
  assert.match(
    JSON.parse(applied(empty, greeting)).macros[0].actions[0].value,
    /^Dear ‹\{\{ticket\.requester\.first_name\}\}›,$/,
  )
  const yaml =
    "- name: Refund\n  comment: 'Hi Ana, your credit is on its way. ack|'\n- name: Other\n  comment: 'Hi Ana, we''re on it.'\n"
  const inYaml = labelled(await at(client, 'replies/a.yaml', yaml), 'acknowledgement, sorry')
  assert.match(
    applied(yaml, inYaml),
    /way\. I''m sorry that ‹what went wrong› and that it cost you ‹what it cost›\.'\n/,
  )
})

test('in a data file nothing is offered outside of a reply’s text', async context => {
  const client = await startClient(context, {capabilities: snippets})
  for (const text of [
    macro('Hi Ana').replace('"Refund"', '"|Refund"'),
    macro('Hi Ana').replace('"active"', '"|active"'),
    macro('Hi Ana').replace('{"id"', '{|"id"'),
    macro('Hi Ana.\\|n'),
    macro('Hi Ana. \\u00|e9'),
  ])
    assert.deepEqual(await at(client, 'a.json', text), [], text)
})

const other =
  'Thanks for the two photos, the box is on its way to {{current_user.first_name}}. See ticket {{ticket.id}}.'
const samples: Readonly<Record<string, string>> = {
  'a.json': JSON.stringify([
    {name: 'One', comment: '<p>Hi Ana,</p><ul><li>It is "wet" &amp; <b>open</b>.</li></ul><p></p><p>Best,<br>Kim</p>'},
    {name: 'Two', comment: other},
  ]),
  'ascii.json': `[{"name": "One", "comment": "Hi \\u00c1na,\\n\\nIt\\u2019s wet.\\n\\n- Look."}, {"name": "Two", "comment": "${other}"}]`,
  'a.yaml': `- name: One\n  comment: |\n    Hi Ana,\n    \n    It's wet. Or open.\n- {name: Two, comment: '${other}'}\n- name: Three\n  comment: The box is here. It's blue.\n`,
  'a.csv': `name,body\nOne,"Hi ""Ana"",\n\nIt is wet."\nTwo,The box is here. It is blue\nThree,"${other}"\n`,
  'a.quickText-meta.xml': `<?xml version="1.0"?>\n<QuickText>\n<name>One</name>\n<message>Hi Ana,\n\nIt &amp; the box are wet. &#169; Best\n\n</message>\n</QuickText>\n`,
  'b.quickText-meta.xml': `<QuickText><name>Two</name><message><![CDATA[Hi {!Contact.FirstName}, it is wet. See {!Case.CaseNumber}]]></message></QuickText>`,
  'a.macro.md': `---\ntitle: Box\n---\n\nHi Ana,\n\n> It is wet.\n\n- Look. \n\n\`box\` **It is.** [Here](https://a.example)\n\n${other}\n`,
  'mail.html': `<html><body><table><tr><td>Hi Ana,</td><td></td></tr></table><p>${other}</p></body></html>`,
}
const wordsOf = (text: string): readonly string[] => text.replace(/‹[^›]*›/g, ' ').match(/[A-Za-z'’]+/g) ?? []
const prosesOf = (file: OpenFile | undefined): readonly string[] =>
  file?.parts.map(part =>
    part
      .read()
      .blocks.map(({prose, marks}) => `${prose} ${marks.length}`)
      .join('\n'),
  ) ?? []

test('wherever something is offered, in any format, the reply says it then, and all else stays', () => {
  const plan = makePlan('macro')
  const memory = makeMemory()
  const completion = {completionItem: {snippetSupport: true}}
  const client = readClient({processId: null, rootUri: null, capabilities: {textDocument: {completion}}})
  for (const [name, text] of Object.entries(samples)) {
    const nature = {path: `/replies/${name}`, kind: 'macro', named: true} as const
    const file = openFile(text, nature)
    assert.ok(file, name)
    const document = TextDocument.create(`file:///replies/${name}`, '', 1, text)
    const report = checkFile(file, plan, memory)
    const before = prosesOf(file)
    let offered = 0
    for (let offset = 0; offset <= text.length; offset++) {
      const analysis = analysisOf({document, file, focus: 0, unchecked: 0, generation: 0}, report)
      const items = completionsAt(analysis, {position: document.positionAt(offset)}, client)
      const marked = `${text.slice(0, offset)}|${text.slice(offset)}`
      const line = items.find(({label}) => label === 'boundary, calm') ?? items.find(isLine)
      for (const item of [line, items.find(isPlaceholder)]) {
        if (item === undefined) continue
        offered++
        const after = openFile(appliedTo(text, item).replace(/[‹›]/g, ''), nature)
        const now = prosesOf(after)
        const changed = now.filter((prose, index) => prose !== before[index])
        assert.equal(now.length, before.length, marked)
        assert.equal(after?.problems.length, file.problems.length, marked)
        if (isPlaceholder(item)) {
          assert.ok(changed.length <= 1, marked)
          continue
        }
        const said = wordsOf(
          String(item.documentation)
            .split('\n')[0]
            ?.replace(/\[[^\]]*\]/g, ' ') ?? '',
        )
        let at = 0
        for (const word of said) {
          at = changed[0]?.indexOf(word, at) ?? -1
          assert.ok(at >= 0 && changed.length === 1, `${marked}\n${item.label}: ${word}`)
        }
      }
    }
    assert.ok(offered > 4, `${name}: ${offered}`)
  }
})
