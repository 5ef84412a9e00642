import type {Span} from '../../../rules/kit/types.ts'
import {purposes} from '../../../rules/kit/types.ts'
import type {Problem, Reading} from '../format.ts'
import type {Change} from '../markdown/fragments.ts'
import {findReplies, mayHoldReplies} from '../shapes/index.ts'
import type {DataSyntax, FoundReply, Shape, SystemId} from '../shapes/shape.ts'
import {readCsv} from '../values/csv.ts'
import {jsonStringAt, readJson} from '../values/json.ts'
import type {Data, TextValue} from '../values/value.ts'
import {readXml} from '../values/xml.ts'
import {readYaml} from '../values/yaml.ts'
import type {FileNature, OpenFile, Part, ReplyPlace} from './file.ts'
import {type BodyNature, readBody} from './reply-body.ts'
import {type SourceText, sourceText} from './source-text.ts'

const readers: Readonly<Record<DataSyntax, (text: string) => Data>> = {
  json: readJson,
  yaml: readYaml,
  xml: readXml,
  csv: readCsv,
}

/** How many characters of a file are looked at before it is read: enough for a licence and the first entry. */
export const headLength = 8000

/** Opens a data file that holds replies; undefined where it holds none. */
export function openData(text: string, syntax: DataSyntax, nature: FileNature): OpenFile | undefined {
  if (nature.shape === undefined && !nature.named && !mayHoldReplies(nature.path, text.slice(0, headLength)))
    return undefined
  return read(text, syntax, nature, new Map())
}

/** The readings of a file by the text that they were made of, so that an edit elsewhere leaves them as they are. */
type Kept = ReadonlyMap<string, Part['read']>

/** A part of a data file, with the string that it is written in. */
interface DataPart extends Part {
  readonly reply: ReplyPlace
  readonly body: Span<'source'>
  readonly nature: BodyNature
  readonly reread: (body: TextValue) => Part['read']
}

function read(text: string, syntax: DataSyntax, nature: FileNature, kept: Kept): OpenFile | undefined {
  const {data, found} = repliesIn(text, syntax, nature)
  const {problems} = data
  if (found === undefined) {
    const isAsked = nature.shape !== undefined || nature.named
    return isAsked
      ? new DataFile({
          text: sourceText(text),
          syntax,
          nature,
          parts: [],
          problems: problems.length > 0 ? problems : [nothingFound],
        })
      : undefined
  }
  const {shape, replies} = found
  const parts = replies.map(reply => partOf(reply, shape.system, text, kept))
  return new DataFile({
    text: sourceText(text),
    syntax,
    nature,
    parts,
    problems,
    ...(shape.system && {system: shape.system}),
  })
}

/** Reads a data file and finds the replies in it, as they stand there. */
export function repliesIn(
  text: string,
  syntax: DataSyntax,
  nature: FileNature,
): {readonly data: Data; readonly found: ReturnType<typeof findReplies>} {
  const data = readers[syntax](text)
  const {root} = data
  const found = root && (nature.shape ? own(nature.shape, root) : findReplies(syntax, root, nature.path, nature.named))
  return {data, found}
}

function own(shape: Shape, root: NonNullable<Data['root']>): ReturnType<typeof findReplies> {
  const replies = shape.find(root)
  return replies && {shape, replies}
}

const nothingFound: Problem = {
  code: 'no-replies',
  message:
    'The configuration says that this file holds macros, and Poise finds none in it. Check "macros" in .poise.json.',
  span: {start: 0, end: 0},
}

interface Version {
  readonly text: SourceText
  readonly syntax: DataSyntax
  readonly nature: FileNature
  readonly parts: readonly DataPart[]
  readonly problems: readonly Problem[]
  readonly system?: SystemId
}

class DataFile implements OpenFile {
  readonly kind: OpenFile['kind']
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
  declare readonly system?: SystemId
  readonly #now: Version

  constructor(now: Version) {
    this.kind = now.nature.kind
    this.parts = now.parts
    this.problems = now.problems
    if (now.system !== undefined) this.system = now.system
    this.#now = now
  }

  get text(): string {
    return this.#now.text.whole()
  }

  edit(changes: readonly Change[], next: SourceText): OpenFile {
    const now = this.#now
    return (
      editInside(now, changes, next) ??
      read(next.whole(), now.syntax, now.nature, keptOf(now)) ??
      new DataFile({...now, text: next, parts: [], problems: []})
    )
  }
}

function keptOf({text, parts}: Version): Kept {
  const whole = text.whole()
  return new Map(parts.map(part => [keyOf(whole, part.body, part.nature), part.read]))
}

/** All that a reading is made of: the string as it is written, and what the file says of it. */
function keyOf(text: string, {start, end}: Span<'source'>, {title, as, purpose, system}: BodyNature): string {
  return `${JSON.stringify([title, as, purpose, system])}${text.slice(start, end)}`
}

function partOf(reply: FoundReply, system: SystemId | undefined, text: string, kept: Kept): DataPart {
  const {body, as, purpose, span, id, tags, inactive} = reply
  const title = titleOf(reply)
  const known = purposes.find(each => each === purpose?.text)
  const nature: BodyNature = {title: title.text, ...(as && {as}), ...(known && {purpose: known}), system}
  const reread = (value: TextValue): Part['read'] => once(() => readBody(value.literal, nature))
  return {
    base: body.span.start,
    body: body.span,
    nature,
    reread,
    read: kept.get(keyOf(text, body.span, nature)) ?? reread(body),
    reply: {
      title: title.text,
      titleSpan: title.span,
      span,
      ...(id !== undefined && {id}),
      ...(tags !== undefined && {tags}),
      ...(inactive && {inactive}),
    },
  }
}

/** A reply's title in one line, or its first words. */
export function titleOf({title, body}: FoundReply): {readonly text: string; readonly span: Span<'source'>} {
  if (title !== undefined && title.text.trim() !== '') return {text: oneLine(title.text), span: title.span}
  const words = oneLine(body.text.slice(0, 200).replace(/<[^>]*>/g, ' '))
  return {text: words.length <= 50 ? words : `${words.slice(0, 48).trimEnd()}…`, span: body.span}
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The first call's answer, for every call. */
export function once(make: () => Reading): () => Reading {
  let made: Reading | undefined
  return () => {
    made ??= make()
    return made
  }
}

/**
 * The next version after an edit inside one string of JSON that is still one string of the length that the edit gave it: then all
 * around it is as before, and nothing else is read. A file of ten megabytes is edited in a millisecond by that.
 */
function editInside(now: Version, changes: readonly Change[], next: SourceText): OpenFile | undefined {
  const [change] = changes
  if (now.syntax !== 'json' || change === undefined || changes.length > 1) return undefined
  const index = now.parts.findIndex(({body}) => body.start < change.from && change.to < body.end)
  const part = now.parts[index]
  // A reply without a title is called by its first words, which may be what was edited.
  if (part === undefined || part.reply.titleSpan.start === part.body.start) return undefined
  const grown = change.insert - (change.to - change.from)
  const {start} = part.body
  const end = part.body.end + grown
  const string = jsonStringAt(next.slice(start, end), 0)
  if (string?.span.end !== end - start) return undefined
  const moved = now.parts.map(each => (each === part ? each : movePart(each, change.to, grown)))
  const span = moveSpan(part.reply.span, change.to, grown)
  const titleSpan = moveSpan(part.reply.titleSpan, change.to, grown)
  const edited = {...part, body: {start, end}, read: part.reread(string), reply: {...part.reply, span, titleSpan}}
  const problems = now.problems.map(problem => ({...problem, span: moveSpan(problem.span, change.to, grown)}))
  return new DataFile({...now, text: next, parts: moved.with(index, edited), problems})
}

function movePart(part: DataPart, at: number, by: number): DataPart {
  if (part.reply.span.end < at && part.body.end < at && part.reply.titleSpan.end < at) return part
  const {reply, body, base} = part
  return {
    ...part,
    base: base >= at ? base + by : base,
    body: moveSpan(body, at, by),
    reply: {...reply, span: moveSpan(reply.span, at, by), titleSpan: moveSpan(reply.titleSpan, at, by)},
  }
}

function moveSpan({start, end}: Span<'source'>, at: number, by: number): Span<'source'> {
  return {start: start >= at ? start + by : start, end: end >= at ? end + by : end}
}
