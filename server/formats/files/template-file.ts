import {readHtml} from '../html/html.ts'
import {isMailTemplate} from '../html/mail-templates.ts'
import {isEnglish} from '../language/language.ts'
import {placeholderProblems} from '../placeholders/placeholder-problems.ts'
import {systemOf} from '../placeholders/placeholder-systems.ts'
import {once} from './data-file.ts'
import type {FileNature, OpenFile} from './file.ts'

/** Whether a file of this name can be an e-mail template. */
export function isTemplateName(path: string): boolean {
  return /\.(?:html?|ftlh?|liquid)$/i.test(path)
}

/** Opens an e-mail template in HTML, FreeMarker or Liquid; undefined where the file looks like something else. */
export function openTemplate(text: string, {path, kind, named}: FileNature): OpenFile | undefined {
  return named || isMailTemplate(path, text) ? version(text, kind) : undefined
}

function version(text: string, kind: OpenFile['kind']): OpenFile {
  const system = systemOf(text)
  const read = once(() => {
    if (!isEnglish(text)) return {blocks: [], directives: [], problems: [], foreign: true}
    const reading = readHtml(text, kind)
    const problems = kind === 'macro' ? placeholderProblems(text, system) : []
    return {...reading, problems: [...reading.problems, ...problems]}
  })
  return {
    text,
    kind,
    parts: [{base: 0, read}],
    problems: [],
    ...(system !== undefined && {system}),
    edit: (_changes, next) => version(next.whole(), kind),
  }
}
