import type {Span} from '../../../rules/kit/types.ts'
import type {Problem} from '../format.ts'
import {type Data, deepest, type Entry, type TextValue, type Value} from './value.ts'
import {type Section, type XmlStyle, xmlLiteral, xmlStyleOf} from './xml-text.ts'
import {type Attribute, readXmlTokens} from './xml-tokens.ts'

interface Frame {
  readonly name: Span<'source'>
  readonly key: string
  readonly start: number
  /** Behind its opening tag. */
  readonly inner: number
  readonly attributes: readonly Attribute[]
  readonly sections: Section[]
  readonly entries: Entry[]
  /** Whether any of its sections says more than blanks. */
  says: boolean
}

/**
 * Reads an XML file. An element that holds text alone is a text; any other is a map of its children in their order, with its attributes
 * as `@name`, and with its text as `#text` where it has both.
 */
export function readXml(text: string): Data {
  const frames: Frame[] = []
  const top: Entry[] = []
  const comments: Data['comments'][number][] = []
  const problems: Problem[] = []
  /** Elements that are open beyond the deepest that is read. */
  let beyond = 0
  let style: XmlStyle | undefined
  const styleNow = (): XmlStyle => {
    style ??= xmlStyleOf(text)
    return style
  }
  const report = (problem: Problem): void => {
    if (!problems.some(({code}) => code === problem.code)) problems.push(problem)
  }
  const nameOf = ({start, end}: Span<'source'>): string => text.slice(start, end)

  function textValue(span: Span<'source'>, sections: readonly Section[] | Span<'source'>): TextValue {
    return new XmlText(text, span, sections, styleNow)
  }
  function attributeEntry({name, value}: Attribute): Entry {
    const quote = text.charAt(value.end)
    const isQuoted = quote !== '' && (quote === '"' || quote === "'") && text.charAt(value.start - 1) === quote
    const span = isQuoted ? {start: value.start - 1, end: value.end + 1} : value
    return {key: `@${nameOf(name)}`, keySpan: name, value: textValue(span, value)}
  }
  function valueFor(frame: Frame, innerEnd: number, end: number): Value {
    const {attributes, sections, entries, says, inner, start} = frame
    const content = {start: inner, end: innerEnd}
    const isBare = attributes.length === 0
    if (entries.length === 0 && isBare) return textValue(content, sections)
    const own = attributes.map(attributeEntry)
    if (entries.length === 0 && says) own.push({key: '#text', keySpan: frame.name, value: textValue(content, sections)})
    return {type: 'map', span: {start, end}, entries: [...own, ...entries]}
  }
  function leave(innerEnd: number, end: number): void {
    const frame = frames.pop()
    if (frame === undefined) return
    const entry = {key: frame.key, keySpan: frame.name, value: valueFor(frame, innerEnd, end)}
    const outer = frames.at(-1)
    if (outer !== undefined) outer.entries.push(entry)
    else if (top.length === 0) top.push(entry)
    else report(syntaxProblem('put everything into one outer element', frame.name))
  }
  function section(kind: Section['kind'], {start, end}: Span<'source'>): void {
    const frame = beyond > 0 ? undefined : frames.at(-1)
    if (frame === undefined) return
    const last = frame.sections.at(-1)
    // A stray bracket parts a text in two.
    const isSame = kind === 'text' && last?.kind === 'text' && last.to === start
    if (isSame) frame.sections.pop()
    frame.sections.push({kind, from: isSame ? last.from : start, to: end})
    frame.says ||= kind === 'data' || text.slice(start, end).trim() !== ''
  }

  readXmlTokens(text, {
    text: span => section('text', span),
    data: inner => section('data', inner),
    comment: (span, inner) => comments.push({text: nameOf(inner), span}),
    open(name, end, attributes, empty) {
      if (beyond > 0 || frames.length >= deepest) {
        if (!empty) beyond++
        report(tooDeep(name))
        return
      }
      frames.push({
        name,
        key: nameOf(name),
        start: name.start - 1,
        inner: end,
        attributes,
        sections: [],
        entries: [],
        says: false,
      })
      if (empty) leave(end, end)
    },
    close(name, start, end) {
      if (beyond > 0) {
        beyond--
        return
      }
      const key = nameOf(name)
      const index = frames.findLastIndex(frame => frame.key === key)
      const inner = frames.at(-1)
      if (index < frames.length - 1 || inner === undefined) {
        const place = index < 0 ? name : (inner?.name ?? name)
        report(syntaxProblem(index < 0 ? `open <${key}> before it is closed` : `close <${inner?.key}>`, place))
      }
      if (index < 0) return
      while (frames.length > index + 1) leave(start, start)
      leave(start, end)
    },
  })
  const open = frames.at(-1)
  if (open !== undefined) report(syntaxProblem(`close <${open.key}>`, open.name))
  while (frames.length > 0) leave(text.length, text.length)
  if (top.length === 0) {
    if (text.trim() !== '') report(syntaxProblem('put everything into one outer element', {start: 0, end: 0}))
    return {problems, comments}
  }
  return {root: {type: 'map', span: {start: 0, end: text.length}, entries: top}, problems, comments}
}

/** A text of XML; how it is written is looked at when it is asked for. */
class XmlText implements TextValue {
  readonly type = 'text'
  readonly span: Span<'source'>
  private readonly file: string
  /** Or of an attribute, what stands between its quotation marks. */
  private readonly sections: readonly Section[] | Span<'source'>
  private readonly style: () => XmlStyle
  private decoded: TextValue['literal'] | undefined

  constructor(
    file: string,
    span: Span<'source'>,
    sections: readonly Section[] | Span<'source'>,
    style: () => XmlStyle,
  ) {
    this.file = file
    this.span = span
    this.sections = sections
    this.style = style
  }

  get text(): string {
    return this.literal.text
  }

  get literal(): TextValue['literal'] {
    this.decoded ??= xmlLiteral(this.file.slice(this.span.start, this.span.end), this.moved(), this.style)
    return this.decoded
  }

  private moved(): readonly Section[] {
    const {sections, span} = this
    if ('start' in sections)
      return [{kind: 'attribute', from: sections.start - span.start, to: sections.end - span.start}]
    return sections.map(({kind, from, to}) => ({kind, from: from - span.start, to: to - span.start}))
  }
}

const syntaxProblem = (remedy: string, span: Span<'source'>): Problem => ({
  code: 'xml-syntax',
  message: `This is not valid XML: ${remedy}. Poise reads the elements that are complete.`,
  span,
})

const tooDeep = (span: Span<'source'>): Problem => ({
  code: 'too-deep',
  message: 'This is nested too deeply for Poise to read, so it is left out; keep replies nearer to the top.',
  span,
})
