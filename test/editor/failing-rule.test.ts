import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {test} from 'node:test'
import {bundleServer} from '../lsp/client.ts'
import {reasonToSkip, vsix} from './editor.ts'
import {repositoryRoot, runExtensionSuite} from './host/index.ts'

const reason = await reasonToSkip()

test('a document recovers from a rule that fails', {skip: reason ?? false, timeout: 240_000}, async t => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-suite-'))
  t.after(() => rmSync(folder, {recursive: true, force: true}))
  const server = bundleServer('failing-rule.ts')
  await runExtensionSuite({
    suite: path.join(repositoryRoot, 'test/editor/suites/failing-rule.ts'),
    vsix,
    folder,
    // The client stays the packaged one.
    prepare: extension => copyFileSync(server, path.join(extension, 'dist/lsp.cjs')),
  })
})
