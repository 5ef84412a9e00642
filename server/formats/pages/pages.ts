import type {Span} from '../../../rules/kit/types.ts'
import type {Block, Directive, Problem, Reading} from '../format.ts'
import {isEnglish} from '../language/language.ts'
import {frontMatterEnd} from '../markdown/front-matter.ts'
import {readMarkdown} from '../markdown/markdown.ts'
import {normaliseBreaks} from '../prose/line-breaks.ts'
import {moveMap} from '../prose/source-map.ts'
import type {BodySyntax} from '../shapes/shape.ts'
import {readText} from '../text/text.ts'
import {mayBegin, namesReplies} from './look.ts'
import {type PlannedReply, planPage, type Range} from './plan.ts'

/** A reply of a Markdown page that holds several; its reading counts in the file, as the page's does. */
export interface PageReply {
  /** The titles above it too: “Refunds › Late parcel”. */
  readonly title: string
  readonly titleSpan: Span<'source'>
  /** All of it, title included. */
  readonly span: Span<'source'>
  /** What the customer reads, as it stands. */
  readonly body: Span<'source'>
  readonly as: BodySyntax
  readonly reading: Reading
}

/** Whether a Markdown file that nobody calls a macro is a page of canned replies; sure, or false. */
export function isReplyPage(text: string, path: string): boolean {
  const named = namesReplies(path)
  if (!mayBegin(text)) return false
  return planPage(normaliseBreaks(text), frontMatterEnd(text), {named, strict: true}) !== undefined
}

/**
 * Splits the reading of a Markdown file into one for each reply, or is undefined where the file is one text. Ignore comments and
 * problems go to the reply they lie in, those about the whole file to every reply and to the first.
 */
export function repliesOfPage(text: string, reading: Reading, path = ''): readonly PageReply[] | undefined {
  if (reading.purpose !== undefined) return undefined
  const flat = normaliseBreaks(text)
  const named = namesReplies(path) || namesReplies(reading.title ?? '')
  const plan = planPage(flat, frontMatterEnd(text), {named, strict: false})
  if (plan === undefined) return undefined
  const read = plan.blanks.length === 0 ? reading : readMarkdown(blanked(text, plan.blanks), 'macro')
  const parts = deal(read, plan.replies)
  plan.replies.forEach((reply, index) => {
    if (reply.fenced && parts[index]?.blocks.length === 0) parts[index].blocks.push(...fewWordsOf(text, reply.body))
  })
  return plan.replies.map((reply, index) => {
    const title = titleOf(flat, reply) || `Reply ${index + 1}`
    const {blocks = [], directives = [], problems = []} = parts[index] ?? {}
    const foreign = !isEnglish(text.slice(reply.body.from, reply.body.to))
    return {
      title,
      titleSpan: spanOf(titlePlace(reply)),
      span: spanOf(reply.span),
      body: spanOf(reply.body),
      as: reply.fenced ? 'text' : 'markdown',
      reading: foreign ? {title, blocks: [], directives: [], problems, foreign} : {title, blocks, directives, problems},
    }
  })
}

/** In a reply of its own, a fence of a few words is no code. */
function fewWordsOf(text: string, {from, to}: Range): readonly Block[] {
  return readText(text.slice(from, to), 'macro').blocks.map(block => ({...block, map: moveMap(block.map, from)}))
}

const spanOf = ({from, to}: Range): Span<'source'> => ({start: from, end: to})

/** Where nothing stands under a title's signs, the reply's start stands for it. */
function titlePlace({titles, span}: PlannedReply): Range {
  return titles.at(-1) ?? {from: span.from, to: span.from}
}

/** With spaces for what is no prose, so that all else keeps its place. */
function blanked(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let done = 0
  for (const {from, to} of ranges) {
    parts.push(text.slice(done, from), ' '.repeat(to - from))
    done = to
  }
  return parts.join('') + text.slice(done)
}

interface Share {
  readonly blocks: Block[]
  readonly directives: Directive[]
  readonly problems: Problem[]
}

function deal({blocks, directives, problems}: Reading, replies: readonly PlannedReply[]): readonly Share[] {
  const shares = replies.map((): Share => ({blocks: [], directives: [], problems: []}))
  const starts = replies.map(({span}) => span.from)
  for (const block of blocks) {
    const {start} = block.map.toSource({start: 0, end: 1})
    const index = indexAt(starts, start)
    const body = replies[index]?.body
    if (body !== undefined && body.from <= start && start < body.to) shares[index]?.blocks.push(block)
  }
  dealDirectives(directives, starts, shares)
  for (const problem of problems) (shares[indexAt(starts, problem.span.start)] ?? shares[0])?.problems.push(problem)
  return shares
}

/** More comments than any page needs: each may go to every reply. */
const mostShared = 50

/** A region that opens in one reply, or above all, goes on in the next. */
function dealDirectives(directives: readonly Directive[], starts: readonly number[], shares: readonly Share[]): void {
  let open: readonly Directive[] = []
  let reached = -1
  let files = 0
  const reach = (place: number) => {
    for (; reached < place; reached++) shares[reached + 1]?.directives.push(...open)
  }
  for (const directive of directives) {
    const {kind, span, covers} = directive
    if (kind === 'file') {
      if (files++ < mostShared) for (const share of shares) share.directives.push(directive)
      continue
    }
    const place = indexAt(starts, (covers ?? span).start)
    if (kind !== 'next') reach(place)
    shares[place]?.directives.push(directive)
    if (kind === 'start' && open.length < mostShared) open = [...open, directive]
    if (kind === 'end') open = open.filter(each => !isClosed(each, directive))
  }
  reach(shares.length - 1)
}

const isClosed = ({rules}: Directive, end: Directive): boolean =>
  end.rules.length === 0 || end.rules.some(rule => rules.includes(rule))

/** The last of the ascending `starts` that is not behind `offset`; -1 before the first. */
function indexAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function titleOf(text: string, {titles, variant}: PlannedReply): string {
  const shown = titles.map(({from, to}) => cleaned(text.slice(from, Math.min(to, from + longestTitle))))
  const title = shown.filter(each => each !== '').join(' › ')
  return variant === undefined || title === '' ? title : `${title} (${variant})`
}

const longestTitle = 300
const markup =
  /!?\[([^[\]]*)\]\([^()]*\)|\\([!-/:-@[-`{-~])|[*~`]{1,3}(?=\S)|(?<=\S)[*~`]{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|\{[#:][^{}]*\}/g

const cleaned = (title: string): string => title.replace(markup, '$1$2').replace(/\s+/g, ' ').trim().replace(/ ?:$/, '')
