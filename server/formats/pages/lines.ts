/** A stretch of a Markdown file between blank lines, as far as the look of a page needs it. */
export interface Item {
  readonly kind: 'heading' | 'separator' | 'rule' | 'fence' | 'quote' | 'prose'
  /** A heading's level, or the sign that a separator is drawn with. */
  readonly level: number
  readonly mark: string
  /** All of it in the file. */
  readonly from: number
  readonly to: number
  /** What it holds: a title without its signs, the lines inside a fence. */
  readonly inner: {readonly from: number; readonly to: number}
}

const fence = /^[ \t]*(`{3,}|~{3,})([^`]*)$/
const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/
const closingSigns = /[ \t]#+$/
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/
const separator = /^(?:(-{4,})[ \t]+|(-{3,}|={3,})[ \t]*(?=.*\2[ \t]*$)|(\*{3,})[ \t]+(?=.*[ \t]\*{3,}[ \t]*$))/
const separatorEnd = /[-=*]{3,}$/
/** Longer lines are no titles, and keep the expressions short. */
const longest = 200
/** What a mail program writes above a message that it quotes. */
const mailSign = /^(?:original|forwarded|begin|end|reply above)\b/i
const quote = /^ {0,3}>/

/** Finds what a Markdown file is made of, line by line; `text` has no line break but \n. */
export function itemsOfPage(text: string, start: number): readonly Item[] {
  const items: Item[] = []
  let open: Item | undefined
  let close: ((line: string) => boolean) | undefined

  const add = (kind: Item['kind'], from: number, to: number, inner = {from, to}, level = 0, mark = '') => {
    const item = {kind, level, mark, from, to, inner}
    items.push(item)
    return item
  }
  const extend = (item: Item, change: Partial<Item>) => {
    const next = {...item, ...change}
    items[items.length - 1] = next
    return next
  }

  for (let from = start; from < text.length; ) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    // Blanks at its end may stand for the first half of the file's own line break.
    const line = text.slice(from, end).trimEnd()
    const to = from + line.length
    const next = end + 1

    if (close !== undefined) {
      const isEnd = close(line)
      if (open !== undefined) open = extend(open, isEnd ? {to} : {to, inner: {from: open.inner.from, to}})
      if (isEnd) {
        close = undefined
        open = undefined
      }
      from = next
      continue
    }
    if (line.trim() === '') {
      open = undefined
      from = next
      continue
    }

    const fenced = fence.exec(line)
    const title = fenced ? null : heading.exec(line)
    if (fenced) {
      const signs = fenced[1] ?? ''
      const inside = Math.min(next, text.length)
      open = add('fence', from, to, {from: inside, to: inside}, 0, (fenced[2] ?? '').trim())
      close = closing(signs)
    } else if (title) {
      const inside = from + title[0].length
      const shown = line.slice(title[0].length).trimEnd().replace(closingSigns, '').trimEnd()
      add('heading', from, to, {from: inside, to: inside + shown.length}, title[1]?.length ?? 1)
      open = undefined
    } else if (open?.kind === 'prose' && underline.test(line)) {
      extend(open, {kind: 'heading', to, level: line.trimStart().startsWith('=') ? 1 : 2})
      open = undefined
    } else if (rule.test(line)) {
      add('rule', from, to)
      open = undefined
    } else if (addSeparator(line, from, to)) {
      open = undefined
    } else if (line.trimStart().startsWith('<!--')) {
      open = undefined
      if (!line.includes('-->')) close = later => later.includes('-->')
    } else if (open?.kind === 'quote' || (open?.kind === 'prose' && !quote.test(line))) {
      open = extend(open, {to, inner: {from: open.inner.from, to}})
    } else {
      open = add(quote.test(line) ? 'quote' : 'prose', from, to)
    }
    from = next
  }
  return items

  function addSeparator(line: string, from: number, to: number): boolean {
    const found = line.length <= longest ? separator.exec(line) : null
    if (found === null) return false
    const shown = line.slice(found[0].length).trimEnd().replace(separatorEnd, '').trimEnd()
    if (!/\p{L}/u.test(shown) || mailSign.test(shown)) return false
    const inside = from + found[0].length
    add('separator', from, to, {from: inside, to: inside + shown.length}, 0, line.charAt(0))
    return true
  }
}

function closing(signs: string): (line: string) => boolean {
  return line => {
    const found = line.trim()
    return found.length >= signs.length && found === signs.charAt(0).repeat(found.length)
  }
}
