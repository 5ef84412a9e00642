import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'
import {nodeFileSystem} from '../../server/node/file-system.ts'
import {defaultMaxFileSize} from '../../server/workspace/config-keys.ts'
import {readDocument} from '../../server/workspace/read-document.ts'

const plan = makePlan('macro')
const memory = makeMemory()

const open = (path: string, text: string) => openFile(text, {path, kind: 'macro', named: true})

const texts = [
  ['Ask for the log', 'Hi {{name}},\n\nThanks for the "Quota reached" screenshot. Simply send me the log.'],
  ['Two accounts', "Hi {{name}},\n\nYou have two accounts – one is empty. Unfortunately, I can't merge them."],
  ['Refund is out', 'Hello {{name}},\n\nYour refund left on Monday & should arrive shortly. 😀'],
] as const

/** A whole file of each format, with the same three replies. */
const samples: Readonly<Record<string, string>> = {
  'macros.json': JSON.stringify(
    {macros: texts.map(([title, value]) => ({title, active: true, actions: [{field: 'comment_value', value}]}))},
    undefined,
    2,
  ),
  'replies.json': JSON.stringify(texts.map(([name, comment]) => ({name, comment}))),
  'macros.yaml': texts
    .map(([name, comment]) => `- name: "${name}"\n  comment: |\n    ${comment.replace(/\n(?=.)/g, '\n    ')}\n`)
    .join(''),
  'flow.yaml': `[${texts.map(([name, comment]) => `{name: ${name}, comment: ${JSON.stringify(comment)}}`).join(',\n ')}]\n`,
  'quicktext.xml': `<?xml version="1.0"?>\n<quicktext version="2">\n<menu>\n<title>All</title>\n<texts>\n${texts
    .map(([title, body]) => `<text type="0"><name>${title}</name>\n<body><![CDATA[${body}]]></body></text>\n`)
    .join('')}</texts>\n</menu>\n</quicktext>\n`,
  'replies.csv': `title,body,tags\n${texts.map(([title, body]) => `${title},"${body.replaceAll('"', '""')}",chat\n`).join('')}`,
  'emails/order.html': `<!DOCTYPE html>\n<html><body>\n${texts.map(([, body]) => `<p>${body.replace('&', '&amp;').replace('\n\n', '</p>\n<p>')}</p>\n`).join('')}</body></html>\n`,
  'macros.md': `# Saved replies\n\n${texts.map(([title, body]) => `## ${title}\n\n${body}\n`).join('\n')}`,
  'one.macro.md': `---\ntitle: Ask\npurpose: ask\n---\n\n${texts[0][1]}\n`,
}

const syntaxProblems = (codes: readonly {readonly code: string}[]) => codes.filter(({code}) => code.endsWith('-syntax'))

for (const [path, whole] of Object.entries(samples)) {
  test(`${path}, cut off anywhere, is read up to there with at most one problem`, () => {
    const full = open(path, whole)
    assert.ok(full !== undefined)
    assert.equal(full.parts.length, path.endsWith('.html') || path.includes('one.') ? 1 : texts.length)
    assert.deepEqual(checkFile(full, plan, memory).ownProblems, [])
    for (let cut = 0; cut < whole.length; cut += 37) {
      const text = whole.slice(0, cut)
      const file = open(path, text)
      if (file === undefined) continue
      const report = checkFile(file, plan, memory)
      const where = `cut at ${cut}: ${JSON.stringify(text.slice(-80))}`
      assert.ok(syntaxProblems(report.problems).length <= 1, where)
      assert.ok(report.ownProblems.length <= 2, where)
      const complete: readonly string[] = full.parts.flatMap(({reply}) =>
        reply !== undefined && reply.span.end <= cut ? [reply.title] : [],
      )
      const found = file.parts.map(({reply}) => reply?.title)
      assert.deepEqual(found.slice(0, complete.length), complete, where)
      for (const {span} of [...report.findings, ...report.problems]) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, where)
      }
    }
  })
}

const broken: readonly (readonly [path: string, text: string, replies: number])[] = [
  ['macros.json', samples['macros.json']?.replace('"title": "Two', '"title" "Two') ?? '', 2],
  ['replies.json', `${samples['replies.json']} trailing`, 3],
  ['replies.json', samples['replies.json']?.replace('I can\'t merge them."', "I can't merge them.") ?? '', 1],
  ['macros.yaml', samples['macros.yaml']?.replace('- name: "Two', '\t- name: "Two') ?? '', 1],
  ['flow.yaml', samples['flow.yaml']?.replace(']\n', '') ?? '', 3],
  ['quicktext.xml', samples['quicktext.xml']?.replace('</body></text>\n<text', '</text>\n<text') ?? '', 3],
  ['replies.csv', samples['replies.csv']?.replace(/,chat\n$/, '').slice(0, -1) ?? '', 2],
]

for (const [path, text, replies] of broken) {
  test(`a broken ${path} has one problem with its place, and what can be read is read`, () => {
    const file = open(path, text)
    assert.ok(file !== undefined)
    const {ownProblems} = checkFile(file, plan, memory)
    assert.deepEqual(
      ownProblems.map(({code}) => code.replace(/^.*-/, '')),
      ['syntax'],
      JSON.stringify([ownProblems, text]),
    )
    assert.ok(file.parts.length >= replies, `${file.parts.length} replies of ${JSON.stringify(text)}`)
  })
}

test('what JSON leaves open is read: duplicate keys, __proto__, NaN, a byte order mark, a comma too many', () => {
  const text = `\ufeff[{"name": "A", "comment": "First, please wait for it.", "comment": ${JSON.stringify(texts[0][1])}}, {"__proto__": {"name": "x"}, "name": "B", "n": NaN, "comment": ${JSON.stringify(texts[1][1])}},]`
  const file = open('replies.json', text)
  assert.deepEqual(
    file?.parts.map(({reply}) => reply?.title),
    ['A', 'B'],
  )
  assert.equal(({} as {name?: string}).name, undefined)
})

test('an export of 50 MB is refused by its size, and not read', async context => {
  const folder = mkdtempSync(join(tmpdir(), 'poise-'))
  context.after(() => rmSync(folder, {recursive: true}))
  const path = join(folder, 'macros.json')
  writeFileSync(path, samples['macros.json'] ?? '')
  truncateSync(path, 50_000_000)
  const before = process.memoryUsage().rss
  const {problem} = await readDocument(nodeFileSystem, path.replaceAll('\\', '/'), defaultMaxFileSize)
  assert.equal(problem?.code, 'too-large')
  assert.match(problem.message, /50 MB, and the limit is 1 MB.*maxFileSize/)
  assert.ok(process.memoryUsage().rss - before < 20_000_000)
})

test('bombs and deep nests are read as they stand', {timeout: 120_000}, () => {
  const script = fileURLToPath(new URL('hostile-files.ts', import.meta.url))
  // A hang would hold up all tests, so they are read in a process that can be ended.
  const {stdout, stderr, signal} = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    timeout: 100_000,
    killSignal: 'SIGKILL',
  })
  assert.equal(signal, null, `it hangs behind: ${stdout.slice(-300)}`)
  const outcomes = stdout.trim().split('\n')
  assert.equal(outcomes.pop(), 'done', stderr)
  for (const outcome of outcomes) assert.match(outcome, /^ok /)
})
