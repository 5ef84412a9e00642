import assert from 'node:assert/strict'
import {test} from 'node:test'
import {startClient} from './client.ts'

const configuration = '{"rules": {"outcome-should": "hint"}}'
const text = 'You should be able to see it now.\n'

test('an assistant in a client asks by the configuration as it stands in the editor', async context => {
  const client = await startClient(context, {files: {'.poise.json': configuration}})
  const ask = (tool: string, input: object, folder?: string) =>
    client.connection.sendRequest<{result?: {findings: {rule: string; severity: string}[]}; mistake?: string}>(
      'poise/askTool',
      {
        tool,
        input,
        folder,
      },
    )
  const severities = async (folder?: string) =>
    (await ask('check_text', {text, kind: 'article'}, folder)).result?.findings.flatMap(({rule, severity}) =>
      rule === 'outcome-should' ? severity : [],
    )
  assert.deepEqual(await severities(), ['hint'])
  client.open('.poise.json', configuration)
  client.change('.poise.json', '{"rules": {"outcome-should": "off"}}', 2)
  for (let attempt = 0; attempt < 50 && (await severities())?.length !== 0; attempt++)
    await new Promise(resolve => setTimeout(resolve, 50))
  assert.deepEqual(await severities(), [])
  assert.deepEqual(await severities('file:///nowhere'), ['warning'])

  assert.match((await ask('check_text', {})).mistake ?? '', /“text” is missing/)
  assert.match((await ask('read_file', {})).mistake ?? '', /no tool “read_file”/)
})
