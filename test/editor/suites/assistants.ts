import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {runTests, test} from '../host/suite-runner.ts'

/** What VS Code has since 1.95. */
interface Tools {
  readonly tools?: readonly {readonly name: string; readonly description: string}[]
  readonly invokeTool: (
    name: string,
    options: {readonly input: object; readonly toolInvocationToken: undefined},
  ) => Thenable<{readonly content: readonly {readonly value: string}[]}>
}

const lm = vscode.lm as unknown as Tools

async function ask(name: string, input: object): Promise<Record<string, unknown>> {
  const {content} = await lm.invokeTool(name, {input, toolInvocationToken: undefined})
  return JSON.parse(content.map(({value}) => value).join(''))
}

test('the tools are there for assistants, with what they are for', () => {
  const own = (lm.tools ?? []).filter(({name}) => name.startsWith('poise_'))
  assert.deepEqual(own.map(({name}) => name).sort(), [
    'poise_check_text',
    'poise_explain_rule',
    'poise_list_rewrites',
    'poise_list_rules',
  ])
  for (const {name, description} of own) assert.ok(description.length > 80, name)
})

test('a draft is checked by the configuration of the folder, before any document was opened', async () => {
  const text = 'Thanks for the file, Ana 👋\n\nYou should be able to see it now.\n'
  const {kind, findings} = await ask('poise_check_text', {text, filename: 'macros/new.md'})
  assert.equal(kind, 'macro')
  const found = (findings as {rule: string; words?: string}[]).find(({rule}) => rule === 'outcome-should')
  assert.equal(found?.words, 'You should be able to see')
})

test('a rule is explained, and one that is not there is said to be so', async () => {
  assert.equal((await ask('poise_explain_rule', {rule: 'minimiser'}))['principle'], 'understanding')
  await assert.rejects(ask('poise_explain_rule', {rule: 'minimizer'}), /Did you mean “minimiser”/)
})

export const run = runTests
