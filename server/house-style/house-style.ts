import type {Span} from '../../rules/kit/types.ts'
import type {Problem} from '../formats/format.ts'
import type {FileSystem, ReadFailure} from '../workspace/files.ts'
import {staysInside} from '../workspace/named-path.ts'
import {entryOf} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import type {PlacedPhrase} from './parse-phrases.ts'
import {phraseLimits} from './phrase-limits.ts'
import type {PhraseRule} from './phrase-rule.ts'
import {isStyleSyntax, parseStyle} from './style-file.ts'

/** What a configuration file says of the team's phrases: rules, and the files that hold more of them. */
export interface PhraseSettings {
  readonly rules: readonly PlacedPhrase[]
  readonly files: readonly {readonly name: string; readonly span: Span<'source'>}[]
}

/** A file of phrase rules that was named; `text` is absent where it could not be read. */
export interface StyleFile {
  readonly path: string
  readonly text?: string
  readonly problems: readonly Problem[]
}

/** A phrase rule and the file that it stands in. */
export interface SourcedPhrase extends PlacedPhrase {
  readonly path: string
}

/** All phrases of one configuration file, those of the files that it names included. */
export interface HouseStyle {
  readonly phrases: readonly SourcedPhrase[]
  readonly files: readonly StyleFile[]
  /** Of the configuration file itself. */
  readonly problems: readonly Problem[]
}

const maxStyleSize = 1_000_000

/** Reads the files that a configuration at `path` in `folder` names, and puts all its phrases together. Never rejects. */
export async function readHouseStyle(
  fileSystem: FileSystem,
  folder: string,
  path: string,
  {rules, files: named}: PhraseSettings,
): Promise<HouseStyle> {
  const problems: Problem[] = []
  const files: StyleFile[] = []
  const phrases: SourcedPhrase[] = []
  const seen = new Map<string, string>()

  /** Takes the rules whose names are new, and answers what is wrong with the others. */
  function take(placed: readonly PlacedPhrase[], from: string): readonly Problem[] {
    const wrong: Problem[] = []
    for (const each of placed) {
      const {rule, span} = each
      const other = seen.get(rule.name)
      if (phrases.length >= phraseLimits.rules) {
        wrong.push(
          atStart(
            'phrase-too-many',
            span,
            `A team has ${phraseLimits.rules} rules at most, and this one is left out. Join some, for one rule can find several phrases.`,
          ),
        )
        return wrong
      }
      if (other === undefined) {
        seen.set(rule.name, from)
        phrases.push({...each, path: from})
      } else {
        const where = other === from ? 'here' : `in ${other.slice(folder.length).replace(/^\//, '')}`
        wrong.push(
          atStart(
            'phrase-duplicate',
            span,
            `Another rule ${where} is called “${rule.name}”, so this one is left out. Give it a “name” of its own, or remove it.`,
          ),
        )
      }
    }
    return wrong
  }

  problems.push(...take(rules, path))
  for (const {name, span} of named) {
    const mistake = nameMistake(name)
    const file = entryOf(folder, name.replace(/^\.\//, ''))
    const leadsOut = mistake === undefined && !(await staysInside(file, folder, fileSystem))
    if (mistake !== undefined) problems.push({code: 'style-path', message: mistake, span})
    else if (leadsOut)
      problems.push({
        code: 'style-path',
        message: `“${name}” is a link that leads out of the folder of this file, so it is left out. Copy what it leads to.`,
        span,
      })
    else if (files.some(each => each.path === file))
      problems.push({code: 'style-path', message: `“${name}” is named twice. Remove one of them.`, span})
    else if (files.length >= phraseLimits.files)
      problems.push({
        code: 'style-path',
        message: `More than ${phraseLimits.files} files are named. Join some of them.`,
        span,
      })
    else {
      const {bytes, failure} = await fileSystem.readFile(file, maxStyleSize)
      const text = failure === undefined ? decodeText(bytes) : undefined
      if (typeof text !== 'string') {
        const message = text?.message ?? `“${name}” ${failure === undefined ? '' : failures[failure]}`
        problems.push({code: 'style-unreadable', message, span})
        files.push({path: file, problems: []})
        continue
      }
      const parsed = parseStyle(file, text)
      const wrong = [...parsed.problems, ...take(parsed.phrases, file)]
      files.push({path: file, text, problems: wrong.sort((a, b) => a.span.start - b.span.start)})
    }
  }
  return {phrases, files, problems}
}

/** The phrases of the folders above with those of a folder, which count instead of others with their names. */
export function mergePhrases(above: readonly PhraseRule[], own: readonly SourcedPhrase[]): readonly PhraseRule[] {
  if (own.length === 0) return above
  const names = new Set(own.map(({rule}) => rule.name))
  return [...above.filter(({name}) => !names.has(name)), ...own.map(({rule}) => rule)]
}

const failures: Readonly<Record<ReadFailure, string>> = {
  missing: 'is not there. Check the name, which counts from the folder of this file.',
  unreadable: 'can’t be opened. Give yourself permission to read it.',
  folder: 'is a folder. Name a file in it.',
  special: 'is a pipe, socket or device. Name a regular file.',
  'too-large': 'is larger than 1 MB. Split it.',
}

function nameMistake(name: string): string | undefined {
  if (name.includes('\\')) return 'A path has forward slashes, on Windows too. Replace “\\” by “/”.'
  if (/^\/|^[a-z][a-z\d+.-]*:/i.test(name))
    return 'A path is relative to the folder of this file. Leave out what stands before it.'
  if (name.split('/').includes('..'))
    return 'A path stays inside the folder of this file. Move the file there, or name it in a .poise.json further up.'
  return isStyleSyntax(name) ? undefined : `“${name}” is no YAML or JSON file. Name one that ends in .yaml or .json.`
}

function atStart(code: string, {start}: Span<'source'>, message: string): Problem {
  return {code, message, span: {start, end: start + 1}}
}
