import type {FileReport} from '../engine/check-file.ts'
import {type Memory, makeMemory} from '../engine/memory.ts'
import {type Config, kindOf} from '../workspace/config.ts'
import {entryOf, parentOf} from '../workspace/path.ts'
import {checkText} from '../workspace/scan.ts'
import {type Field, Mistake} from './input.ts'
import type {ToolHost} from './tool.ts'

/** A text that an assistant asks about, checked. */
export interface CheckedDraft {
  readonly text: string
  readonly config: Config
  readonly report: FileReport
}

/** The fields that say which text is meant; `filename` names no file that is read. */
export const draftFields = {
  text: {
    type: 'string',
    maxLength: 200_000,
    description: 'The whole text, in Markdown unless "filename" says otherwise.',
  },
  kind: {
    type: 'string',
    maxLength: 20,
    enum: ['article', 'macro'],
    description:
      'A help-centre article, or a macro: a reply to a customer, canned or drafted. By default what "filename" says, else a macro.',
  },
  filename: {
    type: 'string',
    maxLength: 500,
    description:
      'Where the text will be kept, inside of the working folder, such as "replies/refund.macro.md"; it decides which house style holds. The file is not read and need not exist.',
  },
} as const satisfies Readonly<Record<string, Field>>

let memory: Memory | undefined

/** Checks a text as its nearest configuration asks. Throws a Mistake where nothing in it can be checked. */
export async function checkDraft(
  {text, kind, filename}: Readonly<Record<string, string | number>>,
  {folder, configs}: ToolHost,
): Promise<CheckedDraft> {
  const given = kind === 'article' || kind === 'macro' ? kind : undefined
  const path = entryOf(folder ?? '/', nameInside(filename, given))
  const config = await configs().of(parentOf(path) ?? '/')
  const own = filename === undefined ? (given ?? 'macro') : kindOf(config, path)
  if (own === undefined)
    throw new Mistake(`Poise does not check “${filename}”: it is of another kind, or the configuration leaves it out.`)
  memory ??= makeMemory(20_000_000)
  const report = checkText(String(text), {path, kind: given ?? own, config}, memory)
  if (report === undefined) throw new Mistake('This text holds no article and no reply that Poise knows the form of.')
  return {text: String(text), config, report}
}

function nameInside(filename: string | number | undefined, kind: 'article' | 'macro' | undefined): string {
  if (filename === undefined) return kind === 'article' ? 'draft.md' : 'draft.macro.md'
  const name = String(filename)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
  if (name === '' || name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..'))
    throw new Mistake(`“filename” is a path inside of the working folder, such as "replies/refund.macro.md".`)
  return name
}
