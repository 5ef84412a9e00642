import {Composer, type Document, type ErrorCode} from 'yaml'
import type {Span} from '../../../rules/kit/types.ts'
import type {Problem} from '../format.ts'
import {wholeCharacters} from '../prose/whole-characters.ts'
import {type Data, deepest, type Value} from './value.ts'
import {withLineFeeds} from './yaml-scalar.ts'
import {yamlTokens} from './yaml-tokens.ts'
import {yamlTree} from './yaml-tree.ts'

/** Behind a file, it lets a quote that is never closed end with its own lines instead of swallowing all that follows. */
const closingLine = `# "'`

/**
 * Reads a YAML file: of several documents that are all mappings it makes a list, else it takes the first that says anything. Nothing is
 * resolved: an alias is never followed, a tag never obeyed, and a merge key is a key. What the library makes of a broken file is kept.
 */
export function readYaml(text: string): Data {
  // The library counts a byte order mark into the indentation of the first line, so an empty line stands in its place.
  const source = withLineFeeds(text).replace(/^\ufeff/, '\n')
  const first = read(text, source)
  const {data} = first.swallows ? read(text, source + (source.endsWith('\n') ? '' : '\n') + closingLine) : first
  return data
}

function read(text: string, source: string): {readonly data: Data; readonly swallows: boolean} {
  const {tokens, comments, tooDeep} = yamlTokens(source)
  const mistakes: Mistake[] = tooDeep ? [{span: tooDeep, remedy: deep}] : []
  const roots: Value[] = []
  let swallows = false
  const composer = new Composer({
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    keepSourceTokens: true,
  })
  const onUnclosed = ({start, end}: Span<'source'>) => {
    mistakes.push({span: {start, end: start + 1}, remedy: 'close the quotation mark there'})
    swallows ||= end === text.length
  }
  for (const document of composer.compose(tokens, true, source.length)) {
    mistakes.push(...mistakesOf(document, text))
    if (document.contents === null) continue
    const root = yamlTree({text, onUnclosed}, document.contents)
    if (root.type !== 'other' || root.raw !== '') roots.push(root)
  }
  const root = rootOf(roots)
  return {data: {...(root !== undefined && {root}), problems: problemsOf(mistakes, text), comments}, swallows}
}

function rootOf(roots: readonly Value[]): Value | undefined {
  const [first] = roots
  const last = roots.at(-1)
  if (first === undefined || last === first || !roots.every(root => root.type === 'map')) return first
  return {type: 'list', span: {start: first.span.start, end: last?.span.end ?? first.span.end}, items: roots}
}

interface Mistake {
  readonly span: Span<'source'>
  readonly remedy: string
}

const deep = `keep the nesting under ${deepest} levels`

const remedies: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'line up its indentation with the lines around it',
  TAB_AS_INDENT: 'indent it with spaces instead of a tab',
  BAD_DQ_ESCAPE: 'write a backslash inside double quotes as two',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'line up the names, and put a text that holds a colon in quotes',
  MULTILINE_IMPLICIT_KEY: 'check that each name has its colon and each quotation mark its partner',
  RESOURCE_EXHAUSTION: deep,
}

function mistakesOf({errors}: Document.Parsed, text: string): readonly Mistake[] {
  const [first] = errors.toSorted((one, other) => one.pos[0] - other.pos[0])
  if (first === undefined) return []
  // What is never closed is reported at the end, after the last line that says anything.
  const start = Math.min(first.pos[0], Math.max(0, text.trimEnd().length - 1))
  const end = Math.min(Math.max(first.pos[1], start), text.length)
  return [{span: {start, end}, remedy: remedies[first.code] ?? 'check its quotes, colons, brackets and indentation'}]
}

/** One problem, the first: those behind it most often follow from it. */
function problemsOf(mistakes: readonly Mistake[], text: string): readonly Problem[] {
  const [first] = mistakes.toSorted((one, other) => one.span.start - other.span.start)
  if (first === undefined) return []
  const line = text.slice(0, first.span.start).split(/\r\n|\n|\r/).length
  const message = `Line ${line} is not YAML that Poise can read, so some of this file may be left out; ${first.remedy}.`
  return [{code: 'yaml-syntax', message, span: wholeCharacters(text, first.span)}]
}
