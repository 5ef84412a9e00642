import type {Content} from '../format.ts'
import {labelsOf} from './definitions.ts'
import type {TopNode} from './top-nodes.ts'

/**
 * A stretch of a document that reads the same by itself: each but the first begins at a heading behind a blank line, and nothing that
 * began before goes on there. So an edit costs its section, however long the document is.
 */
export interface MarkdownSection {
  /** As it stands in the file. */
  readonly text: string
  /** With \n for every line break, each of the same length. */
  readonly body: string
  readonly nodes: readonly TopNode[]
  /** Of the link definitions in it. */
  readonly labels: readonly string[]
  readonly content: Content
  /** Where the parser was stopped. */
  readonly stopped?: number
}

/** The least UTF-16 code units of a section, if no edit has made it shorter: about three pages. */
const least = 8000

/** Cuts a text that was read whole into sections. */
export function cutSections(
  text: string,
  body: string,
  nodes: readonly TopNode[],
  stopped?: number,
): MarkdownSection[] {
  const sections: MarkdownSection[] = []
  let start = 0
  let first = 0
  const cut = (end: number, next: number, stop?: number) => {
    const own = nodes.slice(first, next).map(({node, at, memo}) => ({node, at: at - start, memo}))
    const ownBody = body.slice(start, end)
    sections.push({
      text: text.slice(start, end),
      body: ownBody,
      nodes: own,
      labels: labelsOf(own, ownBody),
      content: {},
      ...(stop !== undefined && {stopped: stop - start}),
    })
    start = end
    first = next
  }
  nodes.forEach(({node, at}, index) => {
    if (at - start >= least && /^ATX/.test(node.type.name) && beginsSection(body, at)) cut(at, index)
  })
  cut(body.length, nodes.length, stopped)
  return sections
}

/** With a word, so that the heading is a block. */
const heading = /#{1,6} [\p{L}\p{N}]/uy

/** Whether a heading begins at `at`, behind a blank line. */
function beginsSection(body: string, at: number): boolean {
  return beginsWithHeading(body, at) && endsBlank(body, at)
}

/** Whether the line that begins at `at` is a heading whatever stands before it, unless something goes on there. */
export function beginsWithHeading(body: string, at = 0): boolean {
  heading.lastIndex = at
  return heading.test(body)
}

/** Whether the line that ends at `end` is blank. */
function endsBlank(body: string, end: number): boolean {
  return body.charCodeAt(end - 1) === 10 && body.charCodeAt(blankFrom(body, end - 1) - 1) === 10
}

/** Where the blanks before `end` begin, line breaks not counted. */
function blankFrom(body: string, end: number): number {
  let at = end
  while (at > 0 && (body.charCodeAt(at - 1) === 32 || body.charCodeAt(at - 1) === 9)) at--
  return at
}

/** What goes on over blank lines until its end mark comes; all else is over at the heading that follows. */
const mayStayOpen = /^(?:FencedCode|HTMLBlock|CommentBlock|ProcessingInstructionBlock|Marker)$/

/** Whether a heading that follows this text is one: a blank line stands between, and nothing goes on over it. */
export function isClosed(body: string, nodes: readonly TopNode[]): boolean {
  const last = nodes.at(-1)
  if (!endsBlank(body, body.length)) return false
  return (
    last === undefined ||
    !mayStayOpen.test(last.node.type.name) ||
    last.at + last.node.length < blankFrom(body, body.length - 1)
  )
}
