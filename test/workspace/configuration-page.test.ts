import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {openFile} from '../../server/formats/files/file.ts'
import {makeConfigs, natureOf} from '../../server/workspace/config.ts'
import {configKeys, configName, defaultMaxFileSize, ownShapeFields} from '../../server/workspace/config-keys.ts'
import {findDocument} from '../../server/workspace/find-documents.ts'
import {memoryFiles} from './memory-files.ts'

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')

/** The cells of the rows of the tables in a part of the page. */
function rowsOf(part: string): readonly (readonly string[])[] {
  const rows = part.split('\n').filter(line => line.startsWith('| '))
  return rows.map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

function section(heading: string): string {
  const [, text] = page.split(`\n${heading}\n`)
  assert.ok(text, heading)
  return text.split(/\n##+ /)[0] ?? ''
}

const namesIn = (part: string) => rowsOf(part).flatMap(([name]) => /^`(.+)`$/.exec(name ?? '')?.[1] ?? [])

test('the page lists every key and every field, and nothing else', () => {
  assert.deepEqual(namesIn(section('## Keys')), Object.keys(configKeys))
  assert.deepEqual(namesIn(section('## Files of your own form')), Object.keys(ownShapeFields))
  assert.match(section('## Keys'), new RegExp(`\`maxFileSize\` \\| \`${defaultMaxFileSize}\``))
})

const examples = page.split('\n### Example: ').slice(1)

for (const example of examples) {
  test(`the example holds what it says: ${example.split('\n')[0]}`, async () => {
    const files = Object.fromEntries(
      [...example.matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, name, text]) => [
        `/w/${name}`,
        text ?? '',
      ]),
    )
    const [path] = Object.keys(files).filter(name => !name.endsWith(configName))
    assert.ok(path)
    const configs = makeConfigs(memoryFiles(files))
    const found = (await findDocument(configs, path)) ?? assert.fail('not a document')
    assert.deepEqual(
      configs.files().flatMap(({problems}) => problems),
      [],
    )
    const file = openFile(files[path] ?? '', natureOf(found)) ?? assert.fail('no replies')
    assert.deepEqual(file.problems, [])
    const [, ...described] = rowsOf(example).filter(([first]) => !/^-+$/.test(first ?? ''))
    assert.equal(file.parts.length, described.length)
    for (const [index, [title, purpose, words]] of described.entries()) {
      const part = file.parts[index]
      const reading = part?.read()
      assert.equal(part?.reply?.title, title)
      assert.equal(reading?.purpose ?? '', purpose)
      const body = file.text.slice(part?.base).replace(/^(?:"|<!\[CDATA\[|<p>)+/, '')
      assert.ok(body.startsWith(words ?? '?'), `${title}: ${body.slice(0, 60)}`)
    }
  })
}

test('the page has two examples', () => assert.equal(examples.length, 2))

/** What the examples name. */
const named = {'/w/node_modules/@acme/poise-style/poise.json': '{}', '/w/house/base.json': '{}'}

test('the examples of a configuration have no mistakes', async () => {
  for (const [, text = ''] of page.matchAll(/^```jsonc\n([\s\S]*?)^```$/gm)) {
    const configs = makeConfigs(memoryFiles({[`/w/${configName}`]: text, ...named}))
    await configs.of('/w')
    assert.deepEqual(
      configs.files().flatMap(({problems}) => problems),
      [],
    )
  }
})
