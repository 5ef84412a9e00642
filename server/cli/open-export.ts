import {locateIn} from '../engine/positions.ts'
import {type ReplyTexts, replyTextsOf} from '../formats/exports/reply-texts.ts'
import type {FileNature} from '../formats/files/file.ts'
import {isPageName, isReadableName} from '../formats/files/file.ts'
import {kindOf, maxSizeOf, natureOf} from '../workspace/config.ts'
import {nameOf, parentOf} from '../workspace/path.ts'
import {readDocument} from '../workspace/read-document.ts'
import {printable} from './colours.ts'
import {configMistake, configsFor} from './configuration.ts'
import type {Host} from './host.ts'

/** A file that holds replies, read. */
export interface Exported {
  readonly path: string
  readonly text: string
  readonly nature: FileNature
  readonly replies: ReplyTexts['replies']
  readonly problems: ReplyTexts['problems']
  /** The place of one of its replies: “macros.json:12:15”. */
  readonly placeOf: (index: number) => string
}

/** Reads the export that was named, or says why it can't be, with the remedy. */
export async function openExport(
  name: string,
  config: string | undefined,
  host: Host,
): Promise<Exported | {readonly mistake: string}> {
  const path = host.absolute(name)
  const configs = configsFor({config}, host)
  const wrong = await configMistake(configs, {config}, host)
  if (wrong !== undefined) return {mistake: wrong}
  const shown = printable(host.shown(path))
  if ((await host.files.typeOf(path)) === 'folder')
    return {mistake: `${shown} is a folder. Name one file in it, and each of the others in a run of its own.`}
  if (!isReadableName(nameOf(path)))
    return {
      mistake: `${shown} is of a kind that Poise does not read. Name a file in JSON, YAML, XML, CSV, HTML or Markdown.`,
    }
  const now = await configs.of(parentOf(path) ?? '/')
  const {text, problem} = await readDocument(host.files, path, maxSizeOf(now, path))
  if (problem !== undefined) return {mistake: `${shown}: ${printable(problem.message)}`}
  // Whoever names it says that it holds replies.
  const nature = {...natureOf({path, kind: kindOf(now, path) ?? 'macro', config: now}), named: true}
  const found = replyTextsOf(text, nature)
  if (found === undefined) return {mistake: `${shown} ${isPageName(path) ? isOneText : isUnknown}`}
  const {replies, problems} = found
  const placeOf = (index: number): string => {
    const {line, column} = locateIn(text)(replies[index]?.span ?? {start: 0, end: 0}).start
    return `${shown}:${line}:${column}`
  }
  return {path, text, nature, replies, problems, placeOf}
}

const isOneText = 'is one text, not a page of several replies, so there is nothing to take apart.'
const isUnknown = 'holds no replies that Poise knows the form of. "macros" in .poise.json can describe its form.'
