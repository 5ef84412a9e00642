import {existsSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {assertMended, drive} from './driven.ts'
import {configurationOf} from './editors-page.ts'
import {reasonToSkip} from './programs.ts'

const file = '/usr/bin/nvim'
const reason = await reasonToSkip({name: 'Neovim', isThere: () => existsSync(file), packages: ['neovim']})

test('Neovim, configured by the page, shows findings behind an emoji and applies their rewrites', {
  skip: reason ?? false,
  timeout: 90_000,
}, async t => {
  const script = path.join(import.meta.dirname, 'neovim.lua')
  const seen = await drive(
    t,
    file,
    folder => ['--headless', '-n', '-u', path.join(folder, 'init.lua'), 'reply.macro.md', '-c', `luafile ${script}`],
    {'init.lua': configurationOf('Neovim 0.7 to 0.10')},
  )
  assertMended(seen)
})
