import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {test} from 'node:test'
import {parse} from 'yaml'
import {aptInstall} from '../editor/host/apt-install.ts'
import {doubtful, folderOf, minimised, program} from './poise.ts'
import {commitAll, git, gitEnv, needsGit, projectRepository, repositoryOf} from './repository.ts'

const page = `# Invoices\n\n${doubtful}\n\n${minimised}\n`
const root = new URL('../../', import.meta.url)

interface Ran {
  readonly code: number | null
  readonly said: string
}

function run(cwd: string, file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const {status, stdout, stderr} = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    env: {...process.env, ...gitEnv, ...env},
    timeout: 600_000,
  })
  return {code: status, said: `${stdout}${stderr}`}
}

/** Commits what is staged, as a writer does; the hook says whether it may be. */
const commit = (cwd: string, env: Readonly<Record<string, string>> = {}): Ran =>
  run(cwd, 'git', ['commit', '--message', 'Change'], env)

function write(cwd: string, name: string, text: string): void {
  writeFileSync(join(cwd, name), text)
  git(cwd, 'add', '--', name)
}

/** A file called poise on the path, as an installed one is. */
function installed(folder: string): Readonly<Record<string, string>> {
  writeFileSync(join(folder, 'poise'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, {mode: 0o755})
  return {PATH: `${folder}${delimiter}${process.env['PATH']}`}
}

/** Commits that a hook has to let pass, and one that it has to stop. */
function tryCommits(cwd: string, env: Readonly<Record<string, string>>): void {
  write(cwd, 'a.md', `A line above.\n\n${page}`)
  const passed = commit(cwd, env)
  assert.equal(passed.code, 0, passed.said)

  write(cwd, '-dash "x".md', 'Just open the menu.\n')
  const dash = commit(cwd, env)
  assert.equal(dash.code, 1, dash.said)
  assert.match(dash.said, /-dash "x"\.md\n {2}1:1 {2}suggestion/)
  git(cwd, 'rm', '--quiet', '--force', '--', '-dash "x".md')

  write(cwd, 'a.md', `${page}\nJust open the menu.\n`)
  const stopped = commit(cwd, env)
  assert.equal(stopped.code, 1, stopped.said)
  assert.match(stopped.said, /a\.md\n {2}7:1 {2}suggestion .* minimiser/)
  assert.doesNotMatch(stopped.said, /\d {2}warning/)

  // What is staged counts: mended there, the working file may still be as it was.
  write(cwd, 'a.md', `${page}\nOpen the menu.\n`)
  writeFileSync(join(cwd, 'a.md'), `${page}\nJust open the menu.\n`)
  const mended = commit(cwd, env)
  assert.equal(mended.code, 0, mended.said)
  assert.match(readFileSync(join(cwd, 'a.md'), 'utf8'), /Just open the menu/)

  git(cwd, 'checkout', '--quiet', 'a.md')
  git(cwd, 'mv', 'a.md', 'b.md')
  const renamed = commit(cwd, env)
  assert.equal(renamed.code, 0, renamed.said)
}

test('the hook of docs/ci.md stops a new phrase and lets old ones pass', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page, 'package.json': '{}'})
  const [, hook = ''] =
    /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/.exec(readFileSync(new URL('docs/ci.md', root), 'utf8')) ?? []
  assert.match(hook, /poise check --staged/)
  writeFileSync(join(cwd, '.git/hooks/pre-commit'), hook, {mode: 0o755})
  tryCommits(cwd, installed(folderOf(context, {})))
})

/** pre-commit, installed where it is not there and may be; otherwise why not. */
async function preCommit(): Promise<string | undefined> {
  if (spawnSync('pre-commit', ['--version']).status === 0) return undefined
  return aptInstall(['pre-commit'], join(tmpdir(), 'poise-apt.log'))
}

test('the hook for pre-commit works from a clone of this repository', needsGit, async context => {
  const missing = await preCommit()
  if (missing !== undefined && process.env['CI'] !== undefined) assert.fail(missing)
  const project = projectRepository(context)
  const cwd = repositoryOf(context, {
    'a.md': page,
    'package.json': '{}',
    '.pre-commit-config.yaml': `repos:\n  - repo: ${project}\n    rev: ${git(project, 'rev-parse', 'HEAD')}\n    hooks:\n      - id: poise\n`,
  })
  const home = mkdtempSync(join(tmpdir(), 'poise-pre-commit-'))
  context.after(() => rmSync(home, {recursive: true, force: true}))
  const env = {PRE_COMMIT_HOME: home, PRE_COMMIT_COLOR: 'never'}
  if (missing === undefined) {
    const ready = run(cwd, 'pre-commit', ['install', '--install-hooks'], env)
    assert.equal(ready.code, 0, ready.said)
    tryCommits(cwd, env)
    return
  }
  context.diagnostic(`${missing}: its steps were run without it`)
  trySteps(project, cwd, home)
})

/** What pre-commit does for a hook of this language: it packs the clone, installs the pack, and runs the entry with the names that are staged. */
function trySteps(project: string, cwd: string, home: string): void {
  const npm = (...args: readonly string[]): string => {
    const {code, said} = run(project, 'npm', args)
    assert.equal(code, 0, said)
    return said.trim().split('\n').at(-1) ?? ''
  }
  npm('install', '--include=dev', '--include=prod', '--ignore-prepublish', '--no-progress', '--no-save')
  const pack = npm('pack', '--silent')
  npm('install', '--global', '--prefix', home, join(project, pack))
  const [{entry = '', args = [], files = ''} = {}] = parse(
    readFileSync(join(project, '.pre-commit-hooks.yaml'), 'utf8'),
  )
  const hook = `#!/bin/sh\ngit diff --cached --name-only --diff-filter=ACMRTUXB -z | grep -zE '${files.replace('(?:', '(')}' | xargs -0 -r ${entry} ${args.join(' ')}\n[ $? = 0 ]\n`
  writeFileSync(join(cwd, '.git/hooks/pre-commit'), hook, {mode: 0o755})
  tryCommits(cwd, {PATH: `${join(home, 'bin')}${delimiter}${process.env['PATH']}`})
  commitAll(cwd)
}
