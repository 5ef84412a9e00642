import {BlockContext, type BlockParser, GFM, type MarkdownConfig, type MarkdownParser, parser} from '@lezer/markdown'
import type {DocumentKind} from '../../../rules/kit/types.ts'
import {placeholderAt} from '../placeholders/placeholders.ts'
import {admonition, marker} from './markers.ts'

/** Deeper nesting than any reader follows; it keeps every walk of the tree shallow. */
const deepest = 64

/**
 * The inline parser costs at worst the length of a paragraph times the delimiters in it: more than this is seconds of work that no
 * writer's paragraph needs.
 */
const costliest = 4_000_000

/** A link definition is read again with each of its lines, so it may not be long. */
const longestDefinition = 4000

const delimiter = /[[\]<>*_`~&;)!]/g
/** Every address holds one of these, and no blank before it. */
const linkish = /@|:\/\/|www\.|mailto:|xmpp:/g
/** Nothing in this run can start anything but an address. */
const plain = /[^\\`*_[\]!<&{}%$#@X~]+/y

function isCostly(text: string): boolean {
  if (text.length < 2000) return false
  const affordable = costliest / text.length
  let count = 0
  delimiter.lastIndex = 0
  while (delimiter.test(text))
    if (++count > affordable) {
      delimiter.lastIndex = 0
      return true
    }
  return false
}

function inline(kind: DocumentKind): MarkdownConfig {
  // Of the text that is read now, since texts are read one after the other: where the next address may begin, and up to where; and
  // where the run of plain signs ends.
  let linkFrom = 0
  let linkTo = 0
  let plainTo = 0
  return {
    defineNodes: ['Placeholder', 'Attribute', 'TooComplex'],
    parseInline: [
      {
        name: 'Plain',
        before: 'Escape',
        // The first of all parsers, so that it is the first to see a text.
        parse(context, _next, at) {
          const {text, offset} = context
          if (at === offset && isCostly(text)) return context.addElement(context.elt('TooComplex', at, context.end))
          const start = at - offset
          if (start === 0 || start >= linkTo) {
            linkish.lastIndex = start
            const isFound = linkish.test(text)
            linkTo = isFound ? linkish.lastIndex : text.length
            linkFrom = isFound ? start + text.slice(start, linkTo).lastIndexOf(' ') + 1 : linkTo
          }
          if (start === 0 || start >= plainTo) {
            plain.lastIndex = start
            plainTo = plain.test(text) ? plain.lastIndex : start
          }
          const end = Math.min(plainTo, linkFrom)
          return end > start ? offset + end : -1
        },
      },
      {
        name: 'Placeholder',
        before: 'Escape',
        parse(context, next, at) {
          // A bracket is the link parser's first; two are a wiki link in an article, and a variable in a reply.
          if (next === 91 && (kind === 'article' || context.char(at + 1) !== 91)) return -1
          const found = placeholderAt(context.text, at - context.offset, kind)
          if (found === undefined) return -1
          const name = found.kind === 'tag' ? 'Attribute' : 'Placeholder'
          return context.addElement(context.elt(name, at, context.offset + found.end))
        },
      },
    ],
  }
}

/** Eats the line that would open one container too many. */
const depthLimit: BlockParser = {
  name: 'DepthLimit',
  before: 'LinkReference',
  parse(context, line) {
    if (context.depth <= deepest) return false
    const from = context.lineStart + line.pos
    context.nextLine()
    context.addElement(context.elt('TooComplex', from, Math.max(from, context.prevLineEnd())))
    return true
  },
}

const definitionLimit: BlockParser = {
  name: 'DefinitionLimit',
  before: 'LinkReference',
  leaf(_context, leaf) {
    if (!leaf.content.startsWith('[')) return null
    return {
      nextLine(context, _line, block) {
        if (block.content.length < longestDefinition) return false
        const elements = context.parser.parseInline(block.content, block.start)
        context.addLeafElement(
          block,
          context.elt('Paragraph', block.start, block.start + block.content.length, elements),
        )
        return true
      },
      finish: () => false,
    }
  },
}

/** The table extension knows no blank space at the end of a delimiter row, and its look-ahead costs the square of what begins with blanks. */
function mendTables(extension: MarkdownConfig): MarkdownConfig {
  const blocks = extension.parseBlock?.map(block => (block.name === 'Table' ? mendTable(block) : block))
  return blocks === undefined ? extension : {...extension, parseBlock: blocks}
}

function mendTable(block: BlockParser): BlockParser {
  const {leaf: start, endLeaf: interrupts} = block
  if (start === undefined || interrupts === undefined) return block
  return {
    ...block,
    leaf(context, leaf) {
      const table = leaf.content.includes('|') ? start(context, leaf) : null
      if (table === null) return null
      const nextLine = table.nextLine.bind(table)
      // On the instance itself, because the extension asks for its class.
      table.nextLine = (inner, line, block) => {
        const {text} = line
        line.text = text.trimEnd()
        const isDone = nextLine(inner, line, block)
        line.text = text
        return isDone
      }
      return table
    },
    endLeaf(context, line, leaf) {
      if (!line.text.includes('|')) return false
      const next = context.peekLine().trim()
      if (next.length > 3000 || !/^[-:|> ]/.test(next)) return false
      // Of its own, because V8 makes an object slow that another one inherits from.
      const trimmed: BlockContext = Object.create(BlockContext.prototype, {
        peekLine: {value: () => context.peekLine().trimEnd()},
      })
      return interrupts(trimmed, line, leaf)
    },
  }
}

const build = (kind: DocumentKind): MarkdownParser =>
  parser.configure([
    (GFM as readonly MarkdownConfig[]).map(mendTables),
    inline(kind),
    {parseBlock: [depthLimit, definitionLimit]},
    marker,
    admonition,
  ])

/** GitHub-flavoured Markdown with the placeholders, admonitions and template tags of help centres; bounded in depth and cost. */
export const markdownParsers: Readonly<Record<DocumentKind, MarkdownParser>> = {
  article: build('article'),
  macro: build('macro'),
}
