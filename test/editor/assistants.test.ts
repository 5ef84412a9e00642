import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {test} from 'node:test'
import {reasonToSkip, vsix} from './editor.ts'
import {repositoryRoot, runExtensionSuite} from './host/index.ts'

const reason = await reasonToSkip()

test('an assistant in VS Code asks Poise', {skip: reason ?? false, timeout: 240_000}, async t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-suite-'))
  t.after(() => rmSync(folder, {recursive: true, force: true}))
  cpSync(path.join(repositoryRoot, 'examples'), folder, {recursive: true})
  await runExtensionSuite({suite: path.join(repositoryRoot, 'test/editor/suites/assistants.ts'), vsix, folder})
})
