import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {git} from '../cli/repository.ts'

/** Settings that would have something run, or break a reader, if any of them were followed; one of each form that an editor can send. */
export function hostileSettings(script: string): object {
  const runs = {
    path: script,
    command: script,
    args: ['-c', script],
    runtime: script,
    execPath: script,
    nodePath: script,
  }
  const values = {
    run: {toString: script},
    delay: `1; ${script}`,
    delayIn: [script],
    scanOnOpen: script,
    codeLens: {},
    baseline: '../../../../etc/passwd',
    rules: {minimiser: [script], [script]: 'warning', constructor: 'off'},
    configurationPreference: script,
    maxProblems: -1,
    maxFileSize: `$(${script})`,
    maxFiles: Number.MAX_VALUE,
    trace: {server: script},
    server: runs,
    plugins: [script],
    config: script,
  }
  const flat = Object.fromEntries(Object.entries(values).map(([name, value]) => [`poise.${name}`, value]))
  // A parser makes an own property of that name, where a literal would not.
  const polluting = JSON.parse('{"__proto__": {"run": "onSave"}, "constructor": {"prototype": {"run": "onSave"}}}')
  return {...polluting, ...flat, poise: {...values, poise: values}, ...values}
}

/** A configuration of which nothing can be followed: each entry names code, a file outside, or what does not exist. */
const configuration = (script: string) => ({
  extends: ['./evil.js', '../../outside.json', '/etc/passwd', 'https://poise.invalid/x.json', 'evil', script],
  phrases: ['./evil.js', '../../outside.yaml', 'https://poise.invalid/x.yaml'],
  vale: ['../../styles', '/etc', './evil.js'],
  rules: {'./evil.js': 'warning', constructor: 'off'},
  baseline: '../../baseline.json',
  plugins: ['./evil.js'],
  parser: './evil.js',
  command: script,
})

/**
 * Fills a folder with all that tools are known to run when they are opened on it: each of it would make the file `ran`. The folder is a
 * repository whose settings, hooks and filters are scripts, and holds code under every name that a tool could look for.
 */
export function layTraps(folder: string, ran: string): void {
  const write = (name: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text, {mode})
  }
  const script = join(folder, 'evil.sh')
  const code = `require('node:fs').appendFileSync(${JSON.stringify(ran)}, __filename + '\\n')\nmodule.exports = {}\n`
  const module = `import {appendFileSync} from 'node:fs'\nappendFileSync(${JSON.stringify(ran)}, import.meta.url + '\\n')\nexport default {}\n`
  write('evil.sh', `#!/bin/sh\necho "$0 $*" >> ${ran}\ncat\n`, 0o755)
  write('git', `#!/bin/sh\necho git >> ${ran}\n`, 0o755)
  write('node', `#!/bin/sh\necho node >> ${ran}\n`, 0o755)
  for (const name of ['evil.js', 'poise.js', 'poise.config.cjs', '.poise.js', '.poise.cjs', '.pnp.cjs', 'index.js'])
    write(name, code)
  for (const name of ['poise.config.mjs', '.poise.mjs', 'poise.config.ts']) write(name, module)
  for (const name of ['poise', 'evil', 'vscode', 'retext', 'vscode-languageserver', 'cli-progress'])
    write(`node_modules/${name}/index.js`, code)
  write('node_modules/evil/package.json', JSON.stringify({name: 'evil', main: 'index.js', poise: './index.js'}))
  const scripts = Object.fromEntries(['prepare', 'install', 'test', 'poise'].map(name => [name, script]))
  write(
    'package.json',
    JSON.stringify({name: 'poise', main: './evil.js', bin: './evil.sh', scripts, poise: './evil.js'}),
  )
  write('.npmrc', `script-shell=${script}\nnode-options=--require=${join(folder, 'evil.js')}\n`)
  write('.vscode/settings.json', JSON.stringify(hostileSettings(script)))
  write('.vscode/tasks.json', JSON.stringify({version: '2.0.0', tasks: [{label: 'x', type: 'shell', command: script}]}))
  write('.poise.json', JSON.stringify(configuration(script)))
  layGitTraps(folder, script, write)
}

function layGitTraps(folder: string, script: string, write: (name: string, text: string, mode?: number) => void): void {
  git(folder, 'init', '--quiet')
  write('.gitattributes', '*.md filter=x diff=x merge=x\n*.json filter=x diff=x\n')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--no-verify', '--message', 'Now')
  for (const hook of [
    'post-index-change',
    'pre-commit',
    'post-checkout',
    'fsmonitor-watchman',
    'reference-transaction',
  ])
    write(`.git/hooks/${hook}`, `#!/bin/sh\nexec ${script} ${hook}\n`, 0o755)
  const keys =
    'core.fsmonitor core.pager core.editor core.sshCommand core.askPass diff.external diff.x.command diff.x.textconv'
  const filters =
    'filter.x.clean filter.x.smudge filter.x.process credential.helper gpg.program uploadpack.packObjectsHook'
  const section = (key: string, value: string) => {
    const [, group, name, last] = /^(\w+)(?:\.(\w+))?\.([\w-]+)$/.exec(key) ?? []
    return `[${group}${name === undefined ? '' : ` "${name}"`}]\n\t${last} = ${value}\n`
  }
  const aliases = 'diff-index diff-files ls-files cat-file rev-parse status merge-base'
  write(
    '.git/config',
    [
      '[core]\n\trepositoryformatversion = 0\n\tbare = false\n',
      ...`${keys} ${filters}`.split(' ').map(key => section(key, script)),
      section('core.hooksPath', join(folder, '.git/hooks')),
      section('filter.x.required', 'true'),
      ...aliases.split(' ').map(name => section(`alias.${name}`, `"!${script}"`)),
      '[include]\n\tpath = ../evil.gitconfig\n',
    ].join(''),
  )
  write('evil.gitconfig', section('core.fsmonitor', script))
  // A repository in disguise: git would take a folder that looks like this for one.
  write('docs/HEAD', 'ref: refs/heads/main\n')
  write('docs/config', `[core]\n\tbare = true\n\tfsmonitor = ${script}\n`)
  write('docs/objects/.keep', '')
  write('docs/refs/.keep', '')
}
