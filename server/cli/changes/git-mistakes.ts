import {printable} from '../colours.ts'
import type {GitAnswer} from './git.ts'

/** Said in a folder of git itself. */
export const noWorkingFiles =
  'There are no working files of a repository here: this folder is inside .git, or the repository is bare. Go to the folder with the articles, or to a clone.'

/** Why git did not answer, in a sentence with the remedy. */
export function whyNot({code, err}: GitAnswer): string {
  if (code === undefined)
    return 'git can’t be run on this machine, and what has changed is asked of git. Install it, or leave out --since, --staged and --changed.'
  if (/dubious ownership/.test(err)) {
    const folder = /directory '?([^'\n]+?)'?$/m.exec(err.slice(err.indexOf('config')))?.[1] ?? 'its folder'
    return `This repository belongs to another user, so git does not read it. If you trust it, run: git config --global --add safe.directory ${printable(folder)}`
  }
  if (/not a git repository/.test(err))
    return 'This folder is in no git repository, so nothing says what has changed. Go to one, or leave out --since, --staged and --changed.'
  if (/cannot use bare repository|must be run in a work tree/.test(err)) return noWorkingFiles
  const said = err.split('\n').find(line => line.trim() !== '') ?? `it ended with ${code}`
  return `git could not say what has changed (${printable(said)}). Run git status there, and mend what it names.`
}
