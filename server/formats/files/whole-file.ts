import type {DocumentKind} from '../../../rules/kit/types.ts'
import type {Reading} from '../format.ts'
import {isEnglish} from '../language/language.ts'
import {placeholderProblems} from '../placeholders/placeholder-problems.ts'
import {systemOf} from '../placeholders/placeholder-systems.ts'
import {once} from './data-file.ts'
import type {OpenFile} from './file.ts'

/** Opens a text that is one document, and is read again as a whole after an edit. */
export function wholeFile(
  text: string,
  kind: DocumentKind,
  reader: (text: string, kind: DocumentKind) => Reading,
): OpenFile {
  const system = systemOf(text)
  const read = once(() => {
    if (!isEnglish(text)) return {blocks: [], directives: [], problems: [], foreign: true}
    const reading = reader(text, kind)
    const problems = kind === 'macro' ? placeholderProblems(text, system) : []
    return {...reading, problems: [...reading.problems, ...problems]}
  })
  return {
    text,
    kind,
    parts: [{base: 0, read}],
    problems: [],
    ...(system !== undefined && {system}),
    edit: (_changes, next) => wholeFile(next.whole(), kind, reader),
  }
}
