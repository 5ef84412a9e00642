import {Parser} from 'htmlparser2'
import {parseAllDocuments} from 'yaml'
import type {BodySyntax, DataSyntax} from '../../server/formats/shapes/shape.ts'

/** How a file is read by a program that knows nothing of Poise; `page` is a file whose text is its only value. */
export type FileSyntax = DataSyntax | 'page'

/** Every name and text that a file holds, in its order, as an independent reader decodes them. */
export function leavesOf(file: string, syntax: FileSyntax): readonly string[] {
  if (syntax === 'page') return [file]
  const leaves: string[] = []
  if (syntax === 'json') walk(JSON.parse(file.replace(/^\ufeff/, '')), leaves)
  else if (syntax === 'yaml') {
    for (const document of parseAllDocuments(file)) {
      if ('errors' in document && document.errors[0] !== undefined) throw document.errors[0]
      if ('toJS' in document) walk(document.toJS(), leaves)
    }
  } else if (syntax === 'csv') leaves.push(...cellsOf(file))
  else readXmlLeaves(file, leaves)
  return leaves
}

function walk(root: unknown, leaves: string[]): void {
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (Array.isArray(value)) open.push(...value.toReversed())
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value).toReversed()) open.push(each, `key ${key}`)
    } else leaves.push(typeof value === 'string' ? value : `other ${String(value)}`)
  }
}

function readXmlLeaves(file: string, leaves: string[]): void {
  const texts: string[] = ['']
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        leaves.push(`key ${name}`, ...Object.values(attributes))
        texts.push('')
      },
      ontext: text => texts.push((texts.pop() ?? '') + text),
      onclosetag: () => leaves.push(texts.pop() ?? ''),
    },
    {xmlMode: true, decodeEntities: true},
  )
  parser.end(file)
}

/** The cells of a CSV file, a line's end included. */
function cellsOf(file: string): readonly string[] {
  const header = file.slice(0, file.search(/[\r\n]/))
  const delimiter = [';', '\t'].find(sign => header.includes(sign)) ?? ','
  const cells: string[] = []
  for (let at = 0; at < file.length; ) {
    const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\r|\\n|$)`, 'y')
    cell.lastIndex = at
    const [whole, quoted, bare, end] = cell.exec(file) ?? []
    if (whole === undefined) throw new Error(`no cell of CSV at ${at}`)
    cells.push(quoted?.replaceAll('""', '"') ?? bare ?? '', `end ${end === delimiter ? 'cell' : 'row'}`)
    at += whole.length
    if (whole === '') break
  }
  return cells
}

/** What a reader sees of a text in one of the syntaxes of bodies; blank space is one space. */
export function seen(text: string, syntax: BodySyntax): string {
  const shown = syntax === 'html' ? htmlText(text) : syntax === 'markdown' ? markdownText(text) : text
  return shown.replace(/\s+/g, ' ').trim()
}

const inline = new Set(['a', 'b', 'strong', 'em', 'i', 'u', 'span', 'font', 'code', 'issue_number'])

function htmlText(html: string): string {
  const parts: string[] = []
  const around = (name: string): void => {
    if (!inline.has(name)) parts.push(' ')
  }
  const parser = new Parser({
    onopentagname: around,
    ontext: text => parts.push(text),
    onclosetag: around,
  })
  parser.end(html)
  return parts.join('')
}

/** The tags of a text of HTML, which a fix that adds no line leaves as they are. */
export const tagsOf = (html: string): readonly string[] => html.match(/<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi) ?? []

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', nbsp: ' '}

/** Undoes the Markdown that the tests write, and no more. */
function markdownText(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(?:> ?)*(?:#{1,6} |```.*$)?/gm, '')
    .replace(/\\(?=\r?\n|$)/g, '')
    .replace(
      /(\\[!-/:-@[-`{-~])|\*{1,2}|\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\(https?:[^()\s]*\)|&(amp|lt|gt|nbsp);/g,
      (all, sign, label, name) => {
        if (sign !== undefined) return all.slice(1)
        if (label !== undefined) return markdownText(label)
        return name === undefined ? '' : (named[name] ?? all)
      },
    )
}
