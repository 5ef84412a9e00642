// Reads hostile files and says of each what became of it; a test runs it in a process of its own.
import assert from 'node:assert/strict'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'

const plan = makePlan('macro')
const deep = 100_000
const reply = 'Simply open your settings, and thanks for your patience.'
const json = JSON.stringify

const laughs = [
  'a0: &a0 [lol, lol]',
  ...Array.from({length: 9}, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
]
const entities = [
  '<!ENTITY e0 "lol">',
  ...Array.from({length: 9}, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`),
]
const quicktext = (body: string, dtd = '') =>
  `<?xml version="1.0"?>\n${dtd}<quicktext><menu><texts><text type="0"><name>A</name><body>${body}</body></text></texts></menu></quicktext>`

const macro = (field: string, value: string): string => json({macros: [{title: 'A', actions: [{field, value}]}]})

/** The file, and how many replies are found in it: with none, it is enough that it is read. */
const files: readonly (readonly [name: string, path: string, text: string, replies: number])[] = [
  ['lists of JSON', 'macros.json', `[{"name": "A", "comment": ${json(reply)}}, ${'['.repeat(deep)}`, 1],
  [
    'closed lists of JSON',
    'macros.json',
    `[{"name": "A", "comment": ${json(reply)}}, ${'['.repeat(deep)}${']'.repeat(deep)}]`,
    1,
  ],
  ['objects of JSON', 'macros.json', '{"macros":'.repeat(deep), 0],
  ['many keys of JSON', 'macros.json', `{${Array.from({length: 200_000}, (_, at) => `"k${at}":${at}`).join()}}`, 0],
  ['tags in JSON', 'macros.json', macro('comment_value_html', '<div>'.repeat(deep) + reply), 1],
  ['quotes in JSON', 'macros.json', macro('comment_value', `**a**\n\n${'> '.repeat(deep)}${reply}`), 1],
  ['placeholders in JSON', 'macros.json', macro('comment_value', `${reply} ${'{{'.repeat(deep)}`), 1],
  ['backslashes in JSON', 'macros.json', macro('comment_value', reply + '\\"'.repeat(deep)), 1],
  ['lists of YAML', 'macros.yaml', `- name: A\n  comment: ${reply}\n- ${'['.repeat(deep)}`, 0],
  ['maps of YAML', 'macros.yaml', '{a: '.repeat(deep), 0],
  ['dashes of YAML', 'macros.yaml', `- name: A\n  comment: ${reply}\n${'- '.repeat(deep)}`, 0],
  ['question marks of YAML', 'macros.yaml', '? '.repeat(deep), 0],
  ['colons of YAML', 'macros.yaml', `a${': a'.repeat(deep)}`, 0],
  [
    'anchors of YAML',
    'macros.yaml',
    `- name: A\n  comment: ${reply}\n  x: [${Array.from({length: 20_000}, (_, at) => `&a${at} b`).join(', ')}]\n`,
    1,
  ],
  [
    'an alias bomb',
    'macros.yaml',
    `${laughs.join('\n')}\nmacros:\n  - name: A\n    comment: ${reply}\n    <<: *a9\n    f: !!js/function "function () { process.exit(9) }"\n`,
    1,
  ],
  ['an alias of a body', 'macros.yaml', `- name: A\n  comment: &a ${reply}\n- name: B\n  comment: *a\n`, 1],
  ['elements of XML', 'quicktext.xml', quicktext('<a>'.repeat(deep)), 0],
  [
    'an entity bomb',
    'quicktext.xml',
    quicktext(`${reply} &e9;`, `<!DOCTYPE quicktext [\n${entities.join('\n')}\n]>\n`),
    1,
  ],
  [
    'an entity of a file',
    'quicktext.xml',
    quicktext(`${reply} &x;`, '<!DOCTYPE quicktext [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'),
    1,
  ],
  [
    'attributes of XML',
    'quicktext.xml',
    `<quicktext ${Array.from({length: deep}, (_, at) => `a${at}="b"`).join(' ')}/>`,
    0,
  ],
  ['sections of XML', 'quicktext.xml', quicktext(reply + '<![CDATA[]]>'.repeat(20_000)), 1],
  ['quotes of CSV', 'replies.csv', `title,body\nA,"${reply}${'"'.repeat(deep)}`, 0],
  ['fields of CSV', 'replies.csv', `title,body${','.repeat(deep)}\nA,"${reply}"\n`, 1],
  ['rows of CSV', 'replies.csv', `title,body\n${'"'.repeat(3)}\n`.repeat(20_000), 0],
  ['elements of HTML', 'emails/a.html', `<p>Hi {{name}},</p>${'<div>'.repeat(deep)}${reply}`, 1],
  ['links of HTML', 'emails/a.html', `<p>Hi {{name}},</p>${'<a href="b">'.repeat(deep)}${reply}`, 1],
  ['template tags', 'emails/a.liquid', `<p>Hi {{name}},</p>${'{% if a %}'.repeat(deep / 10)}${reply}`, 1],
  ['quotes of Markdown', 'a.macro.md', `${'> '.repeat(deep)}${reply}`, 0],
  ['headings of Markdown', 'macros.md', `# Saved replies\n\n${`## A\n\n${reply}\n\n`.repeat(2000)}`, 1],
]

for (const [name, path, text, replies] of files) {
  const started = performance.now()
  const before = process.memoryUsage().rss
  const file = openFile(text, {path, kind: 'macro', named: true})
  const report = file && checkFile(file, plan, makeMemory())
  const found = file?.parts.length ?? 0
  assert.ok(found >= replies, `${name}: ${found} replies`)
  assert.ok((report?.ownProblems.length ?? 0) <= 2, `${name}: ${json(report?.ownProblems)}`)
  const prose = file?.parts.flatMap(part => part.read().blocks.map(block => block.prose)).join(' ') ?? ''
  assert.ok(prose.length <= text.length && !/lollol|root:/.test(prose), `${name} was expanded`)
  const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
  console.log(
    `ok ${name}: ${found} replies, ${Math.round(performance.now() - started)} ms, ${grown} MB, ${report?.ownProblems.map(each => each.code).join() ?? ''}`,
  )
}
console.log('done')
