import {type MacroHead, refreshMacroFile, trimmed, writeMacroFile} from '../formats/exports/macro-file.ts'
import type {ReplyText} from '../formats/exports/reply-texts.ts'
import {macroName} from '../workspace/macro-name.ts'
import {matchReplies} from '../workspace/match-reply.ts'
import {entryOf} from '../workspace/path.ts'
import type {ImportOptions} from './arguments.ts'
import {printable} from './colours.ts'
import {fingerprintOf} from './fingerprint.ts'
import type {ExitCode, Host} from './host.ts'
import {type FolderMacro, isFrom, type MacroFolder, originPath, readMacroFolder} from './macro-folder.ts'
import {noteList, replyCount} from './macros-notes.ts'
import {type Exported, openExport} from './open-export.ts'

/** Writes one macro file for each reply of an export; one that was edited since it was imported stops it all. */
export async function importMacros({source, to, dryRun, config}: ImportOptions, host: Host): Promise<ExitCode> {
  const folder = host.absolute(to)
  const shownFolder = printable(host.shown(folder))
  const type = await host.files.typeOf(folder)
  if (type !== undefined && type !== 'folder') {
    host.note(`${shownFolder} is a file. Name a folder after --to.`)
    return 2
  }
  const exported = await openExport(source, config, host)
  if ('mistake' in exported) {
    host.note(exported.mistake)
    return 2
  }
  const there = await readMacroFolder(folder, host)
  if (there.mistakes.length > 0) {
    noteList('Nothing was written, for not all of the folder can be read:', there.mistakes, host)
    return 2
  }
  const plan = planImport(exported, folder, there, host)
  const source_ = printable(host.shown(exported.path))
  if (plan.edited.length > 0) {
    noteList(
      `Nothing was written: ${replyCount(plan.edited.length)} edited in the folder since the import.`,
      plan.edited,
      host,
    )
    host.note(
      `Put the edits back first with poise macros export ${shownFolder} --into ${source_}, or move these files away.`,
    )
    return 1
  }
  for (const {message} of exported.problems) host.note(`${source_}: ${printable(message)}`)
  noteList('Left out:', plan.leftOut, host)
  noteList(`No longer in ${source_}; the files are as they were:`, plan.gone, host)
  const failures = dryRun ? [] : write(plan.writings, host)
  noteList('Not written:', failures, host)
  await host.print(reportOf(plan, {dryRun, folder: shownFolder, failures: failures.length}, host))
  if (failures.length > 0) return 2
  return plan.leftOut.length > 0 || exported.problems.length > 0 ? 1 : 0
}

/** A file to write; `before` is what it holds now, where it is not new. */
interface Writing {
  readonly path: string
  readonly text: string
  readonly before?: string
}

interface ImportPlan {
  readonly writings: readonly Writing[]
  /** How many files need no change. */
  readonly kept: number
  /** Lines about files that were edited, replies that can't be written, and files whose reply is gone. */
  readonly edited: readonly string[]
  readonly leftOut: readonly string[]
  readonly gone: readonly string[]
}

function planImport(exported: Exported, folder: string, there: MacroFolder, host: Host): ImportPlan {
  const {replies, placeOf, path} = exported
  const file = originPath(folder, path)
  const match = matchReplies(replies, fingerprintOf)
  const files = new Map<number, FolderMacro[]>()
  const gone: string[] = []
  for (const found of there.macros) {
    const {origin} = found.macro
    if (origin === undefined || !isFrom(folder, origin.file, path)) continue
    const index = match(origin)
    if (index === undefined) gone.push(printable(host.shown(found.path)))
    else files.set(index, [...(files.get(index) ?? []), found])
  }
  const names = new Set(there.names)
  const writings: Writing[] = []
  const edited: string[] = []
  const leftOut: string[] = []
  let kept = 0
  for (const [index, reply] of replies.entries()) {
    const head = headOf(reply, {file, index: index + 1})
    for (const {path: macroPath, text, macro} of files.get(index) ?? []) {
      const now = fingerprintOf(macro.body)
      const isCurrent = now === head.origin.fingerprint
      if (!isCurrent && now !== macro.origin?.fingerprint) {
        edited.push(`${printable(host.shown(macroPath))} and ${placeOf(index)} “${printable(reply.label)}”`)
        continue
      }
      const isSame = isCurrent && now === macro.origin?.fingerprint
      const fresh = isSame ? undefined : refreshMacroFile(text, head, isCurrent ? macro.body : reply.text)
      if (isSame) kept++
      else if (fresh !== undefined) writings.push({path: macroPath, text: fresh, before: text})
      else
        leftOut.push(`${printable(host.shown(macroPath))}: its front matter is not YAML that Poise can write. Mend it.`)
    }
    if (files.has(index)) continue
    const fresh = writeMacroFile(head, reply.text)
    if (fresh === undefined || trimmed(reply.text).trim() === '') {
      leftOut.push(
        `${placeOf(index)} “${printable(reply.label)}” holds characters that no text file can. Edit it there.`,
      )
      continue
    }
    const name = macroName(reply.label, names)
    names.add(name)
    writings.push({path: entryOf(folder, name), text: fresh})
  }
  return {writings, kept, edited, leftOut, gone}
}

function headOf(
  {label, title, id, purpose, tags, inactive, as, text}: ReplyText,
  place: {readonly file: string; readonly index: number},
): MacroHead {
  const origin = {
    ...place,
    ...(id !== undefined && {id}),
    ...(title !== undefined && {title}),
    fingerprint: fingerprintOf(text),
  }
  return {
    title: label,
    ...(id !== undefined && {id}),
    ...(purpose !== undefined && {purpose}),
    ...(tags !== undefined && {tags}),
    ...(inactive && {inactive}),
    as,
    origin,
  }
}

function write(writings: readonly Writing[], host: Host): readonly string[] {
  const failures: string[] = []
  for (const {path, text, before} of writings) {
    if (host.signal.aborted) break
    const message = before === undefined ? host.createFile(path, text) : host.replaceFile(path, before, text)
    if (message !== undefined) failures.push(`${printable(host.shown(path))}: ${printable(message)}`)
  }
  return failures
}

interface Setting {
  readonly dryRun: boolean
  readonly folder: string
  readonly failures: number
}

function reportOf({writings, kept}: ImportPlan, {dryRun, folder, failures}: Setting, host: Host): string {
  const lines = dryRun
    ? writings.map(
        ({path, before}) => `${before === undefined ? 'new' : 'refreshed'}  ${printable(host.shown(path))}\n`,
      )
    : []
  const fresh = writings.filter(({before}) => before === undefined).length
  const parts = [`${fresh} new`, `${writings.length - fresh} refreshed`, `${kept} as before`]
  const rest = failures > 0 ? `, ${failures} of them not written` : ''
  return `${lines.join('')}${dryRun ? 'Would write' : 'Wrote'} macros to ${folder}: ${parts.join(', ')}${rest}.\n`
}
