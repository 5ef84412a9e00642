import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {tools} from '../../server/assistants/tools.ts'
import {readManifest} from '../manifest.ts'

const manifest = readManifest()

interface Contributed {
  readonly name: string
  readonly displayName: string
  readonly modelDescription: string
  readonly toolReferenceName: string
  readonly inputSchema: object
}

test('what VS Code is told of the tools is what the tools say of themselves', () => {
  const contributed: readonly Contributed[] = manifest.contributes.languageModelTools
  assert.deepEqual(
    contributed.map(({name, displayName, modelDescription, inputSchema}) => ({
      name,
      displayName,
      modelDescription,
      inputSchema,
    })),
    tools.map(({name, title, description, input}) => ({
      name: `poise_${name}`,
      displayName: `Poise: ${title}`,
      modelDescription: description,
      inputSchema: input,
    })),
  )
  const page = readFileSync(new URL('../../docs/assistants.md', import.meta.url), 'utf8')
  for (const {toolReferenceName} of contributed)
    assert.ok(page.includes(`\`#${toolReferenceName}\``), toolReferenceName)
})
