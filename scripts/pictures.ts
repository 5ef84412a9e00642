// Makes the pictures of the README and the listing from the real editor: npm run pictures
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {repositoryRoot, startEditor} from '../test/editor/host/index.ts'
import {makeAnimation} from './pictures/animation.ts'
import {drawIcon} from './pictures/icon.ts'
import {takeStills} from './pictures/stills.ts'

const media = path.join(repositoryRoot, 'media')
const temporary = mkdtempSync(path.join(tmpdir(), 'poise-pictures-'))
const folder = path.join(temporary, 'help-centre')
cpSync(path.join(repositoryRoot, 'examples'), folder, {recursive: true})

const editor = await startEditor({
  vsix: path.join(repositoryRoot, 'poise.vsix'),
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'editor.wordWrap': 'on',
    '[markdown]': {'editor.wordWrap': 'on'},
    'editor.hover.delay': 100,
  },
})
try {
  await drawIcon(editor.browser, media)
  await takeStills(editor, folder, media)
  await makeAnimation(editor, folder, media)
} finally {
  await editor.stop()
  rmSync(temporary, {recursive: true, force: true})
}
