import type {FileNature, OpenFile, Part} from './file.ts'
import type {Reading} from './format.ts'
import {type MarkdownDocument, openMarkdown} from './markdown.ts'
import {isReplyPage, repliesOfPage} from './pages.ts'
import {placeholderProblems} from './placeholder-problems.ts'
import {systemOf} from './placeholder-systems.ts'
import type {SystemId} from './shapes/shape.ts'

/** Opens a Markdown file: an article, a reply, or a page of several replies. */
export function openPage(text: string, {path, kind}: FileNature): OpenFile {
  const isReplies = kind === 'macro' || isReplyPage(text, path)
  const own = isReplies ? 'macro' : 'article'
  return version(openMarkdown(text, own), own, path)
}

function version(markdown: MarkdownDocument, kind: OpenFile['kind'], path: string): OpenFile {
  const {text} = markdown
  const system = kind === 'macro' ? systemOf(text) : undefined
  return {
    text,
    kind,
    get parts() {
      return kind === 'macro' ? replyParts(markdown, system, path) : [{base: 0, read: () => markdown.reading}]
    },
    problems: [],
    ...(system !== undefined && {system}),
    edit: (changes, next) => version(markdown.edit(changes, next), kind, path),
  }
}

const partsOf = new WeakMap<MarkdownDocument, readonly Part[]>()

function replyParts(markdown: MarkdownDocument, system: SystemId | undefined, path: string): readonly Part[] {
  const known = partsOf.get(markdown)
  if (known !== undefined) return known
  const {text, reading} = markdown
  const problems = placeholderProblems(text, system)
  const parts = repliesOfPage(text, reading, path)?.map(({title, titleSpan, span, reading: own}): Part => {
    const here = problems.filter(problem => span.start <= problem.span.start && problem.span.start < span.end)
    const read = withProblems(own, here)
    return {base: 0, read: () => read, reply: {title, titleSpan, span}}
  })
  const whole = withProblems(reading, problems)
  const made = parts ?? [{base: 0, read: () => whole}]
  partsOf.set(markdown, made)
  return made
}

function withProblems(reading: Reading, problems: Reading['problems']): Reading {
  return problems.length === 0 ? reading : {...reading, problems: [...reading.problems, ...problems]}
}
