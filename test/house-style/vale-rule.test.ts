import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan, type RuleSetting} from '../../server/engine/plan.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {readRule} from '../../server/house-style/vale/read-rule.ts'
import {styleRule} from '../../server/house-style/vale/style-rule.ts'

const off = Object.fromEntries(rules.map(({id}) => [id, 'off' as const]))

/** What a rule of a style says of a text. */
function report(yaml: string, text: string, settings: Readonly<Record<string, RuleSetting>> = {}) {
  const {rule, problems} = readRule(yaml, 'Acme', 'Rule')
  assert.deepEqual(problems, [])
  // As another thread gets it.
  const there = structuredClone(rule ?? assert.fail('no rule'))
  const plan = makePlan('article', {...off, ...settings}, [...rules, styleRule(there)])
  return check(readMarkdown(text, 'article'), plan, makeMemory())
}

const said = (yaml: string, text: string) =>
  report(yaml, text).findings.map(({span, message, suggestions}) => [
    text.slice(span.start, span.end),
    message,
    ...suggestions.map(({title, safety}) => `${title}${safety === 'safe' ? '' : ` (${safety})`}`),
  ])

test('existence: tokens are whole words in any case where case does not count, and code is left alone', () => {
  const yaml = `extends: existence
message: "Avoid '%s'."
ignorecase: true
level: error
tokens:
  - synerg(?:y|ies)
  - low-hanging fruit`
  assert.deepEqual(said(yaml, 'Synergy, synergies and `synergy`. “Low-hanging fruit” too; synergyish not.'), [
    ['Synergy', "Avoid 'Synergy'."],
    ['synergies', "Avoid 'synergies'."],
    ['Low-hanging fruit', "Avoid 'Low-hanging fruit'."],
  ])
  const [finding] = report(yaml, 'It is synergy.').findings
  assert.deepEqual([finding?.rule, finding?.severity], ['vale/Acme.Rule', 'warning'])
})

test('existence: raw stands before or behind the tokens, and nonword takes the edges away', () => {
  const raw = (more: string) => `extends: existence\nmessage: "%s"\nraw:\n  - '\\bis\\s'\n${more}`
  const found = (yaml: string, text: string) => said(yaml, text).map(([words]) => words)
  assert.deepEqual(found(raw('tokens: [done, "made?"]'), 'It is done. It is mad, is madness.'), ['is done', 'is mad'])
  assert.deepEqual(found(raw(''), 'It is it.'), ['is'])
  assert.deepEqual(found("extends: existence\nmessage: x\nraw: ['\\sit']\nappend: true\ntokens: [is]", 'What is it?'), [
    'is it',
  ])
  assert.deepEqual(found("extends: existence\nmessage: x\nnonword: true\ntokens: ['!', '\\.{3}']", 'Well... no!'), [
    '...',
    '!',
  ])
})

test('existence: exceptions are not marked, alone or as part of a longer phrase', () => {
  const yaml =
    'extends: existence\nmessage: x\ntokens: ["[A-Z]{3}", simple]\nexceptions: [API, Simple Sync, simple sync]'
  assert.deepEqual(
    said(yaml, 'The API, the XML, simple things and simple sync.').map(([words]) => words),
    ['XML', 'simple'],
  )
})

test('existence: an action replaces or removes', () => {
  const remove = 'extends: existence\nmessage: x\nignorecase: true\ntokens: [basically]\naction:\n  name: remove\n'
  assert.deepEqual(said(remove, 'Basically, it works. It basically works.'), [
    ['Basically', 'x', 'Remove “Basically”'],
    ['basically', 'x', 'Remove “basically”'],
  ])
  const replace = 'extends: existence\nmessage: x\ntokens: [e-mail]\naction:\n  name: replace\n  params: [email]\n'
  assert.deepEqual(said(replace, 'Send an e-mail.'), [['e-mail', 'x', 'Change to “email”']])
})

test('substitution: the message says what to write and what was found; several choices are offered each', () => {
  const yaml = `extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
swap:
  utili[sz]e: use
  sign in: log in
  'sign in to': log in to
  abort: stop|cancel|end
  email: e-mail`
  assert.deepEqual(said(yaml, 'Utilise it. We sign in to it. Abort it. Send e-mail. An Email.'), [
    ['Utilise', "Use 'Use' instead of 'Utilise'.", 'Change to “Use”'],
    ['sign in to', "Use 'log in to' instead of 'sign in to'.", 'Change to “log in to”'],
    [
      'Abort',
      "Use 'Stop', 'Cancel' or 'End' instead of 'Abort'.",
      'Change to “Stop” (if-verified)',
      'Change to “Cancel” (if-verified)',
      'Change to “End” (if-verified)',
    ],
    ['Email', "Use 'e-mail' instead of 'Email'.", 'Change to “e-mail”'],
  ])
})

test('substitution: a list of pairs, groups, an empty one, and what is right already', () => {
  const yaml = `extends: substitution
message: "%s, not %s"
capitalize: true
swap:
  - '(?:web) ?(site|page)': web$1
  - in order to: to
  - very: ''
  - '[Ii]os': iOS
exceptions: [Web page]`
  assert.deepEqual(said(yaml, 'A web site in order to see a Web page of Ios and iOS, very well.'), [
    ['web site', 'website, not web site', 'Change to “website”'],
    ['in order to', 'to, not in order to', 'Remove “in order”'],
    ['Ios', 'iOS, not Ios', 'Change to “iOS”'],
    ['very', ', not very', 'Remove “very”'],
  ])
})

test('a scope names the blocks', () => {
  const text = '# A thing\n\nA thing here.\n\n- A thing there\n\n| A thing |\n| --- |\n| A thing |\n'
  const count = (scope: string) =>
    report(`extends: existence\nmessage: x\ntokens: [thing]\n${scope}`, text).findings.length
  assert.equal(count(''), 5)
  assert.equal(count('scope: heading'), 1)
  assert.equal(count('scope: [heading, list]'), 2)
  assert.equal(count('scope: text & ~heading'), 4)
  assert.equal(count('scope: sentence'), 2)
  for (const scope of ['raw', 'heading.h1', 'code', '~heading.h2', '[text, raw]'])
    assert.match(
      readRule(`extends: existence\nmessage: x\ntokens: [a]\nscope: ${scope}`, 'A', 'B').unread ?? '',
      /^scope /,
    )
})

test('with the scope sentence a line’s edges are the sentence’s, and neighbours don’t count', () => {
  const found = (scope: string, token: string) =>
    said(
      `extends: existence\nmessage: x\nscope: ${scope}\ntokens: ['${token}']\n`,
      'One, two. so it is, three. So it was.',
    ).map(([words]) => words)
  assert.deepEqual(found('text', '^[A-Za-z]+'), ['One'])
  assert.deepEqual(found('sentence', '^[A-Za-z]+'), ['One', 'so', 'So'])
  assert.deepEqual(found('text', 'two[^,]+,'), [])
  assert.deepEqual(found('text', 'two[^,]+is'), ['two. so it is'])
  assert.deepEqual(found('sentence', 'two[^,]+is'), [])
})

test('a replacement that leaves a choice is offered, and not made by itself', () => {
  const yaml = "extends: substitution\nmessage: '%s'\nswap: {airmen: pilot(s), with respect to: about or on}"
  assert.deepEqual(said(yaml, 'The airmen with respect to it.'), [
    ['airmen', 'pilot(s)', 'Change to “pilot(s)” (if-verified)'],
    ['with respect to', 'about or on', 'Change to “about or on” (if-verified)'],
  ])
})

test('ignore comments, severities and allowed phrases hold for a rule of a style', () => {
  const yaml = 'extends: existence\nmessage: x\nlevel: suggestion\ntokens: [leverage]\n'
  const id = 'vale/Acme.Rule'
  assert.deepEqual(
    report(yaml, 'We leverage it.', {[id]: 'hint', understanding: 'off'}).findings.map(({severity}) => severity),
    ['hint'],
  )
  assert.deepEqual(report(yaml, 'We leverage it.', {[id]: 'off'}).findings, [])
  const ignored = report(yaml, `<!-- poise-ignore ${id}: ours -->\nWe leverage it.\n`)
  assert.deepEqual([ignored.findings, ignored.problems], [[], []])
  const none = report(yaml, '<!-- poise-ignore vale/Acme.Rulle: ours -->\nWe say it.\n')
  assert.deepEqual(
    none.problems.map(({code}) => code),
    ['unknown-rule'],
  )
  assert.equal(report(yaml, 'We leverage it.').score.overall, 0)
})

test('a rewrite that would lose code is not offered, and curly apostrophes stay', () => {
  const yaml = "extends: substitution\nmessage: '%s'\nnonword: true\nswap:\n  'press .{1,9} now': x\n  do not: don't\n"
  assert.deepEqual(said(yaml, 'Please press `Enter` now. You’ll see. It do not.'), [
    ['press `Enter` now', 'x'],
    ['do not', 'don’t', 'Change to “don’t”'],
  ])
})

const wrong: readonly (readonly [
  what: string,
  yaml: string,
  problems: readonly (readonly [code: string, at: string])[],
  works: boolean,
])[] = [
  ['broken YAML', 'extends: existence\nmessage: "x\ntokens: [a\n', [['yaml-syntax', '']], false],
  ['no rule', '- a\n- b\n', [['vale-rule', '']], false],
  ['nothing', '', [['vale-rule', '']], false],
  ['no kind', 'message: x\n', [['vale-rule', '']], false],
  ['no tokens', 'extends: existence\nmessage: x\n', [['vale-rule', 'existence']], false],
  [
    'an unknown key',
    'extends: existence\nmessage: x\ntokens: [a]\ntoken: [b]\n',
    [['vale-unknown-key', 'token']],
    true,
  ],
  [
    'wrong types',
    'extends: existence\nmessage: [x]\nlevel: high\nignorecase: maybe\ntokens: [a]\nscope: {a: b}\naction: x\n',
    [
      ['vale-type', '[x]'],
      ['vale-type', 'high'],
      ['vale-type', 'maybe'],
      ['vale-type', '{a: b}'],
      ['vale-type', 'x'],
    ],
    true,
  ],
  ['a map of tokens', 'extends: existence\nmessage: x\ntokens: {a: b}\n', [['vale-type', '{a: b}']], false],
  ['a list of swaps that are none', 'extends: substitution\nmessage: x\nswap: [a]\n', [['vale-type', '[a]']], false],
  ['a swap of a list', 'extends: substitution\nmessage: x\nswap: {a: [b]}\n', [['vale-type', '{a: [b]}']], false],
  [
    'a pattern that runs away',
    'extends: existence\nmessage: x\ntokens:\n  - ok\n  - (a+)+$\n',
    [['vale-pattern', '(a+)+$']],
    true,
  ],
  [
    'a key that runs away',
    'extends: substitution\nmessage: x\nswap:\n  ok: fine\n  "(a|aa)+$": b\n',
    [['vale-pattern', '"(a|aa)+$"']],
    true,
  ],
  ['a raw that is none', 'extends: existence\nmessage: x\nraw: ["("]\ntokens: [a]\n', [['vale-pattern', '"("']], false],
  ['aliases', 'extends: existence\nmessage: x\nlist: &a [a]\ntokens: *a\n', [['vale-unknown-key', 'list']], false],
]

for (const [what, yaml, expected, works] of wrong) {
  test(`${what}: a problem at its place, and the rule ${works ? 'works on' : 'is left out'}`, () => {
    const {rule, problems} = readRule(yaml, 'Acme', 'Rule')
    const found = problems.map(({code, span}) => [code, yaml.slice(span.start, span.end)] as const)
    assert.deepEqual(
      found.map(([code]) => code),
      expected.map(([code]) => code),
    )
    for (const [index, [, at]] of expected.entries()) if (at !== '') assert.equal(found[index]?.[1], at)
    assert.equal(rule !== undefined, works)
    if (rule !== undefined) styleRule(rule)
    for (const {message} of problems) assert.doesNotMatch(message, /undefined|null/)
  })
}

test('rules of other kinds are told by their kind', () => {
  for (const kind of [
    'capitalization',
    'occurrence',
    'repetition',
    'consistency',
    'conditional',
    'spelling',
    'sequence',
    'metric',
    'script',
    'readability',
  ])
    assert.deepEqual(readRule(`extends: ${kind}\nmessage: x\nmatch: $title\n`, 'A', 'B'), {problems: [], unread: kind})
})
