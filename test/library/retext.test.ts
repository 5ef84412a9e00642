import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {PassThrough} from 'node:stream'
import {test} from 'node:test'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import {unified} from 'unified'
import {engine} from 'unified-engine'
import {VFile} from 'vfile'
import {rules} from '../../rules/index.generated.ts'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import {check} from '../../server/library/check.ts'
import retextPoise, {type RetextPoiseOptions} from '../../server/library/retext.ts'

async function messagesOf(
  text: string,
  options: RetextPoiseOptions = {},
  name = 'page.md',
): Promise<VFile['messages']> {
  const language = unified().use(retextEnglish).use(retextPoise, options)
  // The types of remark-retext know no pipeline behind the parser.
  const processor = unified()
    .use(remarkParse)
    .use(remarkRetext, language as never)
  const file = new VFile({path: name, value: text})
  await processor.run(processor.parse(file), file)
  return file.messages
}

const wordsOf = (messages: VFile['messages']) => messages.map(({ruleId, actual}) => `${ruleId}: ${actual}`)

test('a message has its place behind an emoji, the reason, the page and what to write', async () => {
  const [message, ...others] = await messagesOf('Intro.\n\n🙂 **Note:** you should be able to see it.\n')
  assert.deepEqual(others, [])
  assert.equal(message?.source, 'poise')
  assert.equal(message?.ruleId, 'outcome-should')
  assert.deepEqual(message?.place, {
    start: {line: 3, column: 14, offset: 21},
    end: {line: 3, column: 39, offset: 46},
  })
  assert.equal(message?.actual, 'you should be able to see')
  assert.deepEqual(message?.expected, ['you can see'])
  assert.match(message?.note ?? '', /doubts the steps/)
  assert.match(message?.url ?? '', /\/docs\/rules\/outcome-should\.md$/)
})

test('character references, escapes, breaks, quotes, code and placeholders keep their places', async () => {
  const texts = [
    'Tom &amp; Ann: just click `just` &mdash; it is \\*just\\* a click.\n',
    '> Tom &amp; Ann are in.\n> Just click Save.\n',
    '- One more: \r\n  just click Save.\r\n',
    'Done  \nand *then* just click {{just.name}}\\\nor just press & wait&#33;\n',
    'AT&T says to just click Save.\n',
  ]
  for (const text of texts) {
    assert.ok((await compare(text, 'macro')) > 0, text)
  }
})

/** Asserts that the plugin finds what check finds, where it finds it, with the same best rewrite; gives how much that is. */
async function compare(text: string, kind: DocumentKind): Promise<number> {
  const wanted = check(text, {kind}).findings.filter(({level}) => level !== 'document')
  const messages = await messagesOf(text, {kind})
  assert.deepEqual(
    messages.map(({ruleId}) => ruleId),
    wanted.map(({rule}) => rule),
    text,
  )
  for (const [index, {place, actual, expected}] of messages.entries()) {
    assert.ok(place && 'start' in place)
    const [from, to] = [place.start.offset ?? -1, place.end.offset ?? -1]
    const {start, end, suggestions} = wanted[index] ?? assert.fail()
    assert.equal(text.slice(from, to), actual)
    assert.ok(from <= start.offset && end.offset <= to, text)
    const [best] = suggestions
    if (best === undefined) continue
    const edits = best.edits.map(edit => ({span: {start: edit.start.offset, end: edit.end.offset}, text: edit.text}))
    assert.equal(text.slice(0, from) + expected?.[0] + text.slice(to), applyEdits(text, edits))
  }
  return messages.length
}

test('headings are read as headings, of all three forms', async () => {
  const text = '# Just click Save\n\nJust click Save\n===\n\n- Just click Save.\n'
  assert.deepEqual(
    (await messagesOf(text)).map(({line}) => line),
    [6],
  )
  assert.deepEqual(wordsOf(await messagesOf('Just click Save.\n')), ['minimiser: Just click'])
})

test('ignore comments hold, and say where they end', async () => {
  const text =
    '<!-- poise-ignore minimiser -->\nJust click Save.\n\nJust click Save.\n\n<!-- poise-ignore-start -->\n\nJust click.\n\n<!-- poise-ignore-end -->\n'
  const messages = await messagesOf(text.replace('-->\nJust', '-->\n\nJust'))
  assert.deepEqual(
    messages.map(({line}) => line),
    [5],
  )
})

test('a file named as a macro is one, rules can be set, hints are informational', async () => {
  const reply = 'We’ll try to fix it.\n'
  assert.deepEqual(wordsOf(await messagesOf(reply)), [])
  assert.deepEqual(wordsOf(await messagesOf(reply, {}, 'a.macro.md')), ['try-commitment: We’ll try to'])
  const [hint] = await messagesOf(reply, {kind: 'macro', rules: {'try-commitment': 'hint'}})
  assert.equal(hint?.fatal, undefined)
  assert.equal((await messagesOf(reply, {kind: 'macro'}))[0]?.fatal, false)
  assert.throws(() => retextPoise({rules: {nonsense: 'off'}}), /no rule “nonsense”/)
})

test('a text in another language is left alone, and so is a tree without places', async () => {
  const german = 'Bitte warten Sie, bis die Rechnung da ist. Das ist just so, und wir melden uns bei Ihnen.\n'
  assert.deepEqual(await messagesOf(german.repeat(5)), [])
  const file = new VFile('Just click Save.')
  const word = {type: 'WordNode' as const, children: [{type: 'TextNode' as const, value: 'Just'}]}
  const sentence = {type: 'SentenceNode' as const, children: [word]}
  retextPoise()({type: 'RootNode', children: [{type: 'ParagraphNode', children: [sentence]}]}, file)
  assert.deepEqual(file.messages, [])
})

test('every example in plain words is found as check finds it', async () => {
  let compared = 0
  for (const rule of rules) {
    if (rule.level === 'document') continue
    for (const example of rule.examples) {
      if (!('bad' in example)) continue
      const text = example.bad.replace(/[«»]/g, '')
      // What the tree does not tell: emphasis, tables, front matter, quotes, links and lists.
      if (/[*_|>[\]`\n#-]/.test(text)) continue
      const kind: DocumentKind = example.kind ?? rule.scope[0] ?? 'article'
      await compare(text, kind)
      compared++
    }
  }
  assert.ok(compared > 200, String(compared))
})

test('unified-engine reports the messages of files and fails on them when it is told to', async t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-engine-'))
  t.after(() => rmSync(folder, {recursive: true, force: true}))
  writeFileSync(path.join(folder, 'a.txt'), 'You should be able to see it now.\n')
  writeFileSync(path.join(folder, 'b.txt'), 'You can see it now.\n')
  const streamError = new PassThrough()
  const chunks: string[] = []
  streamError.on('data', chunk => chunks.push(String(chunk)))
  const code = await new Promise<number>((resolve, reject) => {
    engine(
      {
        processor: unified().use(retextEnglish).use(retextPoise),
        cwd: folder,
        files: ['.'],
        extensions: ['txt'],
        frail: true,
        color: false,
        output: false,
        out: false,
        streamError,
      },
      (error, exit) => (error ? reject(error) : resolve(exit ?? -1)),
    )
  })
  assert.equal(code, 1)
  assert.match(chunks.join(''), /a\.txt\n1:1-1:26 warning .*outcome-should +poise/)
  assert.match(chunks.join(''), /b\.txt: no issues found/)
})
