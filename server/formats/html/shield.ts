import type {DocumentKind} from '../../../rules/kit/types.ts'
import {htmlTag, isKnownElement} from '../markdown/inline-html.ts'
import {branchOf} from '../placeholders/branches.ts'
import {isControlLine, placeholderAt} from '../placeholders/placeholders.ts'

/** A placeholder or template tag in a file of HTML. */
export interface Template {
  readonly start: number
  readonly end: number
  /** What it puts into the text: a word, nothing because it steers the template, or nothing because it is a comment. */
  readonly role: 'value' | 'control' | 'comment'
}

/** A file in which no placeholder can be taken for a tag, its text being as long as the file's. */
export interface Shielded {
  readonly text: string
  readonly templates: readonly Template[]
}

const start = /<!--|<(?:script|style)\b|&lt;|[{%$#@<X[]/gi
const ends: Readonly<Record<string, RegExp>> = {
  '<!--': /-->/g,
  '<script': /<\/script/gi,
  '<style': /<\/style/gi,
}
const server: readonly RegExp[] = [/<%(?:[^%]|%(?!>)){0,500}%>/y, /<\?(?!xml)(?:[^?]|\?(?!>)){0,1000}\?>/iy]
/** The forms in which a bracket or quote is no accident. */
const code = /^(?:\{[{%!$]|[$#@%]\{|<\/?[#@%?])/

/** Finds the placeholders of a file, and hides each from what reads tags. */
export function shield(text: string, kind: DocumentKind): Shielded {
  const templates: Template[] = []
  const parts: string[] = []
  let done = 0
  start.lastIndex = 0
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const [opener] = match
    const end = ends[opener.toLowerCase()]
    if (end !== undefined) {
      // What a script or comment holds is nobody's text.
      end.lastIndex = match.index
      if (!end.test(text)) break
      start.lastIndex = end.lastIndex
      continue
    }
    const found = templateAt(text, match.index, kind)
    if (found === undefined) continue
    templates.push(found)
    parts.push(text.slice(done, found.start), '\ufffc'.repeat(found.end - found.start))
    done = found.end
    start.lastIndex = found.end
  }
  return {text: done === 0 ? text : parts.join('') + text.slice(done), templates}
}

/** A placeholder in angle brackets, as HTML has to write them. */
const escaped = /&lt;([^<>&;\n]{1,60})&gt;/y

function templateAt(text: string, at: number, kind: DocumentKind): Template | undefined {
  if (text.charCodeAt(at) === 38) {
    escaped.lastIndex = at
    const inner = escaped.exec(text)?.[1]
    const isValue = inner !== undefined && placeholderAt(`<${inner}>`, 0, kind)?.end === inner.length + 2
    return isValue ? {start: at, end: escaped.lastIndex, role: 'value'} : undefined
  }
  if (text.charCodeAt(at) === 60) {
    for (const pattern of server) {
      pattern.lastIndex = at
      if (!pattern.test(text)) continue
      return {start: at, end: pattern.lastIndex, role: text.charAt(at + 2) === '=' ? 'value' : 'control'}
    }
  }
  const found = placeholderAt(text, at, kind)
  if (found === undefined) return undefined
  const raw = text.slice(at, found.end)
  if (!code.test(raw) && (isElement(raw) || /[<>]/.test(raw.slice(1, -1)))) return undefined
  const isComment = found.kind === 'tag' || /^\{\{[-~]?!/.test(raw)
  const role = isComment ? 'comment' : branchOf(raw) !== undefined || isControlLine(raw) ? 'control' : 'value'
  return {start: at, end: found.end, role}
}

/** Whether it is a tag of HTML, written in capitals say. */
function isElement(raw: string): boolean {
  const name = /^<([a-z][\w-]*)/i.exec(raw)?.[1]
  const tag = name === undefined ? undefined : htmlTag(`<${name.toLowerCase()}>`)
  return tag !== undefined && isKnownElement(tag)
}
