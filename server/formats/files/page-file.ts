import type {Reading} from '../format.ts'
import {type FrontMatter, readFrontMatter} from '../markdown/front-matter.ts'
import {type Change, type MarkdownDocument, openMarkdown} from '../markdown/markdown.ts'
import {isReplyPage, repliesOfPage} from '../pages/pages.ts'
import {placeholderProblems} from '../placeholders/placeholder-problems.ts'
import {systemOf} from '../placeholders/placeholder-systems.ts'
import {makeLiteral} from '../prose/literal.ts'
import type {SystemId} from '../shapes/shape.ts'
import type {FileNature, OpenFile, Part} from './file.ts'
import {readBody} from './reply-body.ts'
import type {SourceText} from './source-text.ts'

/** Opens a Markdown file: an article, a reply, or a page of several replies. */
export function openPage(text: string, {path, kind}: FileNature): OpenFile {
  const isReplies = kind === 'macro' || isReplyPage(text, path)
  const own = isReplies ? 'macro' : 'article'
  return new PageFile(openMarkdown(text, own), own, path)
}

class PageFile implements OpenFile {
  readonly kind: OpenFile['kind']
  readonly problems: OpenFile['problems'] = []
  declare readonly system?: SystemId
  readonly #markdown: MarkdownDocument
  readonly #path: string
  #parts: readonly Part[] | undefined

  constructor(markdown: MarkdownDocument, kind: OpenFile['kind'], path: string) {
    const system = kind === 'macro' ? systemOf(markdown.text) : undefined
    if (system !== undefined) this.system = system
    this.kind = kind
    this.#markdown = markdown
    this.#path = path
  }

  get text(): string {
    return this.#markdown.text
  }

  get parts(): readonly Part[] {
    const markdown = this.#markdown
    this.#parts ??=
      this.kind === 'macro' ? replyParts(markdown, this.system, this.#path) : [{base: 0, read: () => markdown.reading}]
    return this.#parts
  }

  edit(changes: readonly Change[], next: SourceText): OpenFile {
    return new PageFile(this.#markdown.edit(changes, next), this.kind, this.#path)
  }
}

function replyParts(markdown: MarkdownDocument, system: SystemId | undefined, path: string): readonly Part[] {
  const {text} = markdown
  const front = readFrontMatter(text)
  const isOwn = front.as === 'html' || front.as === 'text'
  return isOwn ? [wholePart(text, front, system)] : markdownParts(markdown, system, front.as ? undefined : path)
}

/** A file whose front matter says that its text is no Markdown is one reply, and is read as what it says. */
function wholePart(text: string, front: FrontMatter, system: SystemId | undefined): Part {
  let made: Reading | undefined
  return {
    base: 0,
    read() {
      made ??= readWhole(text, front, system)
      return made
    },
  }
}

function readWhole(text: string, front: FrontMatter, system: SystemId | undefined): Reading {
  const {end, as, title, purpose, directives, problems} = front
  const runs = end === text.length ? [] : [{kind: 'text' as const, at: 0, from: end, to: text.length}]
  const body = makeLiteral(text.slice(end), runs, end, written => written)
  const reading = readBody(body, {title: title ?? '', ...(as && {as}), ...(purpose && {purpose}), system})
  const [first] = reading.blocks
  const covers = first?.map.toSource({start: 0, end: first.prose.length})
  const above = directives.map(each => (each.kind === 'next' && covers !== undefined ? {...each, covers} : each))
  const {title: own, ...rest} = reading
  return {
    ...rest,
    ...(own && {title: own}),
    directives: [...above, ...reading.directives],
    problems: [...problems, ...reading.problems],
  }
}

/** Without a path, the file is one reply in any case. */
function markdownParts(
  markdown: MarkdownDocument,
  system: SystemId | undefined,
  path: string | undefined,
): readonly Part[] {
  const {text, reading} = markdown
  const problems = placeholderProblems(text, system)
  const replies = path === undefined ? undefined : repliesOfPage(text, reading, path)
  const parts = replies?.map(({title, titleSpan, span, reading: own}): Part => {
    const here = problems.filter(problem => span.start <= problem.span.start && problem.span.start < span.end)
    const read = withProblems(own, here)
    return {base: 0, read: () => read, reply: {title, titleSpan, span}}
  })
  const whole = withProblems(reading, problems)
  return parts ?? [{base: 0, read: () => whole}]
}

function withProblems(reading: Reading, problems: Reading['problems']): Reading {
  return problems.length === 0 ? reading : {...reading, problems: [...reading.problems, ...problems]}
}
