import assert from 'node:assert/strict'
import {test} from 'node:test'
import {
  type MacroHead,
  readMacroFile,
  refreshMacroFile,
  textFor,
  withFingerprint,
  writeMacroFile,
} from '../../server/formats/exports/macro-file.ts'
import {replaceBodies} from '../../server/formats/exports/replace-bodies.ts'
import {replyTextsOf} from '../../server/formats/exports/reply-texts.ts'
import {openFile} from '../../server/formats/files/file.ts'
import {macroName} from '../../server/workspace/macro-name.ts'

const origin = {file: '../a.json', index: 3, id: '12', title: 'Late: parcel', fingerprint: '0123456789012345'}
const head: MacroHead = {title: 'Late: parcel', id: '12', tags: ['a', '2'], inactive: true, as: 'html', origin}

test('a macro file gives back its text and origin, whatever the text is', () => {
  const texts = [
    'One.',
    '---\ntitle: x\n---\nOne.',
    'One.\r\n\r\n---\r\n',
    'One.\rTwo.',
    '\n\n  One.  ',
    '...\n',
    '\ufeffOne 😀',
    'One.\r\n\rTwo.\n',
  ]
  for (const text of texts) {
    const file = readMacroFile(writeMacroFile(head, text) ?? '')
    assert.equal(file.body, text.replace(/[\r\n]+$/, ''))
    assert.deepEqual([file.title, file.origin], [head.title, origin])
    assert.equal(textFor(file, text), text)
  }
  const odd = {...head, title: '--- # x: "y" \'z\'', origin: {...origin, title: 'a\n---\nb', id: 'true'}}
  const read = readMacroFile(writeMacroFile(odd, 'One.') ?? '')
  assert.deepEqual([read.title, read.origin], [odd.title, odd.origin])
})

test('what no text file can hold is not written', () => {
  assert.equal(writeMacroFile(head, 'half \ud83d'), undefined)
  assert.equal(writeMacroFile(head, 'nul \0'), undefined)
})

test('line breaks that git or an editor changed throughout are changed back', () => {
  const windows = (writeMacroFile(head, 'One.\nTwo.') ?? '').replaceAll('\n', '\r\n')
  assert.equal(textFor(readMacroFile(windows), 'One.\n'), 'One.\nTwo.\n')
  const single = (writeMacroFile(head, 'One.') ?? '').replaceAll('\n', '\r\n')
  assert.equal(textFor(readMacroFile(`${single}\r\nTwo.\r\n`), 'One.'), 'One.\n\nTwo.')
})

test('a refresh keeps what the writer added, and a fingerprint changes alone', () => {
  const before = (writeMacroFile(head, 'One.') ?? '').replace('tags:', 'purpose: limitation # ours\ntags:')
  const after = refreshMacroFile(before, {...head, title: 'New', origin: {...origin, title: 'New'}}, 'Two.') ?? ''
  assert.match(after, /^---\ntitle: New\n[\s\S]*purpose: limitation # ours\n[\s\S]*---\nTwo\.\n$/)
  const own = before.replace('title: "Late: parcel"', 'title: Mine')
  assert.match(refreshMacroFile(own, head, 'Two.') ?? '', /^---\ntitle: Mine\n/)
  assert.equal(withFingerprint(before, 'abc'), before.replace('"0123456789012345"', 'abc'))
  assert.equal(withFingerprint('One.', 'abc'), undefined)
})

test('a file whose front matter says how its text is written is read as that, in its place', () => {
  const nature = {path: '/a.macro.md', kind: 'macro', named: false} as const
  const html = '---\ntitle: T\nas: html\n---\n<p>Hi &amp; <b>hello</b>,</p>\n<p>We will look at it for you today.</p>\n'
  const reading = openFile(html, nature)?.parts[0]?.read()
  assert.deepEqual(
    reading?.blocks.map(({prose}) => prose),
    ['Hi & hello,', 'We will look at it for you today.'],
  )
  assert.equal(reading?.title, 'T')
  const [first, second] = reading?.blocks ?? []
  const slice = (span = {start: 0, end: 0}) => html.slice(span.start, span.end)
  assert.equal(slice(first?.map.toSource({start: 3, end: 4})), '&amp;')
  assert.equal(slice(second?.map.toEditable({start: 3, end: 7})), 'will')
  assert.equal(second?.map.encode('a <b', {start: 3, end: 7}), 'a &lt;b')

  const text = '---\nas: text\n---\n# Hi, this is all for you\n'
  assert.equal(openFile(text, nature)?.parts[0]?.read().blocks[0]?.kind, 'paragraph')
  const page = '---\nas: markdown\n---\n## One\n\nHi, you can read this.\n\n## Two\n\nHi, you can read that.\n'
  assert.equal(openFile(page, nature)?.parts.length, 1)

  const comment = '---\nas: html\n# poise-ignore some-rule\n---\n<p>Hi, this is all for you.</p>\n'
  const [directive] = openFile(comment, nature)?.parts[0]?.read().directives ?? []
  assert.equal(slice(directive?.covers).length, 'Hi, this is all for you.'.length)
})

test('a text is restyled where its own style can’t hold it, and the rest of the file is as it was', () => {
  const long = 'Thank you for writing to us. We will look at your order today.'
  const yaml = (comment: string) => `- name: A\n  comment: ${comment}\n- name: B # kept\n  comment: ${long}\n`
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['/a.yaml', yaml(long), `${long}\n\nBye: now`, yaml(`"${long}\\n\\nBye: now"`)],
    ['/a.yaml', yaml(`|\n    ${long}`), long, yaml(`|-\n    ${long}`)],
    ['/a.csv', `title,body\nA,${long}\nB,${long}\n`, `${long} "a", b`, `title,body\nA,"${long} ""a"", b"\nB,${long}\n`],
  ]
  for (const [path, before, text, after] of cases)
    assert.deepEqual(replaceBodies(before, {path, kind: 'macro', named: true}, [{index: 0, text}]), {
      text: after,
      refused: [],
    })
})

test('an edit that would change more than its reply is refused, and the others are written', () => {
  const nature = {path: '/saved-replies.md', kind: 'macro', named: true} as const
  const body = 'Hi, thank you for writing to us. We will look at your order today.'
  const page = `# Saved replies\n\n## One\n\n${body}\n\n## Two\n\n${body}\n`
  const texts = replyTextsOf(page, nature)?.replies.map(({text}) => text)
  assert.equal(texts?.length, 2)
  const edits = [
    {index: 0, text: `${texts?.[0]}\n\n## Three\n\n${body}`},
    {index: 1, text: `${texts?.[1]}\nBye.`},
  ]
  assert.deepEqual(replaceBodies(page, nature, edits), {text: `${page}Bye.\n`, refused: [0]})
})

test('names are safe on every system, short, and each its own', () => {
  const taken = new Set(['refund-late.macro.md'])
  assert.equal(macroName('Refund:: Late?', taken), 'refund-late-2.macro.md')
  assert.equal(macroName('Größe & Café/İ', new Set()), 'grosse-cafe-i.macro.md')
  assert.equal(macroName('Привет 你好', new Set()), 'привет-你好.macro.md')
  assert.equal(macroName('CON', new Set()), 'reply-con.macro.md')
  assert.equal(macroName('../..', new Set()), 'reply.macro.md')
  assert.ok(macroName('word '.repeat(60), new Set()).length <= 80)
  assert.ok(macroName('x'.repeat(400), new Set(['x'])).length <= 80)
})
