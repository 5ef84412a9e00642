import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {TestContext} from 'node:test'
import {fileURLToPath} from 'node:url'
import {reasonToSkip} from '../clients/programs.ts'
import {folderOf} from './poise.ts'

const isThere = () => spawnSync('git', ['--version']).status === 0

/** For tests that need git: they are left out where it can't be had, but not in CI. */
export const needsGit = {skip: (await reasonToSkip({name: 'git', isThere, packages: ['git']})) ?? false}

/** What git is told so that no setting of the machine counts. */
export const gitEnv = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@example.com',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@example.com',
}

/** Runs git in a folder, and throws where it fails. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {cwd, encoding: 'utf8', env: {...process.env, ...gitEnv}, stdio: 'pipe'}).trim()
}

/** A repository on the branch main with these files in one commit, removed after the test. */
export function repositoryOf(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = folderOf(context, files)
  git(cwd, 'init', '--quiet', '--initial-branch=main')
  commitAll(cwd)
  return cwd
}

/** Commits everything that there is. */
export function commitAll(cwd: string): void {
  git(cwd, 'add', '--all')
  git(cwd, 'commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'Now')
}

/** A repository with the project as it is in the working folder, committed; what a service would clone. */
export function projectRepository(context: TestContext): string {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {cwd: root})
  const cwd = folderOf(context, {})
  for (const name of names.toString().split('\0').filter(Boolean)) {
    if (name.startsWith('test/') || name.startsWith('bench/')) continue
    mkdirSync(dirname(join(cwd, name)), {recursive: true})
    cpSync(join(root, name), join(cwd, name))
  }
  git(cwd, 'init', '--quiet', '--initial-branch=main')
  commitAll(cwd)
  return cwd
}
