import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {test} from 'node:test'
import {reasonToSkip} from './editor.ts'
import {ensureHost, repositoryRoot} from './host/index.ts'

/** What the test asks of VS Code's own tokeniser, which has no types here. */
interface Tokeniser {
  readonly loadGrammar: (
    scope: string,
  ) => Promise<{readonly tokenizeLine: (line: string, stack: unknown) => Line} | null>
}
interface Line {
  readonly tokens: readonly {
    readonly startIndex: number
    readonly endIndex: number
    readonly scopes: readonly string[]
  }[]
  readonly ruleStack: unknown
}

const values = [
  '{{ticket.requester.first_name}}',
  '{%customer.firstName,fallback=there%}',
  '%{ticket.number}',
  '{!Contact.FirstName}',
  '{{{Recipient.FirstName}}}',
  '{$Ticket->Subject}',
  '$' + '{order.recipient_name}',
  '#{ticket.customer.firstname}',
  '{patient_name}',
  '{Option A/Option B}',
  '@{author}',
  '$SITENAME$',
  '[[TO=firstname]]',
  '[[SCRIPT=Template|greet]]',
]
/** Their quotes and brackets are markup in some languages, and so are written in one only. */
const inMarkdown = ['{{ first_name | fallback: "there" }}', '<ISSUE_NUMBER>']
const steering = ['{% if paid %}', '{% endif %}', '{{#if paid}}', '{{/if}}']

const grammars: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown-basics/syntaxes/markdown',
  'source.json': 'json/syntaxes/JSON',
  'source.yaml': 'yaml/syntaxes/yaml',
  'text.xml': 'xml/syntaxes/xml',
  'text.html.derivative': 'html/syntaxes/html-derivative',
  'text.html.basic': 'html/syntaxes/html',
}

const skip = await reasonToSkip()

test('colours placeholders in Markdown, JSON, YAML, XML and HTML', {skip: skip ?? false}, async t => {
  const tokeniser = await start()
  const cases: readonly (readonly [
    name: string,
    scope: string,
    before: readonly string[],
    line: (it: string) => string,
  ])[] = [
    ['a paragraph', 'text.html.markdown', [], it => `Hi ${it}, and **${it}**`],
    ['a fence', 'text.html.markdown', ['```'], it => `Hi ${it}, good morning`],
    ['front matter', 'text.html.markdown', ['---'], it => `title: "For ${it} again"`],
    ['JSON', 'source.json', [], it => `{"body": "Hi ${it}\\n"}`],
    ['a YAML scalar', 'source.yaml', [], it => `body: Hi ${it}`],
    ['a YAML string', 'source.yaml', [], it => `body: 'Hi ${it}'`],
    ['a YAML block', 'source.yaml', ['body: |'], it => `  Hi ${it}, good morning`],
    ['XML', 'text.xml', [], it => `<message>Hi ${it}</message>`],
    ['CDATA', 'text.xml', [], it => `<body><![CDATA[Hi ${it}]]></body>`],
    ['HTML', 'text.html.derivative', [], it => `<p>Hi ${it}</p>`],
    ['an HTML attribute', 'text.html.derivative', [], it => `<a href="/t?${it}">x</a>`],
  ]
  for (const [name, scope, before, line] of cases) {
    await t.test(name, async () => {
      const isMarkdown = scope === 'text.html.markdown' && before[0] !== '---'
      // After a space in a plain scalar it begins a comment.
      const possible = values.filter(value => name !== 'a YAML scalar' || !value.startsWith('#'))
      for (const value of isMarkdown ? [...values, ...inMarkdown] : possible)
        assert.deepEqual(
          await missing(tokeniser, scope, before, line(value), value, 'variable.other.placeholder.poise'),
          [],
        )
      for (const tag of steering)
        assert.deepEqual(await missing(tokeniser, scope, before, line(tag), tag, 'keyword.control.template.poise'), [])
    })
  }
  await t.test('FreeMarker', async () => {
    for (const tag of ['<#if paid>', '<#else>', '</#if>', '<@greet/>'])
      for (const [scope, line] of [
        ['text.html.markdown', `Hi ${tag} there`],
        ['text.html.derivative', `<p>Hi ${tag} there</p>`],
        ['source.json', `{"body": "Hi ${tag}"}`],
      ] as const)
        assert.deepEqual(await missing(tokeniser, scope, [], line, tag, 'keyword.control.template.poise'), [])
  })
  await t.test('leaves code and names alone', async () => {
    for (const [scope, before, line] of [
      ['source.json', [], '{"{{name}}": {"a": 1}}'],
      ['source.yaml', [], '{{name}}: 1'],
      ['text.html.markdown', ['```js'], 'const a = {name}; b(`{{c}}`)'],
      ['text.html.derivative', ['<style>'], 'p {color: red} a {b}'],
      ['text.xml', ['<!--'], '{{name}}'],
    ] as const)
      assert.deepEqual(await coloured(tokeniser, scope, before, line), [], line)
  })
})

async function start(): Promise<Tokeniser> {
  const host = await ensureHost()
  assert.ok(host.available)
  const code = path.join(path.dirname(host.parts.serverMain), '..')
  const require = createRequire(path.join(code, 'package.json'))
  const textmate = require('vscode-textmate')
  const oniguruma = require('vscode-oniguruma')
  await oniguruma.loadWASM(readFileSync(path.join(code, 'node_modules/vscode-oniguruma/release/onig.wasm')))
  const ours = path.join(repositoryRoot, 'syntaxes/placeholders.tmLanguage.json')
  const {contributes} = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
  const {scopeName, injectTo} = contributes.grammars[0]
  const extensions = path.join(code, 'extensions')
  const yaml = readdirSync(path.join(extensions, 'yaml/syntaxes'))
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    // As VS Code has it: what is injected into a scope is injected into those that begin with it.
    getInjections: (scope: string) =>
      injectTo.some((target: string) => `${scope}.`.startsWith(`${target}.`)) ? [scopeName] : [],
    loadGrammar: async (scope: string) => {
      const version = /^source\.yaml\.(.+)$/.exec(scope)?.[1]
      const file =
        scope === scopeName
          ? ours
          : version !== undefined && yaml.includes(`yaml-${version}.tmLanguage.json`)
            ? path.join(extensions, `yaml/syntaxes/yaml-${version}.tmLanguage.json`)
            : grammars[scope] && path.join(extensions, `${grammars[scope]}.tmLanguage.json`)
      // Without a grammar for the language of a fence, the fence's own rule is left out.
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : {scopeName: scope, patterns: []}
    },
  })
}

async function tokens(
  tokeniser: Tokeniser,
  scope: string,
  before: readonly string[],
  line: string,
): Promise<Line['tokens']> {
  const grammar = await tokeniser.loadGrammar(scope)
  assert.ok(grammar)
  let stack: unknown = null
  for (const each of before) stack = grammar.tokenizeLine(each, stack).ruleStack
  return grammar.tokenizeLine(line, stack).tokens
}

/** The parts of `text` that do not have the scope. */
async function missing(
  tokeniser: Tokeniser,
  scope: string,
  before: readonly string[],
  line: string,
  text: string,
  wanted: string,
): Promise<readonly string[]> {
  const at = line.indexOf(text)
  return (await tokens(tokeniser, scope, before, line))
    .filter(({startIndex, endIndex}) => startIndex < at + text.length && endIndex > at)
    .filter(({scopes}) => !scopes.includes(wanted))
    .map(({startIndex, endIndex, scopes}) => `${text}: “${line.slice(startIndex, endIndex)}” ${scopes.join(' ')}`)
}

async function coloured(
  tokeniser: Tokeniser,
  scope: string,
  before: readonly string[],
  line: string,
): Promise<readonly string[]> {
  return (await tokens(tokeniser, scope, before, line))
    .filter(({scopes}) => scopes.some(each => each.endsWith('.poise')))
    .map(({startIndex, endIndex}) => line.slice(startIndex, endIndex))
}
