import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {Parser} from 'htmlparser2'
import type {Log} from 'sarif'
import {rules} from '../../rules/index.generated.ts'
import {calm, doubtful, folderOf, minimised, poise} from './poise.ts'

/** A name and a reply's title that hold what each of the forms would take for its own signs. */
const oddName = 'docs/a, 50% "b" & <c>.md'
const files = {
  [oddName]: `# Invoices\n\n${doubtful}\n\n${minimised} ${minimised}\n`,
  'docs/calm.md': '# Invoices\n',
  'replies.json': JSON.stringify({
    macros: [
      {title: 'One | two\n::error::x', body: `Hi Ana,\n\n${doubtful}`},
      {title: 'Two', body: `Hi Ana,\n\n${doubtful}`},
    ],
  }),
}

async function reportOf(
  context: Parameters<typeof folderOf>[0],
  format: string,
  all: Readonly<Record<string, string>> = files,
) {
  const cwd = folderOf(context, all)
  const ended = await poise(['check', '--format', format], {cwd})
  assert.equal(ended.err, '')
  return ended
}

test('sarif: every result names a rule, a file, a place and a fingerprint that later edits leave as it is', async context => {
  const {code, out} = await reportOf(context, 'sarif')
  assert.equal(code, 1)
  const log: Log = JSON.parse(out)
  assert.deepEqual([log.version, log.runs.length], ['2.1.0', 1])
  const [run] = log.runs
  assert.ok(run?.results && run.tool.driver.rules)
  assert.deepEqual(
    run.tool.driver.rules.map(({id}) => id),
    rules.map(({id}) => id),
  )
  const results = run.results
  assert.ok(results.length >= 6)
  for (const {ruleId, ruleIndex = -1, message, locations, partialFingerprints} of results) {
    assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId)
    assert.notEqual(message.text, '')
    const {artifactLocation, region} = locations?.[0]?.physicalLocation ?? {}
    assert.ok(Object.hasOwn(files, decodeURIComponent(artifactLocation?.uri ?? '')), artifactLocation?.uri)
    assert.doesNotMatch(artifactLocation?.uri ?? '', /[ "<>%](?![0-9A-F]{2})/)
    assert.ok((region?.startLine ?? 0) >= 1 && (region?.startColumn ?? 0) >= 1)
    assert.match(partialFingerprints?.['poiseWords/v1'] ?? '', /^[0-9a-f]{16}$/)
  }
  const fixed = results.flatMap(({fixes = []}) => fixes)
  assert.ok(fixed.some(({description}) => description?.text === 'Remove “Just”'))
  assert.doesNotMatch(out, /[⟦⟧]/)

  const moved = {'renamed.md': `A line that was not there.\n\n${files[oddName]}`}
  const later: Log = JSON.parse((await reportOf(context, 'sarif', moved)).out)
  const marks = (all: typeof results) =>
    all.filter(({ruleId}) => ruleId === 'outcome-should').map(each => each.partialFingerprints?.['poiseWords/v1'])
  assert.ok(marks(results).includes(marks(later.runs[0]?.results ?? [])[0]))
})

test('compact: the problem pattern of the extension reads every line but the last', async context => {
  const {out} = await reportOf(context, 'compact')
  const {problemPatterns} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).contributes
  const pattern = new RegExp(problemPatterns[0].regexp)
  const lines = out.trimEnd().split('\n')
  assert.match(lines.pop() ?? '', /^--fix applies/)
  assert.match(lines.pop() ?? '', / read: /)
  assert.ok(lines.length >= 6)
  for (const line of lines) {
    const [, path = '', row, column, severity, message, code] = pattern.exec(line) ?? []
    assert.ok(Object.hasOwn(files, path), line)
    assert.ok(Number(row) >= 1 && Number(column) >= 1 && severity && message && code, line)
  }
  assert.ok(out.includes(`${oddName}:3:1: warning: “`))
})

test('github: each finding is one command, whatever the names and texts hold', async context => {
  const {out} = await reportOf(context, 'github')
  const commands = out.split('\n').filter(line => line.startsWith('::'))
  assert.ok(commands.length >= 6)
  for (const line of commands)
    assert.match(
      line,
      /^::(?:warning|notice) file=[^,:]+,line=\d+,col=\d+,endLine=\d+(?:,endColumn=\d+)?,title=[a-z-]+::\S/,
    )
  assert.ok(out.includes('::warning file=docs/a%2C 50%25 "b" & <c>.md,line=3,col=1,'))
  assert.match(out, /\n\d+ articles? and \d+ macros read: /)
})

test('gitlab: an issue for each finding, and no two with one fingerprint', async context => {
  const issues = JSON.parse((await reportOf(context, 'gitlab')).out)
  assert.ok(issues.length >= 6)
  const marks = issues.map(({fingerprint}: {fingerprint: string}) => fingerprint)
  assert.equal(new Set(marks).size, marks.length)
  for (const {description, check_name, severity, location} of issues) {
    assert.ok(description && check_name && ['minor', 'info'].includes(severity))
    assert.ok(Object.hasOwn(files, location.path) && location.lines.begin >= 1)
  }
})

interface Found {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The elements of an XML text; throws where it is not well-formed, as far as another parser can tell. */
function elementsIn(xml: string): readonly Found[] {
  const found: Found[] = []
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        found.push({name, attributes})
        open.push(name)
      },
      onclosetag: name => assert.equal(open.pop(), name),
      onerror: error => assert.fail(error),
    },
    {xmlMode: true},
  )
  parser.end(xml)
  assert.deepEqual(open, [])
  return found
}

test('junit: a suite for each document, a failure for each finding', async context => {
  const elements = elementsIn((await reportOf(context, 'junit')).out)
  const suites = elements.filter(({name}) => name === 'testsuite')
  assert.deepEqual(
    suites.map(({attributes}) => attributes['name']),
    ['docs/calm.md', oddName, 'replies.json › One | two ::error::x', 'replies.json › Two'].sort(),
  )
  const sum = (count: string) => suites.reduce((total, {attributes}) => total + Number(attributes[count]), 0)
  assert.equal(elements.filter(({name}) => name === 'failure').length, sum('failures'))
  assert.equal(elements.filter(({name}) => name === 'testcase').length, sum('tests'))
  assert.ok(sum('failures') >= 6 && sum('tests') === sum('failures') + 1)
})

test('checkstyle: a file for each document with findings', async context => {
  const elements = elementsIn((await reportOf(context, 'checkstyle')).out)
  const named = elements.filter(({name}) => name === 'file').map(({attributes}) => attributes['name'])
  assert.deepEqual([...new Set(named)].sort(), [oddName, 'replies.json'].sort())
  const errors = elements.filter(({name}) => name === 'error')
  assert.ok(errors.length >= 6)
  for (const {attributes} of errors)
    assert.match(`${attributes['source']} ${attributes['line']}`, /^poise\.[a-z-]+ \d+$/)
})

test('markdown: names and texts are no markup', async context => {
  const {out} = await reportOf(context, 'markdown')
  assert.ok(out.includes('## docs/a, 50% "b" \\& \\<c\\>.md\n'))
  assert.ok(out.includes('## replies.json › One \\| two ::error::x\n'))
  for (const line of out.split('\n').filter(line => line.startsWith('| ')))
    assert.equal(line.match(/(?<!\\)\|/g)?.length, 5, line)
})

test('every form of report is whole where there is nothing to say, and a form that does not exist is named', async context => {
  for (const format of ['sarif', 'gitlab']) JSON.parse((await reportOf(context, format, {'a.md': calm})).out)
  for (const format of ['junit', 'checkstyle']) elementsIn((await reportOf(context, format, {})).out)
  const {code, err} = await poise(['check', '--format', 'sariff'], {cwd: folderOf(context, {})})
  assert.equal(code, 2)
  assert.match(err, /one of text, json, sarif, .* not “sariff”\. Did you mean “sarif”\?/)
})
