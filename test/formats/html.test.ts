import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {DocumentKind} from '../../rules/kit/types.ts'
import type {Block, Reading} from '../../server/formats/format.ts'
import {readHtml} from '../../server/formats/html/html.ts'

const line = ({kind, depth, ordered, quoted, prose}: Block) =>
  `${kind}${depth}${ordered ? 'n' : ''}${quoted ? 'q' : ''} ${prose.replaceAll('\ufffc', '○')}`
const marks = (reading: Reading) =>
  reading.blocks.flatMap(block =>
    block.marks.map(mark => `${mark.kind} ${mark.text ?? block.prose.slice(mark.start, mark.end)}`),
  )

const cases: readonly (readonly [name: string, text: string, expected: readonly string[], kind?: DocumentKind])[] = [
  [
    'paragraphs',
    'a<p>b</p>c<div>d<div>e</div>f</div>',
    ['a', 'b', 'c', 'd', 'e', 'f'].map(each => `paragraph0 ${each}`),
  ],
  ['unclosed paragraphs', '<p>a<p>b<p>c', ['paragraph0 a', 'paragraph0 b', 'paragraph0 c']],
  ['line breaks', 'a<br>b <br/>\n c', ['paragraph0 a\nb\nc']],
  [
    'line breaks that end a paragraph',
    'a<br><br>b<br /> <br />\n<BR>c<br>&nbsp;<br>d<br>',
    ['paragraph0 a', 'paragraph0 b', 'paragraph0 c', 'paragraph0 d'],
  ],
  ['white space', ' a \n\t b&#32; c<b> d </b> e ', ['paragraph0 a b c d e']],
  ['lists', '<ul><li>a<li>b<ol><li>c</li></ol>d</ul>', ['item1 a', 'item1 b', 'item2n c', 'item1 d']],
  ['paragraphs of items', '<ol><li><p>a</p><p>b</p></li></ol>', ['item1n a', 'item1n b']],
  ['headings', '<h1>a</h1><h3>b <i>c</i></h3>', ['heading1 a', 'heading3 b c']],
  ['quotes', '<blockquote>a<p>b</blockquote>c', ['paragraph0q a', 'paragraph0q b', 'paragraph0 c']],
  ['cells', '<table><tr><th>a<td>b<td><p>c</p></table>', ['cell0 a', 'cell0 b', 'paragraph0 c']],
  ['tables for layout', '<td>Hi,<br><br>we<br>write</td>', ['paragraph0 Hi,', 'paragraph0 we\nwrite']],
  ['code', 'a <code>b <i>c</i></code> d <kbd>e</kbd><pre>f</pre>', ['paragraph0 a ○ d ○']],
  ['code that never ends', 'a <code>b c', ['paragraph0 a b c']],
  ['what is not shown', '<style>a</style><script>"<p>"</script><template>b</template><!-- c -->d', ['paragraph0 d']],
  ['images', 'a <img alt="b"> c', ['paragraph0 a ○ c']],
  ['entities', '&amp; &#8217; &#x1F600; a&nbsp;b &bogus; R&D', ['paragraph0 & ’ 😀 a\u00a0b &bogus; R&D']],
  ['bare brackets', 'a < b > c <3', ['paragraph0 a < b > c <3']],
  ['addresses', 'See https://a.example/?b=1&amp;c=2. Write to d@e.example!', ['paragraph0 See ○. Write to ○!']],
  ['a hidden preheader', '<div style="display:none">a</div><div>b</div>', ['paragraph0 a', 'paragraph0 b']],
  ['fill signs of a preheader', '<div>&zwnj;&nbsp;&zwnj;</div><p>a</p>', ['paragraph0 a']],
  ['comments for one mail program', 'a<!--[if mso]><p>b</p><![endif]--> c', ['paragraph0 a c']],
  [
    'placeholders',
    `Hi {{a}}, %{b} $${'{c}'} [D] <E_F> <NAME OF X> &lt;G_H&gt; <STRONG>i</STRONG>`,
    ['paragraph0 Hi ○, ○ ○ ○ ○ ○ ○ i'],
  ],
  ['placeholders that hold tags', 'a {{ "<b>" }} {% assign b = "x > y" %} c', ['paragraph0 a ○ ○ c']],
  ['placeholders in attributes', `<a href="{{ "a" }}" title='{{ 'b>' }}'>c</a> d`, ['paragraph0 c d']],
  [
    'FreeMarker',
    `<#-- a --><#if b gt 1>\n<p>Hi $${'{c!"d"}'}</p>\n<#else>\n<p>e</p></#if>`,
    ['paragraph0 Hi ○', 'paragraph0 e'],
  ],
  ['tags that steer within a line', 'a {% if b %}c{% endif %} d', ['paragraph0 a ○c○ d']],
  ['tags of other languages', 'a <%= b > c %> d <?= $e ?> f <?php g() ?>', ['paragraph0 a ○ d ○ f ○']],
  ['unknown elements', 'a <name> b <x-y>c</x-y> <foo>d</foo>', ['paragraph0 a ○ b c d']],
  ['capitals', '<TABLE><TR><TD>a</TABLE><BR><P CLASS=b>c', ['cell0 a', 'paragraph0 c']],
  ['broken tags', 'a </ b> c </> d <p e', ['paragraph0 a c d']],
]

for (const [name, text, expected, kind = 'macro'] of cases) {
  test(`reads ${name}`, () => assert.deepEqual(readHtml(text, kind).blocks.map(line), expected))
}

test('keeps marks over line breaks and paragraphs', () => {
  const reading = readHtml('a <b>b <i>c</i><br><br>d</b> <a href="#">e</a> <a name="f">g</a>', 'macro')
  assert.deepEqual(marks(reading), ['strong b c', 'emphasis c', 'strong d', 'link e'])
})

test('takes the title, or the only heading of the first level', () => {
  const titleOf = (text: string) => readHtml(text, 'macro').title
  assert.equal(titleOf('<title>Your {{x}} order &amp;\n more</title><h1>a</h1>'), 'Your order & more')
  assert.equal(titleOf('<h1>Refunds <b>now</b></h1><p>a'), 'Refunds now')
  assert.equal(titleOf('<h1>a</h1><h1>b</h1>'), undefined)
})

test('a comment covers the element that follows it, or the rest of its paragraph', () => {
  const covered = (text: string) =>
    readHtml(text, 'macro').directives.map(({covers}) => covers && text.slice(covers.start, covers.end))
  const comment = '<!-- poise-ignore some-rule -->'
  assert.deepEqual(covered(`${comment}\n<ul><li>a<ul><li>b</ul></ul><p>c`), ['<ul><li>a<ul><li>b</ul></ul>'])
  assert.deepEqual(covered(`${comment}<p>a<p>b`), ['<p>a'])
  assert.deepEqual(covered(`<ul>${comment}<li>a<ul><li>b</ul><li>c</ul>`), ['<li>a<ul><li>b</ul>'])
  assert.deepEqual(covered(`<p>a ${comment}b c</p><p>d</p>`), ['b c'])
  assert.deepEqual(covered(`<p>a ${comment}</p><p>d</p>`), ['<p>d</p>'])
  assert.deepEqual(covered(`${comment} a<br><br>b`), ['a'])
  assert.deepEqual(covered(`<p>a</p>${comment}`), [undefined])
  const {directives, problems} = readHtml('<!-- poise-ignore-file a, b: why --><!-- poise-ignored -->', 'macro')
  assert.deepEqual([directives[0]?.kind, directives[0]?.rules, directives[0]?.reason], ['file', ['a', 'b'], 'why'])
  assert.equal(problems[0]?.code, 'unknown-directive')
})

/** The text after `found` in its first block has been replaced, or undefined where no edit is offered. */
function edit(text: string, found: string, replacement: string): string | undefined {
  const block = readHtml(text, 'macro').blocks.find(({prose}) => prose.includes(found))
  assert.ok(block, found)
  const start = block.prose.indexOf(found)
  const span = {start, end: start + found.length}
  const editable = block.map.toEditable(span)
  const written = block.map.encode(replacement, span)
  if (editable === undefined || written === undefined) return undefined
  return text.slice(0, editable.start) + written + text.slice(editable.end)
}

test('writes what HTML shows as the text says', () => {
  assert.equal(edit('<p>a b c</p>', 'b', 'x < y & <z> AT&T &amp;'), '<p>a x < y & &lt;z> AT&T &amp;amp; c</p>')
  assert.equal(edit('a &amp; b', 'a & b', 'c'), 'c')
  assert.equal(edit('a\n  b', 'a b', 'c d'), 'c d')
  assert.equal(edit('a b c', 'b', 'your {{name}}'), undefined)
  assert.equal(edit('a {{name}} b', 'b', 'c'), 'a {{name}} c')
})

test('never edits across a tag or placeholder', () => {
  for (const text of ['a <b>b</b>', 'a <!-- x -->b', 'a {{x}} b', 'a<br>b', 'a <code>x</code> b']) {
    const prose = readHtml(text, 'macro').blocks[0]?.prose ?? ''
    assert.equal(edit(text, prose, 'c'), undefined, text)
  }
  assert.equal(edit('a <b> b</b>', 'a ', 'c'), undefined)
})

test('breaks lines and paragraphs as the file does', () => {
  assert.equal(edit('a<br />b c', 'c', 'd\ne'), 'a<br />b d<br />e')
  assert.equal(edit('a<br><br>b', 'b', 'c\n\nd'), 'a<br><br>c<br><br>d')
  assert.equal(
    edit('<p class="x">a</p><p class="x">b</p>', 'b', 'c\n\nd'),
    '<p class="x">a</p><p class="x">c</p><p class="x">d</p>',
  )
  assert.equal(edit('<p>a <b>b</b></p>', 'a', 'c\n\nd'), undefined)
  assert.equal(edit('<p style="{{x}}">a</p>', 'a', 'c\n\nd'), undefined)
  assert.equal(edit('<h2>a</h2>', 'a', 'c\nd'), undefined)
})

test('lets no word run into another, and no blank vanish', () => {
  assert.equal(edit('<p>a b</p>', 'a', ' a'), undefined)
  assert.equal(edit('<p>a b</p>', 'b', 'b '), undefined)
  assert.equal(edit('<p>see https://x.example now</p>', ' now', 'c'), undefined)
  assert.equal(edit('<p>a</p>', 'a', ''), undefined)
})

test('reads hostile files in reasonable time', () => {
  const many = 100_000
  const started = process.cpuUsage()
  for (const text of [
    '<div>'.repeat(many),
    '<b>'.repeat(many),
    '<li>x'.repeat(many / 4),
    '<code>x'.repeat(many),
    '<!-- poise-ignore --><div>'.repeat(many / 10),
    '<foo>'.repeat(many),
    'a <b> '.repeat(many),
    '<!--'.repeat(many),
    '<a href="'.repeat(many),
    '<#if ('.repeat(many),
    '{{'.repeat(many),
  ])
    readHtml(text, 'macro')
  const {user} = process.cpuUsage(started)
  assert.ok(user < 10_000_000, `${user / 1000} ms`)
})
