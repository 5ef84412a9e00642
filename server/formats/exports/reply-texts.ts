import {type Purpose, purposes, type Span} from '../../../rules/kit/types.ts'
import {repliesIn, titleOf} from '../files/data-file.ts'
import type {FileNature} from '../files/file.ts'
import {syntaxOfBody} from '../files/reply-body.ts'
import {isTemplateName} from '../files/template-file.ts'
import type {Problem} from '../format.ts'
import {readHtml} from '../html/html.ts'
import {openMarkdown} from '../markdown/markdown.ts'
import {isReplyPage, repliesOfPage} from '../pages/pages.ts'
import {syntaxOf} from '../shapes/index.ts'
import type {BodySyntax, DataSyntax, FoundReply} from '../shapes/shape.ts'
import type {Data, TextValue} from '../values/value.ts'

/** The text of a reply, decoded, with what the file says about it. */
export interface ReplyText {
  /** What to call it: its title, or its first words. */
  readonly label: string
  /** Absent where it has none of its own. */
  readonly title?: string
  readonly id?: string
  readonly tags?: readonly string[]
  readonly inactive?: true
  readonly purpose?: Purpose
  readonly as: BodySyntax
  readonly text: string
  /** Where the text stands in the file, quotes included. */
  readonly span: Span<'source'>
}

/** The replies of a file as texts that can be taken out of it and put back. */
export type ReplyTexts = Found & {readonly replies: readonly ReplyText[]; readonly problems: readonly Problem[]}

type Found =
  | {readonly form: 'page'}
  | {readonly form: 'data'; readonly syntax: DataSyntax; readonly data: Data; readonly bodies: readonly TextValue[]}

/** Reads the texts of a file's replies; undefined where it holds none. */
export function replyTextsOf(text: string, nature: FileNature): ReplyTexts | undefined {
  const syntax = syntaxOf(nature.path)
  if (syntax !== undefined) return inData(text, syntax, nature)
  return isTemplateName(nature.path) ? template(text, nature) : inPage(text, nature)
}

function inData(text: string, syntax: DataSyntax, nature: FileNature): ReplyTexts | undefined {
  const {data, found} = repliesIn(text, syntax, nature)
  if (found === undefined || found.replies.length === 0) return undefined
  const {replies} = found
  const bodies = replies.map(({body}) => body)
  return {form: 'data', syntax, data, bodies, replies: replies.map(dataReply), problems: data.problems}
}

function dataReply(reply: FoundReply): ReplyText {
  const {title, id, tags, inactive, as, body, purpose} = reply
  const label = titleOf(reply).text
  const known = purposes.find(each => each === purpose?.text)
  return {
    label,
    ...(title !== undefined && title.text.trim() !== '' && {title: label}),
    ...(id !== undefined && {id}),
    ...(tags !== undefined && {tags}),
    ...(inactive && {inactive}),
    ...(known !== undefined && {purpose: known}),
    as: as ?? syntaxOfBody(body.text),
    text: body.text,
    span: body.span,
  }
}

/** An e-mail template is one reply, all of it. */
function template(text: string, {path, kind}: FileNature): ReplyTexts {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const own = text.slice(start)
  const label = readHtml(own, kind).title ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return {
    form: 'page',
    replies: [{label, as: 'html', text: own, span: {start, end: text.length}}],
    problems: [],
  }
}

function inPage(text: string, {path, kind}: FileNature): ReplyTexts | undefined {
  if (kind !== 'macro' && !isReplyPage(text, path)) return undefined
  const found = repliesOfPage(text, openMarkdown(text, 'macro').reading, path)
  const replies = found?.map(({title, body, as}): ReplyText => {
    const span = withoutBlankLines(text, body)
    return {label: title, title, as, text: text.slice(span.start, span.end), span}
  })
  return replies && {form: 'page', replies, problems: []}
}

/** A reply of a page without the blank lines between its title, itself and the next title. */
function withoutBlankLines(text: string, {start, end}: Span<'source'>): Span<'source'> {
  let from = start
  for (let at = start; at < end && text.charAt(at).trim() === ''; at++)
    if (/[\r\n]/.test(text.charAt(at))) from = at + 1
  let to = end
  while (to > from && text.charAt(to - 1).trim() === '') to--
  return {start: from, end: to}
}
