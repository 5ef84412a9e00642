import assert from 'node:assert/strict'
import {type TestContext, test} from 'node:test'
import Ajv from 'ajv-draft-04'
import {SaxesParser} from 'saxes'
import {commandsIn} from './github-commands.ts'
import {doubtful, folderOf, minimised, poise} from './poise.ts'
import {sarifValidator} from './sarif-schema.ts'

/** Names and texts that hold the signs of every form, and what would be a command or a cell of a table to others. */
const names = [
  'docs/a\n::error file=x::injected.md',
  'docs/50%25, b: "c" & <d>]]>.md',
  'docs/=cmd|x\t.md',
  '::warning::x.md',
  'docs/ünï \u{1F642}.md',
]
const text = `# Invoices\n\n${doubtful}\n\n${minimised} ${minimised}\n\nJust “]]> <x> & %0A::error::y”.\n`
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map(name => [name, text])),
  'broken.macro.md': '---\ntitle: [\n---\nJust go.',
  'replies.json': JSON.stringify({
    macros: [
      {title: 'One\u0007 | two\n::error::x', body: `Hi Ana,\n\n${doubtful} \u000b`},
      {title: 'Two', body: `Hi Ana,\n\n${doubtful}`},
    ],
  }),
  '.poise.json': '{"rulez": {}}',
}

async function reportOf(context: TestContext, format: string, all = files): Promise<string> {
  const {out, err, code} = await poise(['check', '--format', format], {cwd: folderOf(context, all)})
  assert.deepEqual([err, code], ['', 1])
  return out
}

test('sarif: the report keeps to the schema of SARIF 2.1.0', async context => {
  const isValid = sarifValidator()
  const many = {'a.md': `${minimised}\n\n`.repeat(300)}
  for (const all of [files, many]) {
    const log = JSON.parse(await reportOf(context, 'sarif', all))
    assert.ok(log.runs[0].results.length >= 6)
    assert.equal(isValid(log), true, JSON.stringify(isValid.errors?.slice(0, 3)))
    // The schema is one that says no.
    log.runs[0].results[0].level = 'grave'
    assert.equal(isValid(log), false)
  }
  const {out} = await poise(['check', '--format', 'sarif'], {cwd: folderOf(context, {'a.md': 'Invoices.'})})
  assert.equal(isValid(JSON.parse(out)), true)
})

test('github: nothing that a file or its name holds becomes a command', async context => {
  const output = await reportOf(context, 'github')
  const commands = commandsIn(output)
  const known = new Set(Object.keys(files))
  assert.ok(commands.length > names.length * 3)
  for (const {name, properties, message} of commands) {
    assert.ok(known.has(properties['file'] ?? ''), JSON.stringify(properties))
    assert.match(name, properties['file'] === '.poise.json' ? /^error$/ : /^(?:warning|notice)$/)
    assert.deepEqual(
      Object.keys(properties).filter(key => !['file', 'line', 'col', 'endLine', 'endColumn', 'title'].includes(key)),
      [],
    )
    assert.notEqual(message, '')
  }
  for (const name of names)
    assert.ok(
      commands.some(({properties}) => properties['file'] === name),
      name,
    )
  assert.doesNotMatch(output, /##\[/)
})

test('github: where there are more than GitHub shows, the log says so', async context => {
  const said = /\nGitHub shows 10 warnings and 10 notices of a step beside the lines\. All are in this log\.\n$/
  assert.match(await reportOf(context, 'github', {'a.md': `${doubtful}\n\n`.repeat(11)}), said)
  assert.doesNotMatch(await reportOf(context, 'github', {'a.md': `${doubtful}\n\n`.repeat(3)}), said)
})

test('gitlab: each issue has what GitLab requires', async context => {
  const isValid = new Ajv({strict: false}).compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: {type: 'string', minLength: 1},
        check_name: {type: 'string', pattern: '^[a-z-]+$'},
        fingerprint: {type: 'string', minLength: 1},
        severity: {enum: ['info', 'minor', 'major', 'critical', 'blocker']},
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            // Paths with ./ in front are not matched with the changes of a merge request.
            path: {type: 'string', pattern: '^[^./]'},
            lines: {type: 'object', required: ['begin'], properties: {begin: {type: 'integer', minimum: 1}}},
          },
        },
      },
    },
  })
  const issues = JSON.parse(await reportOf(context, 'gitlab'))
  assert.equal(isValid(issues), true, JSON.stringify(isValid.errors))
  const marks = issues.map(({fingerprint}: {readonly fingerprint: string}) => fingerprint)
  assert.equal(new Set(marks).size, marks.length)
})

test('junit and checkstyle: a strict parser of XML reads them, names and all', async context => {
  for (const format of ['junit', 'checkstyle']) {
    const found: string[] = []
    const parser = new SaxesParser({xmlns: true})
    parser.on('error', error => assert.fail(`${format}: ${error.message}`))
    parser.on('opentag', ({attributes}) => {
      const name = attributes['name']
      if (name !== undefined) found.push(typeof name === 'string' ? name : name.value)
    })
    parser.write(await reportOf(context, format)).close()
    for (const name of names)
      assert.ok(
        found.some(each => each === name),
        `${format}: ${name}`,
      )
  }
})
