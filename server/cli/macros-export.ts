import {textFor, withFingerprint} from '../formats/exports/macro-file.ts'
import {replaceBodies} from '../formats/exports/replace-bodies.ts'
import {matchReplies} from '../workspace/match-reply.ts'
import type {ExportOptions} from './arguments.ts'
import {printable} from './colours.ts'
import {unifiedDiff} from './diff.ts'
import {fingerprintOf} from './fingerprint.ts'
import type {ExitCode, Host} from './host.ts'
import {type FolderMacro, isFrom, readMacroFolder} from './macro-folder.ts'
import {noteList, replyCount} from './macros-notes.ts'
import {type Exported, openExport} from './open-export.ts'

/** Puts the macros that were edited in a folder back into the export that they come from; a conflict stops it all. */
export async function exportMacros({folder: name, into, dryRun, config}: ExportOptions, host: Host): Promise<ExitCode> {
  const folder = host.absolute(name)
  const shownFolder = printable(host.shown(folder))
  if ((await host.files.typeOf(folder)) !== 'folder') {
    host.note(`There is no folder “${printable(name)}”. Name the one that the macros were imported to.`)
    return 2
  }
  const exported = await openExport(into, config, host)
  if ('mistake' in exported) {
    host.note(exported.mistake)
    return 2
  }
  const {macros, mistakes} = await readMacroFolder(folder, host)
  const shownExport = printable(host.shown(exported.path))
  const plan = planExport(exported, folder, macros, host)
  if (plan.ours === 0) {
    noteList('Not read:', mistakes, host)
    host.note(`No macro in ${shownFolder} comes from ${shownExport}. Check both names, or import it first.`)
    return 2
  }
  if (plan.conflicts.length > 0) {
    noteList(`Nothing was written: ${replyCount(plan.conflicts.length)} changed on both sides.`, plan.conflicts, host)
    host.note('Make the text of each the same on both sides, then run Poise again.')
    return 1
  }
  const {text, refused} = replaceBodies(exported.text, exported.nature, plan.edits)
  const isRefused = new Set(refused)
  const done = plan.edits.filter(({index}) => !isRefused.has(index))
  const diff = dryRun ? unifiedDiff(host.shown(exported.path), exported.text, text) : ''
  const failure = dryRun || text === exported.text ? undefined : host.replaceFile(exported.path, exported.text, text)
  if (failure !== undefined) {
    host.note(`${shownExport}: ${printable(failure)}`)
    return 2
  }
  const unmarked = dryRun ? [] : mark([...done, ...plan.agreed], host)
  noteList('Not read:', mistakes, host)
  noteList(
    `Can’t be written into ${shownExport} exactly, so nothing of it was changed there. Edit it by hand:`,
    plan.edits
      .filter(({index}) => isRefused.has(index))
      .map(({macro, index}) => `${printable(host.shown(macro.path))} and ${exported.placeOf(index)}`),
    host,
  )
  for (const [heading, lines] of plan.notes) noteList(heading, lines, host)
  noteList('Put back, but the file’s own fingerprint is the old one:', unmarked, host)
  const summary = summaryOf(done.length, plan, dryRun, shownExport)
  if (dryRun) {
    host.note(summary.trimEnd())
    await host.print(diff)
  } else await host.print(summary)
  if (mistakes.length > 0 || unmarked.length > 0) return 2
  return refused.length > 0 || plan.notes.length > 0 ? 1 : 0
}

/** A macro whose text goes to the reply with this number. */
interface Edit {
  readonly macro: FolderMacro
  readonly index: number
  readonly text: string
}

interface ExportPlan {
  /** How many macros come from the export. */
  readonly ours: number
  readonly edits: readonly Edit[]
  /** Those that say what the export says by now, though neither says what was imported. */
  readonly agreed: readonly Edit[]
  /** How many were changed in the export alone. */
  readonly newer: number
  readonly conflicts: readonly string[]
  /** What is left for a person to do: a heading, and a line for each macro. */
  readonly notes: readonly (readonly [string, readonly string[]])[]
}

function planExport(exported: Exported, folder: string, macros: readonly FolderMacro[], host: Host): ExportPlan {
  const {replies, placeOf, path} = exported
  const match = matchReplies(replies, fingerprintOf)
  const shownExport = printable(host.shown(path))
  const edits = new Map<number, Edit>()
  const agreed: Edit[] = []
  const conflicts: string[] = []
  const [strangers, gone, empty, retitled]: [string[], string[], string[], string[]] = [[], [], [], []]
  let ours = 0
  let newer = 0
  for (const macro of macros) {
    const {origin, title, body} = macro.macro
    const shown = printable(host.shown(macro.path))
    if (origin === undefined) {
      if (macro.path !== path) strangers.push(shown)
      continue
    }
    if (!isFrom(folder, origin.file, path)) continue
    ours++
    const index = match(origin)
    const reply = index === undefined ? undefined : replies[index]
    if (index === undefined || reply === undefined) {
      gone.push(`${shown} “${printable(origin.title ?? title ?? `reply ${origin.index}`)}”`)
      continue
    }
    if (origin.title !== undefined && title !== undefined && title !== origin.title && title !== reply.title)
      retitled.push(`${shown} “${printable(title)}”, there “${printable(reply.label)}” (${placeOf(index)})`)
    const edit = {macro, index, text: textFor(macro.macro, reply.text)}
    const [here, there] = [fingerprintOf(body), fingerprintOf(reply.text)]
    if (here === there) {
      if (here !== origin.fingerprint) agreed.push(edit)
    } else if (here === origin.fingerprint) newer++
    else if (body.trim() === '') empty.push(shown)
    else if (there !== origin.fingerprint) conflicts.push(`${shown} and ${placeOf(index)} “${printable(reply.label)}”`)
    else {
      const other = edits.get(index)
      if (other !== undefined && other.text !== edit.text)
        conflicts.push(`${printable(host.shown(other.macro.path))} and ${shown}, both for ${placeOf(index)}`)
      edits.set(index, edit)
    }
  }
  const notes: readonly (readonly [string, readonly string[]])[] = [
    [`New, without an origin in ${shownExport}. Add it in the help desk, then import it:`, strangers],
    [`No longer in ${shownExport}, or renamed there; the file is as it was:`, gone],
    ['Without text, so the reply there is as it was. Delete it in the help desk:', empty],
    ['Another title; titles are not put back, so change it in the help desk:', retitled],
  ]
  return {
    ours,
    edits: [...edits.values()],
    agreed,
    newer,
    conflicts,
    notes: notes.filter(([, lines]) => lines.length > 0),
  }
}

/** Writes into each macro what its reply says now, so that the next change is told from this one. */
function mark(edits: readonly Edit[], host: Host): readonly string[] {
  const failures: string[] = []
  for (const {macro, text} of edits) {
    const marked = withFingerprint(macro.text, fingerprintOf(text))
    const message = marked === undefined ? 'it has none.' : host.replaceFile(macro.path, macro.text, marked)
    if (message !== undefined) failures.push(`${printable(host.shown(macro.path))}: ${printable(message)}`)
  }
  return failures
}

function summaryOf(done: number, {ours, newer, edits}: ExportPlan, dryRun: boolean, shownExport: string): string {
  const rest = Math.max(0, ours - edits.length - newer)
  const parts = [`${done} put back`, `${rest} as before`]
  const late = newer === 0 ? '' : ` ${replyCount(newer)} changed there alone: import to have it here.`
  return `${dryRun ? 'Would put macros' : 'Macros'} into ${shownExport}: ${parts.join(', ')}.${late}\n`
}
