import {Tokenizer} from 'htmlparser2'
import type {Span} from '../../../rules/kit/types.ts'

/** An attribute of a tag; `value` is what stands between its quotation marks. */
export interface Attribute {
  readonly name: Span<'source'>
  readonly value: Span<'source'>
}

/** What an XML file is made of, in its order; spans with `inner` leave out the signs around it. */
export interface XmlTokens {
  text(span: Span<'source'>): void
  data(inner: Span<'source'>): void
  comment(span: Span<'source'>, inner: Span<'source'>): void
  open(name: Span<'source'>, end: number, attributes: readonly Attribute[], empty: boolean): void
  close(name: Span<'source'>, start: number, end: number): void
}

/** Reads the tags of an XML file, whose document type is left out. */
export function readXmlTokens(file: string, tokens: XmlTokens): void {
  const text = withoutDoctype(file)
  let name: Span<'source'> = {start: 0, end: 0}
  let attributes: Attribute[] = []
  let key: Span<'source'> | undefined
  let value: Span<'source'> | undefined
  const opened = (end: number, empty: boolean): void => {
    tokens.open(name, end + 1, attributes, empty)
    attributes = []
    key = undefined
  }
  const nothing = (): void => undefined
  const tokenizer = new Tokenizer(
    {xmlMode: true, decodeEntities: false},
    {
      ontext(start, end) {
        // So the tokeniser tells of what follows a closing tag's name where the file ends inside of the tag.
        if (start >= 0) tokens.text({start, end})
      },
      oncdata: (start, end, offset) => tokens.data({start, end: Math.max(start, end - offset)}),
      oncomment(start, end, offset) {
        tokens.comment(
          {start: start - 4, end: Math.min(end + 1, text.length)},
          {start, end: Math.max(start, end - offset)},
        )
      },
      onopentagname(start, end) {
        name = {start, end}
      },
      onopentagend: end => opened(end, false),
      onselfclosingtag: end => opened(end, true),
      onclosetag(start, end) {
        const close = text.indexOf('>', end)
        tokens.close({start, end}, Math.max(0, text.lastIndexOf('<', start)), close < 0 ? text.length : close + 1)
      },
      onattribname(start, end) {
        key = {start, end}
        value = undefined
      },
      onattribdata(start, end) {
        value = {start, end}
      },
      onattribend() {
        if (key !== undefined && value !== undefined) attributes.push({name: key, value})
      },
      onattribentity: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
}

const prolog = /\s*(?:<\?(?:[^?]|\?(?!>)){0,2000}\?>\s*|<!--(?:[^-]|-(?!->)){0,20000}-->\s*){0,50}/y

/** The same length with blanks for the document type: the entities that one defines are never put in, so nothing of it is read. */
function withoutDoctype(text: string): string {
  prolog.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  prolog.test(text)
  const start = prolog.lastIndex
  if (!/^<!doctype/i.test(text.slice(start, start + 9))) return text
  const end = doctypeEnd(text, start + 2)
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

const sign = /<!--|["'[\]>]/g

function doctypeEnd(text: string, from: number): number {
  let isInside = false
  sign.lastIndex = from
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [found] = match
    if (found === '[') isInside = true
    else if (found === ']') isInside = false
    else if (found === '>') {
      if (!isInside) return match.index + 1
    } else {
      const closer = found === '<!--' ? '-->' : found
      const close = text.indexOf(closer, match.index + found.length)
      if (close < 0) break
      sign.lastIndex = close + closer.length
    }
  }
  return text.length
}
