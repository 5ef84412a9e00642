import {entryOf} from '../../workspace/path.ts'
import {printable} from '../colours.ts'
import type {Host} from '../host.ts'
import {type GitAnswer, textOf} from './git.ts'
import {noWorkingFiles, whyNot} from './git-mistakes.ts'
import {type RawChange, readNames, readRaw} from './raw-changes.ts'

/** What is compared: the working files or the index, with the last commit or with where a branch began. */
export type Compare =
  | {readonly what: 'changed'}
  | {readonly what: 'staged'}
  | {readonly what: 'since'; readonly ref: string}

/** A file as it is now. */
export interface ChangedFile {
  /** The blob of its older version; undefined where there was none. */
  readonly old?: string
  /** The blob that is staged; undefined where the working file counts. */
  readonly staged?: string
  readonly isLink: boolean
}

/** What has changed in a repository. */
export interface Changes {
  /** The folder of its working files. */
  readonly top: string
  /** By absolute paths. */
  readonly files: ReadonlyMap<string, ChangedFile>
  /** The older versions of files that are gone, some of which may have got another name. */
  readonly gone: readonly {readonly path: string; readonly old: string}[]
  /** Files in a merge conflict, whose staged version is none. */
  readonly conflicts: readonly string[]
  /** Names that are no text, as well as they can be shown. */
  readonly unnameable: readonly string[]
}

type GitHost = Pick<Host, 'git' | 'absolute'>

const regular = /^100/
const link = '120000'

/** Asks git what has changed; answers in a sentence why it can't be known, with the remedy. */
export async function findChanges(compare: Compare, {git, absolute}: GitHost): Promise<Changes | string> {
  const here = absolute('.')
  const place = await git.run(here, ['rev-parse', '--is-inside-work-tree', '--show-cdup'])
  const [isInside, up = ''] = textOf(place).split('\n')
  if (place.code !== 0) return whyNot(place)
  if (isInside !== 'true') return noWorkingFiles
  const top = absolute(up === '' ? '.' : up)
  const base = await baseOf(compare, (...args) => git.run(top, args))
  if ('mistake' in base) return base.mistake

  const filters = await filterKeys((...args) => git.run(top, args))
  const cached = compare.what === 'staged' ? ['--cached'] : []
  const listing = ['diff-index', '--raw', '-z', '--no-abbrev', '--no-renames', '--ignore-submodules=all']
  const plain = ['--no-ext-diff', '--no-textconv', ...cached, base.tree, '--']
  const raw = await git.run(top, [...listing, ...plain], filters)
  if (raw.code !== 0) return whyNot(raw)
  const loose =
    compare.what === 'staged'
      ? undefined
      : await git.run(top, ['ls-files', '-z', '--others', '--exclude-standard', '--full-name'])
  if (loose !== undefined && loose.code !== 0) return whyNot(loose)
  return assembled(top, readRaw(raw.out), readNames(loose?.out ?? new Uint8Array()))
}

type Run = (...args: readonly string[]) => Promise<GitAnswer>

/** The tree that now is compared with. */
async function baseOf(compare: Compare, run: Run): Promise<{readonly tree: string} | {readonly mistake: string}> {
  const head = await run('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')
  if (compare.what !== 'since') {
    if (head.code === 0) return {tree: textOf(head)}
    // Before the first commit everything is new.
    const empty = await run('hash-object', '-t', 'tree', '--stdin')
    return empty.code === 0 ? {tree: textOf(empty)} : {mistake: whyNot(empty)}
  }
  const name = printable(compare.ref)
  const ref = await run('rev-parse', '--verify', '--quiet', `${compare.ref}^{commit}`)
  if (ref.code !== 0)
    return {
      mistake: `There is no commit “${name}” in this clone. Check the name after --since, or fetch it first: git fetch origin`,
    }
  if (head.code !== 0) return {mistake: 'There is no commit yet. Use --changed.'}
  const base = await run('merge-base', 'HEAD', textOf(ref))
  if (base.code === 0) return {tree: textOf(base).split('\n')[0] ?? ''}
  const isShallow = textOf(await run('rev-parse', '--is-shallow-repository')) === 'true'
  return {
    mistake: isShallow
      ? `This clone holds too little history to see where “${name}” and this branch part. Fetch the rest with git fetch --unshallow; on GitHub, set fetch-depth: 0 for actions/checkout; on GitLab, set GIT_DEPTH: 0.`
      : `“${name}” and this branch have no commit in common. Name another one after --since.`,
  }
}

/** The settings of filters, which git would run over working files to compare them. */
async function filterKeys(run: Run): Promise<readonly string[]> {
  const answer = await run(
    'config',
    '-z',
    '--name-only',
    '--get-regexp',
    '^filter\\..*\\.(clean|smudge|process|required)$',
  )
  return answer.code === 0 ? [...new Set(readNames(answer.out).flatMap(({name}) => name ?? []))] : []
}

function assembled(top: string, raw: readonly RawChange[], loose: ReturnType<typeof readNames>): Changes {
  const files = new Map<string, ChangedFile>()
  const gone: {path: string; old: string}[] = []
  const conflicts = new Set<string>()
  const unnameable: string[] = []
  for (const {name, shown, oldMode, newMode, oldId, newId, status} of raw) {
    if (name === undefined) {
      unnameable.push(shown)
      continue
    }
    const path = entryOf(top, name)
    const old = regular.test(oldMode) ? oldId : undefined
    if (status === 'U') conflicts.add(path)
    else if (regular.test(newMode) || newMode === link)
      files.set(path, {
        ...(old !== undefined && {old}),
        ...(!/^0+$/.test(newId) && {staged: newId}),
        isLink: newMode === link,
      })
    else if (old !== undefined) gone.push({path, old})
  }
  for (const {name, shown} of loose) {
    if (name === undefined) unnameable.push(shown)
    // A folder is another repository inside this one.
    else if (!name.endsWith('/')) files.set(entryOf(top, name), {isLink: false})
  }
  return {top, files, gone, conflicts: [...conflicts].filter(path => !files.has(path)), unnameable}
}
