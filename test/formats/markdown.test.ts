import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {sourceText} from '../../server/formats/files/source-text.ts'
import type {Block, Reading} from '../../server/formats/format.ts'
import {openMarkdown, readMarkdown} from '../../server/formats/markdown/markdown.ts'

const article = (text: string): Reading => readMarkdown(text, 'article')
const macro = (text: string): Reading => readMarkdown(text, 'macro')
const proses = (reading: Reading) => reading.blocks.map(block => block.prose)

/** A block in one line: kind and depth, n for numbered, q for quoted, then the prose with ○ for what is not prose. */
const line = ({kind, depth, ordered, quoted, prose}: Block) =>
  `${kind}${depth}${ordered ? 'n' : ''}${quoted ? 'q' : ''} ${prose.replaceAll('\ufffc', '○')}`
const lines = (text: string, kind: DocumentKind = 'article') => readMarkdown(text, kind).blocks.map(line)
const marks = (text: string, kind: DocumentKind = 'article') =>
  readMarkdown(text, kind).blocks.flatMap(block =>
    block.marks.map(mark => `${mark.kind} ${mark.text ?? block.prose.slice(mark.start, mark.end)}`),
  )

const cases: readonly (readonly [name: string, text: string, expected: readonly string[], kind?: DocumentKind])[] = [
  [
    'headings',
    '# One #\n\nTwo\n===\n\nThree *x*\n---\n\n###### Six {#an-chor}',
    ['heading1 One', 'heading1 Two', 'heading2 Three x', 'heading6 Six'],
  ],
  ['lists', '- a\n- b\n\n  more\n  1. c\n     - d', ['item1 a', 'item1 b', 'item1 more', 'item2n c', 'item3 d']],
  ['tasks', '- [ ] open\n- [x] done', ['item1 open', 'item1 done']],
  ['table cells', '| a | **b** |\n|---|---|\n| c \\| d | `e` |', ['cell0 a', 'cell0 b', 'cell0 c | d', 'cell0 ○']],
  ['quotes', '> a\n> b\n>\n> - c\n\n- d\n  > e', ['paragraph0q a b', 'item1q c', 'item1 d', 'paragraph0q e']],
  ['quotes of a macro', '> Dear customer,\n>\n> thanks.', ['paragraph0 Dear customer,', 'paragraph0 thanks.'], 'macro'],
  ['GitHub alerts', '> [!NOTE]\n> Save it.\n\n> [!tip]- Title\n> x', ['paragraph0 Save it.', 'paragraph0 Title x']],
  ['Jekyll alerts', '> info "Title"\n> Save it.', ['paragraph0 Save it.']],
  ['code', '    indented\n\n```\nfenced\n```\n\n~~~md\nfenced\n~~~\n\na `b` c', ['paragraph0 a ○ c']],
  ['HTML blocks', '<div>\nraw\n</div>\n\n<details>\n<summary>x</summary>\n\nbody\n\n</details>', ['paragraph0 body']],
  ['inline HTML', 'a <b>b</b> <span class="x">c</span><br>d <!-- e --> f', ['paragraph0 a b c\nd  f']],
  ['code in HTML', 'a <code>b c</code> and <kbd>Ctrl</kbd>', ['paragraph0 a ○ and ○']],
  ['words in angle brackets', 'type <name> here', ['paragraph0 type ○ here']],
  [
    'links',
    '[a *b*](c "d") <https://e.f> https://g.h. i@j.kl [m][n] [n] [o]\n\n[n]: p',
    ['paragraph0 a b ○ ○. ○ m n [o]'],
  ],
  ['link targets with templates', '[a]({{ site.baseurl }}/b) ![c]({{ d }}/e.png)', ['paragraph0 a ○']],
  ['wiki links', '[[A page]] and [[A page|words]] ![[embedded]]', ['paragraph0 A page and words ○']],
  ['images', '![a](b) ![c][d]', ['paragraph0 ○ ○']],
  ['footnotes', 'a[^1] b.\n\n[^1]: the note', ['paragraph0 a b.', 'paragraph0 the note']],
  ['breaks', 'a\nb  \nc\\\nd \\\\\ne', ['paragraph0 a b\nc\nd \\ e']],
  ['entities and escapes', '&amp; &#8217; &#x1F600; &nbsp;&bogus; \\* \\q', ['paragraph0 & ’ 😀 \u00a0&bogus; * \\q']],
  ['strikethrough', '~~a~~ b', ['paragraph0 a b']],
  ['directive fences', ':::note Title\nbody\n:::\n\n:::tip[x]\n\nmore\n\n:::', ['paragraph0 body', 'paragraph0 more']],
  [
    'admonitions',
    '!!! note "Title"\n    one\n\n    two\n\nafter',
    ['paragraph0 one', 'paragraph0 two', 'paragraph0 after'],
  ],
  [
    'attribute lists',
    '{: .a }\nb {: #c}\n\n[d](e){:target="_blank"} f{:target="_blank"}\n\n* TOC\n{:toc}',
    ['paragraph0 b', 'paragraph0 d f', 'item1 TOC'],
  ],
  [
    'MDX',
    'import A from "a"\nimport {\n  B,\n} from "b"\n\nexport const c = 1\n\n<Steps>\n1. one\n</Steps>\n\n<Card\n  title="x"\n/>\n\ntext',
    ['item1n one', 'paragraph0 text'],
  ],
  [
    'template tags',
    '{% if a %}\none\n{% else %}\ntwo\n{% endif %}\n{{#if b}}\nthree\n{{/if}}\n{{< c >}}\n\n{% comment %}\nno\n\nno\n{% endcomment %}',
    ['paragraph0 one', 'paragraph0 two', 'paragraph0 three'],
  ],
  ['template tags over lines', '{% include x.html\n  title="y"\n%}\nbody', ['paragraph0 body']],
  [
    'fences of a macro',
    '```\nDear customer, thank you for writing to us about it today. We read\nevery letter.\n\n- one\n- two\n```',
    [
      'paragraph0 Dear customer, thank you for writing to us about it today. We read every letter.',
      'item1 one',
      'item1 two',
    ],
    'macro',
  ],
  [
    'code in a macro',
    '```\nconst a = () => { b(c); d(e); f(g); h(i); j(k); l(m); n(o); p(q) }\n```\n\n```\nfew words\n```',
    [],
    'macro',
  ],
  ['line ends', '\ufeff# a\r\rb\rc\r\r> d\r> e', ['heading1 a', 'paragraph0 b c', 'paragraph0q d e']],
  ['tabs', '-\tone word\n\n\tmore\n\n1.\tthird', ['item1 one word', 'item1 more', 'item1n third']],
  ['nothing', '', []],
]

for (const [name, text, expected, kind] of cases)
  test(`reads ${name}`, () => {
    assert.deepEqual(lines(text, kind), expected)
    assert.deepEqual(lines(text.replaceAll('\n', '\r\n'), kind), expected)
  })

test('describes what is not prose, and the marks around prose', () => {
  const text = '**a _b_** [c *d*](e) `f` ![g](h) https://i.jk {{l}} <a href="m">n</a>'
  assert.deepEqual(marks(text), [
    'strong a b',
    'emphasis b',
    'link c d',
    'emphasis d',
    'code `f`',
    'image ![g](h)',
    'url https://i.jk',
    'placeholder {{l}}',
    'link n',
  ])
})

const everywhere = [
  '{{ticket.requester.first_name}}',
  '{{ first_name | fallback: "there" }}',
  '{%customer.firstName,fallback=there%}',
  '%{ticket.number}',
  '{!Contact.FirstName}',
  '{{{Recipient.FirstName}}}',
  '{$Ticket->Subject}',
  '$' + '{order.recipient_name}',
  '#{ticket.customer.firstname}',
  '{patient_name}',
  '<ISSUE_NUMBER>',
  '@{author}',
  '$SITENAME$',
  '{% if x %}',
]
const inMacros = ['{Option A/Option B}', '[AMOUNT]', '[ name ]', 'XXX', '[Your Name]', '<your name>', '{patient name}']

test('knows placeholders', () => {
  for (const placeholder of everywhere) {
    assert.deepEqual(marks(`Hi ${placeholder}, *a_b*`), [`placeholder ${placeholder}`, 'emphasis a_b'])
    assert.deepEqual(marks(`Hi ${placeholder}.`, 'macro'), [`placeholder ${placeholder}`])
  }
  for (const placeholder of inMacros) {
    assert.deepEqual(marks(`Hi ${placeholder}.`, 'macro'), [`placeholder ${placeholder}`], placeholder)
    if (!placeholder.startsWith('<')) assert.deepEqual(proses(article(`Hi ${placeholder}.`)), [`Hi ${placeholder}.`])
  }
  assert.deepEqual(marks('[a](b) [c][d] [d] ![e](f)\n\n[d]: g', 'macro'), [
    'link a',
    'link c',
    'link d',
    'image ![e](f)',
  ])
})

test('takes the title and purpose from the front matter', () => {
  const text = '---\ntitle: "How: to"\npurpose: ask\nother: {a: [b]}\n---\n# Heading'
  for (const form of [text, `\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
    const {title, purpose, blocks, problems} = article(form)
    assert.deepEqual([title, purpose, blocks.map(line), problems], ['How: to', 'ask', ['heading1 Heading'], []])
  }
  assert.equal(article('## a\n\n# The `x` **title**').title, 'The  title')
  assert.equal(macro('# Heading').title, undefined)
  assert.equal(article('---\n---\n# a').title, 'a')
  assert.deepEqual(lines('---\n\ntext'), ['paragraph0 text'])
})

test('reports front matter that it cannot read, and reads on', () => {
  const broken = article('---\ntitle: [a\n---\nBody')
  assert.deepEqual(proses(broken), ['Body'])
  assert.deepEqual(
    broken.problems.map(({code, message}) => [code, message]),
    [
      [
        'front-matter',
        'The front matter is not YAML that Poise can read, so its title and purpose are left out; check line 2.',
      ],
    ],
  )
  const unknown = article('---\npurpose: refuse\n---\nBody')
  assert.deepEqual([unknown.problems.map(problem => problem.code), unknown.purpose], [['unknown-purpose'], undefined])
  assert.match(unknown.problems[0]?.message ?? '', /“refuse”.*answer, ask, limitation/)
  assert.deepEqual(unknown.problems[0]?.span, {start: 13, end: 19})
  assert.equal(article('---\na: &a x\ntitle: *a\n---\n').title, undefined)
  const deep = article(`---\na: ${'['.repeat(20000)}\n---\nBody`)
  assert.deepEqual([deep.problems.map(problem => problem.code), proses(deep)], [['front-matter'], ['Body']])
})

const directives = (text: string) =>
  article(text).directives.map(({kind, rules, reason, covers, span, ruleSpans}) => ({
    kind,
    rules,
    reason,
    comment: text.slice(span.start, span.end),
    covers: covers && text.slice(covers.start, covers.end),
    named: ruleSpans.map(named => text.slice(named.start, named.end)),
  }))

test('reads ignore comments', () => {
  const text = '<!-- poise-ignore rule-id, rule-two: the reason: why -->\n- a\n- b\n\nc'
  const rules = ['rule-id', 'rule-two']
  const comment = '<!-- poise-ignore rule-id, rule-two: the reason: why -->'
  assert.deepEqual(directives(text), [
    {kind: 'next', rules, reason: 'the reason: why', comment, covers: '- a\n- b', named: rules},
  ])
  const others = directives(
    '<!-- poise-ignore-start a -->\n\nb\n\n<!--poise-ignore-end-->\n\n<!--\npoise-ignore-file: x\n-->',
  )
  assert.deepEqual(
    others.map(({kind, rules: named, reason}) => [kind, named, reason]),
    [
      ['start', ['a'], undefined],
      ['end', [], undefined],
      ['file', [], 'x'],
    ],
  )
})

test('knows what an ignore comment covers', () => {
  const covers = (text: string) => directives(text).map(directive => directive.covers)
  assert.deepEqual(covers('<!-- poise-ignore a -->\n<!-- poise-ignore b -->\n\n:::note\nc\n:::'), ['c', 'c'])
  assert.deepEqual(covers('- a\n  <!-- poise-ignore -->\n- b'), ['- b'])
  assert.deepEqual(covers('> <!-- poise-ignore -->\n> a\n\nb'), ['a'])
  assert.deepEqual(covers('> a\n>\n> <!-- poise-ignore -->\n\nb'), ['b'])
  assert.deepEqual(covers('a <!-- poise-ignore --> b\nc\n\nd'), [' b\nc'])
  assert.deepEqual(covers('a <!-- poise-ignore -->\n\nb'), ['b'])
  assert.deepEqual(covers('a\n\n<!-- poise-ignore -->\n'), [undefined])
  assert.deepEqual(covers('<div>\n<!-- poise-ignore -->\n</div>\n\na'), ['a'])
  assert.deepEqual(covers('---\n# poise-ignore a: b\n---\nc'), ['c'])
  assert.deepEqual(
    directives('---\ntitle: x\n# poise-ignore-file: y\n---\n').map(({kind, reason}) => [kind, reason]),
    [['file', 'y']],
  )
})

test('reports an ignore comment that it does not know', () => {
  const text = 'a <!-- poise-ignore-line x -->'
  const {problems, directives: found} = article(text)
  assert.deepEqual(
    [problems.map(({code, span}) => [code, text.slice(span.start, span.end)]), found],
    [[['unknown-directive', 'poise-ignore-line']], []],
  )
  assert.match(
    problems[0]?.message ?? '',
    /“poise-ignore”, “poise-ignore-start”, “poise-ignore-end”, “poise-ignore-file”/,
  )
})

/** The file after the first place of the prose that shows `found` has become `text`; undefined where there is no exact edit. */
function replace(source: string, found: string, text: string, kind: DocumentKind = 'article'): string | undefined {
  const block = readMarkdown(source, kind).blocks.find(({prose}) => prose.includes(found))
  assert.ok(block, `${found} is prose`)
  const span = {start: block.prose.indexOf(found), end: block.prose.indexOf(found) + found.length}
  const editable = block.map.toEditable(span)
  const written = block.map.encode(text, span)
  if (editable === undefined || written === undefined) return undefined
  return source.slice(0, editable.start) + written + source.slice(editable.end)
}

test('edits plain text, escapes and soft breaks', () => {
  assert.equal(replace('# a b c', 'b', 'x*y*'), '# a x\\*y\\* c')
  assert.equal(replace('> a b\r\n> c d', 'b c', 'x'), '> a x d')
  assert.equal(replace('a \\* &amp; b', '* &', '<i> &lt;'), 'a \\<i> &amp;lt; b')
  assert.equal(replace('| a | b |\n|---|---|', 'b', 'x|y'), '| a | x\\|y |\n|---|---|')
  assert.equal(replace('**a** b', 'a', 'c'), '**c** b')
  assert.equal(replace('- a b', 'a', '1. x'), '- 1\\. x b')
  assert.equal(replace('- a b', 'b', '1. x'), '- a 1. x')
  assert.equal(
    replace('a b', 'b', "it's (so) - ⟦what to say⟧ isn’t snake_case!"),
    "a it's (so) - ⟦what to say⟧ isn’t snake_case!",
  )
})

test('offers no edit that would touch markup', () => {
  assert.equal(replace('a **b** c', 'a b', 'x'), undefined)
  assert.equal(replace('[a](b) c', 'a c', 'x'), undefined)
  assert.equal(replace('a <b>b</b> c', 'b c', 'x'), undefined)
  assert.equal(replace('a `b` c', 'a \ufffc', 'x'), undefined)
  assert.equal(replace('a  \nb', 'a\nb', 'x'), undefined)
  assert.equal(replace('**a** b', 'a', ''), undefined)
  assert.equal(replace('**a**b', 'a', 'c.'), undefined)
  assert.equal(replace('[a]\n\n[a]: b', 'a', 'c'), undefined)
  assert.equal(replace('a b', 'b', 'see https://x.yz'), undefined)
  assert.equal(replace('a b', 'b', '{{name}}'), undefined)
})

test('breaks paragraphs with the prefix of the place', () => {
  assert.equal(replace('> - a b', 'b', 'x\n\ny'), '> - a x\n>\n>   y')
  assert.equal(replace('1. a\r\n2. b', 'b', 'x\n\n- y'), '1. a\r\n2. x\r\n\r\n   \\- y')
  assert.equal(replace('# a', 'a', 'x\n\ny'), undefined)
  assert.equal(replace('| a |\n|---|', 'a', 'x\n\ny'), undefined)
  assert.deepEqual(lines(replace('- [x] a b', 'b', 'x\n\ny') ?? ''), ['item1 a x', 'item1 y'])
})

/** The file with `text` inserted at `offset` of its first block's prose. */
function insert(source: string, offset: number, text: string): string | undefined {
  const [block] = article(source).blocks
  assert.ok(block)
  const span = {start: offset < 0 ? block.prose.length : offset, end: offset < 0 ? block.prose.length : offset}
  const editable = block.map.toEditable(span)
  const written = block.map.encode(text, span)
  return editable && written && source.slice(0, editable.start) + written + source.slice(editable.end)
}

test('inserts at the edges of plain text, inside the markup of its block', () => {
  assert.equal(insert('1. a', 0, 'x '), '1. x a')
  assert.equal(insert('> a\n', -1, ' x'), '> a x\n')
  assert.equal(insert('## a ##', -1, ' x'), '## a x ##')
  assert.equal(insert('a **b** c', 3, ' x'), 'a **b** x c')
  assert.equal(insert('a **b**', -1, ' x'), undefined)
  assert.equal(insert('`a` b', 0, 'x'), undefined)
  assert.equal(insert('see `a`', -1, '. x'), 'see `a`. x')
  assert.equal(insert('see https://x.yz', -1, ' x'), 'see https://x.yz x')
  assert.equal(insert('see https://x.yz', -1, 'x'), undefined)
})

test('an edit of an open file keeps the blocks that it does not touch', () => {
  const text = Array.from({length: 300}, (_, index) => `Paragraph **${index}** with [a link][x] and words.`).join(
    '\n\n',
  )
  const before = openMarkdown(`${text}\n\n[x]: y`, 'article')
  const at = text.indexOf('**200**')
  const next = `${text.slice(0, at)}new ${text.slice(at)}\n\n[x]: y`
  const after = before.edit([{from: at, to: at, insert: 4}], sourceText(next))
  assert.equal(after.reading.blocks[100], before.reading.blocks[100])
  assert.equal(after.reading.blocks[200]?.prose, 'Paragraph new 200 with a link and words.')
  const undefinedLink = after.edit([{from: next.length - 6, to: next.length, insert: 0}], sourceText(next.slice(0, -6)))
  assert.equal(undefinedLink.reading.blocks[5]?.prose, 'Paragraph 5 with [a link][x] and words.')
})

const hostile = [
  '* ',
  '> ',
  '*a_ ',
  'a <![CDATA[',
  '[a](',
  '[a]: b\n\n[a] ',
  'http://a.b/)))',
  '<!-- ',
  'a | b\n',
  '{{',
  '[x]: "\n',
  '![',
]

test('a hostile file costs no more than a few whole ones', () => {
  for (const part of hostile)
    for (const text of [part.repeat(160_000 / part.length), `${part.repeat(1900 / part.length)}\n\n`.repeat(84)]) {
      const start = process.cpuUsage()
      macro(text)
      const {user, system} = process.cpuUsage(start)
      assert.ok((user + system) / 1000 < 3000, `${JSON.stringify(part)} took ${(user + system) / 1000} ms`)
    }
  assert.deepEqual(
    article('> '.repeat(1000)).problems.map(problem => problem.code),
    ['too-complex'],
  )
  assert.deepEqual(
    article(`${'*a_ '.repeat(5000)}\n\nb`).problems.map(problem => problem.code),
    ['too-complex'],
  )
  assert.deepEqual(proses(article(`${'*a_ '.repeat(5000)}\n\nb`)), ['b'])
})
