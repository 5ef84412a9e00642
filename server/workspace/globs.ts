import ignore from 'ignore'
import {pathInside} from './path.ts'

const maxGlob = 200
const maxPath = 1000

/** Whether an absolute path is one of those that a list of globs names. */
export type PathTest = (path: string) => boolean

/** What is wrong with a glob of the configuration, with the remedy; undefined where it is right. */
export function globMistake(glob: string): string | undefined {
  if (glob.trim() === '') return 'This glob is empty. Write a folder or a pattern such as “macros/**”.'
  if (glob.length > maxGlob) return `This glob is longer than ${maxGlob} characters. Shorten it.`
  if (glob.includes('\\')) return 'A glob has forward slashes, on Windows too. Replace “\\” by “/”.'
  if (glob.startsWith('!')) return 'A glob can’t begin with “!”. Name the files to include instead.'
  if (/^[a-z][a-z\d+.-]*:/i.test(glob))
    return 'A glob is relative to the folder of this file. Leave out the drive or protocol.'
  if (glob.split('/').includes('..'))
    return 'A glob stays inside the folder of this file. Move “..” patterns to a file further up.'
  if (isCostly(glob))
    return 'This glob has more wildcards than Poise matches. Use at most three “*” in a name and two “**”.'
  if (!isBalanced(glob)) return 'This glob has a bracket without its partner. Close it, or remove it.'
  return undefined
}

/**
 * Whether matching the pattern could take long: the time grows with a power of the path's length, and the number of wildcards
 * is that power.
 */
export function isCostly(glob: string): boolean {
  if (count(glob, /\*\*/g) > 2) return true
  return glob.split('/').some(part => part !== '**' && count(part, /\*/g) > 3)
}

/**
 * A test for absolute paths by globs relative to `folder`. As in .gitignore, a glob without a slash holds at any depth, and
 * one that names a folder covers all that is in it. Globs with a mistake match nothing.
 */
export function globTest(folder: string, globs: readonly string[]): PathTest {
  const patterns = globs.filter(glob => globMistake(glob) === undefined).flatMap(alternatives)
  if (patterns.length === 0) return () => false
  const rules = ignore({ignorecase: false}).add(patterns.map(gitPattern))
  return path => {
    const inside = pathInside(folder, path)
    return inside !== undefined && inside !== '' && inside.length <= maxPath && rules.ignores(inside)
  }
}

/** More than this many alternatives of one glob match nothing. */
const maxAlternatives = 64

/** `{a,b}` written out, which .gitignore does not know. */
function alternatives(glob: string): readonly string[] {
  let done: readonly string[] = ['']
  for (const part of glob.split(/(\{[^{}]*\})/)) {
    const choices = part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1).split(',') : [part]
    done = done.flatMap(start => choices.map(choice => start + choice))
    if (done.length > maxAlternatives) return []
  }
  return done
}

function gitPattern(glob: string): string {
  const trimmed = glob.replace(/^\.\//, '/').replace(/\/+$/, '')
  // These would start a comment or end the pattern.
  return trimmed.replace(/^#/, '\\#').replace(/ $/, '\\ ')
}

function isBalanced(glob: string): boolean {
  const open: string[] = []
  for (const char of glob) {
    if (char === '[' || char === '{') open.push(char)
    if (char === ']' && open.pop() !== '[') return false
    if (char === '}' && open.pop() !== '{') return false
  }
  return open.length === 0
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
