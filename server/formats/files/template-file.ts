import {readHtml} from '../html/html.ts'
import {isMailTemplate} from '../html/mail-templates.ts'
import type {FileNature, OpenFile} from './file.ts'
import {wholeFile} from './whole-file.ts'

/** Whether a file of this name can be an e-mail template. */
export function isTemplateName(path: string): boolean {
  return /\.(?:html?|ftlh?|liquid)$/i.test(path)
}

/** Opens an e-mail template in HTML, FreeMarker or Liquid; undefined where the file looks like something else. */
export function openTemplate(text: string, {path, kind, named}: FileNature): OpenFile | undefined {
  return named || isMailTemplate(path, text) ? wholeFile(text, kind, readHtml) : undefined
}
