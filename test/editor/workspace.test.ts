import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {test} from 'node:test'
import {reasonToSkip, vsix} from './editor.ts'
import {repositoryRoot, runExtensionSuite} from './host/index.ts'

const reason = await reasonToSkip()
const text = '# Invoices\n\nYou can simply reply. You should be able to see it.\n'
const cell = (cell_type: 'markdown' | 'code', source: string) =>
  cell_type === 'markdown'
    ? {cell_type, metadata: {}, source: [source]}
    : {cell_type, metadata: {}, source: [source], execution_count: null, outputs: []}

const files: Readonly<Record<string, unknown>> = {
  'one/.poise.json': {rules: {minimiser: 'off'}},
  'one/a.md': text,
  'one/b.md': '# Invoices\n\nYou should be able to see it.\n\nOpen the menu.\n',
  'one/guide.ipynb': {
    cells: [cell('markdown', 'You should be able to see it.'), cell('code', '# You should be able to see it.')],
    metadata: {language_info: {name: 'python'}},
    nbformat: 4,
    nbformat_minor: 2,
  },
  'two/.vscode/settings.json': {'poise.rules': {'outcome-should': 'hint'}},
  'two/a.md': text,
  'both.code-workspace': {folders: [{path: 'one'}, {path: 'two'}]},
}

test('a workspace of two folders, a notebook and a comparison', {skip: reason ?? false, timeout: 300_000}, async t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-workspace-'))
  t.after(() => rmSync(folder, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 1))
  }
  await runExtensionSuite({
    suite: path.join(repositoryRoot, 'test/editor/suites/workspace.ts'),
    vsix,
    folder: path.join(folder, 'both.code-workspace'),
  })
})
