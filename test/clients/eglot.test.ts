import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {test} from 'node:test'
import {assertMended, drive} from './driven.ts'
import {configurationOf} from './editors-page.ts'
import {reasonToSkip} from './programs.ts'

const file = '/usr/bin/emacs'
const activate = ['--batch', '-q', '-f', 'package-activate-all']
const loads = [...activate, '--eval', "(progn (require 'eglot) (require 'markdown-mode))"]
const reason = await reasonToSkip({
  name: 'Emacs with eglot',
  isThere: () => spawnSync(file, loads).status === 0,
  packages: ['emacs-nox', 'elpa-eglot', 'elpa-markdown-mode'],
})

test('eglot, configured by the page, shows findings behind an emoji in flymake and applies their rewrites', {
  skip: reason ?? false,
  timeout: 90_000,
}, async t => {
  const script = path.join(import.meta.dirname, 'eglot.el')
  const seen = await drive(t, file, folder => [...activate, '-l', path.join(folder, 'init.el'), '-l', script], {
    'init.el': configurationOf('Emacs with eglot'),
  })
  assertMended(seen)
})
