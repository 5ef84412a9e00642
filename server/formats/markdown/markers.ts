import type {BlockContext, Line, MarkdownConfig} from '@lezer/markdown'
import {isControlLine} from '../placeholders/placeholders.ts'

const fence = /^:{3,}/
const contents = /^\[\[?_?toc_?\]?\]$/i
const moduleLine =
  /^(?:import\s+(?:[\w*{][^'"]{0,200}\sfrom\s+)?['"][^'"]+['"]|export\s+(?:const|let|var|function|class|async|default|\{|\*)(?!\w).{0,300}[={(;*]|export\s+default\s+[\w.]+;?\s*$)/
const importStart = /^import\s+(?:type\s+)?\{[^}]*$/
const importEnd = /from\s+['"]/
const component = /^<\/?[A-Z][\w.]*(?=[\s/>]|$)/
const componentEnd = /\/?>\s*$/
const tagStart = /^\{%(?!.*%\})/
const codeTag = /^\{%-?\s*(highlight|comment|codeblock|prism|mermaid|javascript|schema|stylesheet)\b/
const longest = 60

const rest = (line: Line): string => line.text.slice(line.pos)

/** What such a line begins with: `:::`, `[[toc]]`, `import`, `export`, a tag of HTML or of a template. */
const signs: ReadonlySet<number> = new Set([...':[ie<{'].map(sign => sign.charCodeAt(0)))

/** How a line that is markup alone ends: with itself, or with a later line that matches. */
function endOf(line: Line): 'line' | RegExp | undefined {
  const first = line.next
  if (!signs.has(first)) return undefined
  const text = rest(line)
  if (first === 58) return fence.test(text) ? 'line' : undefined
  if (first === 91) return contents.test(text.trim()) ? 'line' : undefined
  if (first === 105 || first === 101)
    return moduleLine.test(text) ? 'line' : importStart.test(text) ? importEnd : undefined
  if (first === 60) return isControlLine(text.trim()) ? 'line' : componentLine(text)
  if (first !== 123) return undefined
  const code = codeTag.exec(text)
  if (code !== null && !text.includes(`end${code[1]}`)) return new RegExp(`\\{%-?\\s*end${code[1]}\\b`)
  if (tagStart.test(text)) return /%\}/
  return isControlLine(text.trim()) ? 'line' : undefined
}

function componentLine(text: string): 'line' | RegExp | undefined {
  if (!component.test(text)) return undefined
  if (!text.includes('>')) return componentEnd
  const inner = text.trim()
  return inner.endsWith('>') && inner.indexOf('>') === inner.length - 1 ? 'line' : undefined
}

/** A line of markup that stands alone: `:::note`, `{% if %}`, `{: .class}`, an MDX import, a JSX tag. Never prose. */
export const marker: MarkdownConfig = {
  defineNodes: [{name: 'Marker', block: true}],
  parseBlock: [
    {
      name: 'Marker',
      before: 'HTMLBlock',
      parse(context, line) {
        if (line.indent >= line.baseIndent + 4) return false
        const end = endOf(line)
        if (end === undefined) return false
        const from = context.lineStart + line.pos
        if (end !== 'line') skipTo(context, line, end)
        context.nextLine()
        context.addElement(context.elt('Marker', from, Math.max(from, context.prevLineEnd())))
        return true
      },
      endLeaf: (_context, line) => line.next !== 91 && endOf(line) !== undefined,
    },
  ],
}

/** Moves to the line that holds the end; a blank line ends a tag that was never closed, but not code. */
function skipTo(context: BlockContext, line: Line, end: RegExp): void {
  const isCode = end.source.includes('end')
  for (let count = 0; (isCode || count < longest) && context.nextLine(); count++) {
    if (!isCode && line.next < 0) return
    if (end.test(line.text)) return
  }
}

const admonitionStart = /^(?:!!!|\?\?\?\+?)\s+[\w-]+|^===[!+]?\s+["“]/

const startsAdmonition = (line: Line): boolean =>
  (line.next === 33 || line.next === 63 || line.next === 61) && admonitionStart.test(rest(line))

/** `!!! note "Title"` and the lines indented under it. */
export const admonition: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Admonition',
      block: true,
      composite(_context, line, value) {
        if (line.next < 0) return true
        if (line.indent < line.baseIndent + value) return false
        line.moveBaseColumn(line.baseIndent + value)
        return true
      },
    },
  ],
  parseBlock: [
    {
      name: 'Admonition',
      before: 'IndentedCode',
      parse(context, line) {
        if (line.indent >= line.baseIndent + 4 || !startsAdmonition(line)) return false
        const from = context.lineStart + line.pos
        const end = context.lineStart + line.text.length
        context.startComposite('Admonition', line.pos, 4)
        context.addElement(context.elt('Marker', from, end))
        line.moveBase(line.text.length)
        return null
      },
      endLeaf: (_context, line) => startsAdmonition(line),
    },
  ],
}
