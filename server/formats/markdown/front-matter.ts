import {isScalar, parseDocument} from 'yaml'
import {type Purpose, purposes} from '../../../rules/kit/types.ts'
import type {Problem} from '../format.ts'
import {type DirectiveDraft, readComment} from '../prose/directives.ts'
import type {BodySyntax} from '../shapes/shape.ts'
import {isTooDeep} from '../values/yaml-tokens.ts'
import {type PlainValue, readPlainYaml} from './plain-yaml.ts'

/** What stands before the Markdown of a file: a byte order mark, and YAML between two lines of `---`. */
export interface FrontMatter {
  /** Where the Markdown starts. */
  readonly end: number
  readonly title?: string
  readonly purpose?: Purpose
  /** How the text behind it is written, where it says so; then the text is one reply. */
  readonly as?: BodySyntax
  readonly directives: readonly DirectiveDraft[]
  readonly problems: readonly Problem[]
}

const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/
const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g
/** Longer is not front matter but a file that begins with a rule. */
const longest = 100_000

/** Where the front matter of a file ends, byte order mark included; 0 where there is none. */
export function frontMatterEnd(text: string): number {
  const mark = text.startsWith('\ufeff') ? 1 : 0
  const start = opening.exec(text)?.[0].length
  if (start === undefined) return mark
  closing.lastIndex = 0
  const found = closing.exec(text.slice(start, start + longest))
  if (found === null) return mark
  return start + found.index + found[0].length
}

/** Reads the front matter; what can't be read becomes a problem, and an alias is never followed. */
export function readFrontMatter(text: string): FrontMatter {
  const end = frontMatterEnd(text)
  const start = opening.exec(text)?.[0].length
  if (start === undefined || end <= start) return {end, directives: [], problems: []}
  const head = text.slice(start, end)
  // The YAML library does not know a carriage return alone.
  const yaml = head.replace(/\r(?!\n)/g, '\n').replace(/(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/, '')
  const comments = readYamlComments(yaml, start)
  return {...readYaml(yaml, start, comments.problems), end, directives: comments.directives}
}

type Values = Pick<FrontMatter, 'title' | 'purpose' | 'as' | 'problems'>

function readYaml(yaml: string, start: number, problems: readonly Problem[]): Values {
  const whole = {start, end: start + yaml.length}
  const plain = readPlainYaml(yaml)
  if (plain !== undefined) return valuesOf(name => plainScalarOf(plain.get(name), start), problems)
  if (isTooDeep(yaml)) return {problems: [...problems, broken('nest it less deeply', whole)]}
  try {
    const document = parseDocument(yaml, {
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'failsafe',
      uniqueKeys: false,
    })
    const error = document.errors[0]
    if (error !== undefined) {
      // What is never closed is reported at the end, after the last line that says anything.
      const from = Math.min(error.pos[0], yaml.trimEnd().length)
      const at = start + from
      const line = yaml.slice(0, from).split(/\r\n|\n|\r/).length + 1
      return {
        problems: [
          ...problems,
          broken(`check line ${line}`, {start: at, end: Math.max(at, Math.min(start + error.pos[1], whole.end))}),
        ],
      }
    }
    return valuesOf(name => scalarOf(document.get(name, true), start), problems)
  } catch {
    // The YAML library runs out of stack on very deep nesting, and refuses `get` where the document is no map.
    return {problems: [...problems, broken('write it as lines of “name: value”', whole)]}
  }
}

function valuesOf(find: (name: string) => Scalar | undefined, problems: readonly Problem[]): Values {
  const title = find('title')?.value
  const as = find('as')?.value
  return {
    ...(title !== undefined && title !== '' && {title}),
    ...((as === 'html' || as === 'text' || as === 'markdown') && {as}),
    ...purposeOf(find('purpose'), problems),
  }
}

const broken = (remedy: string, span: Problem['span']): Problem => ({
  code: 'front-matter',
  message: `The front matter is not YAML that Poise can read, so its title and purpose are left out; ${remedy}.`,
  span,
})

interface Scalar {
  readonly value: string
  readonly span: Problem['span']
}

function plainScalarOf(found: PlainValue | undefined, start: number): Scalar | undefined {
  return found && {value: found.value, span: {start: start + found.start, end: start + found.end}}
}

function scalarOf(node: unknown, start: number): Scalar | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined
  const [from = 0, to = 0] = node.range ?? []
  return {value: node.value, span: {start: start + from, end: start + to}}
}

function purposeOf(found: Scalar | undefined, problems: readonly Problem[]): Pick<FrontMatter, 'purpose' | 'problems'> {
  if (found === undefined || found.value === '') return {problems}
  const purpose = purposes.find(known => known === found.value)
  if (purpose !== undefined) return {purpose, problems}
  const message = `The purpose “${found.value.slice(0, 60)}” is not one that Poise knows; use one of ${purposes.join(', ')}.`
  return {problems: [...problems, {code: 'unknown-purpose', message, span: found.span}]}
}

const comment = /^[ \t]*#[ \t]*(poise-[^\r\n]*)/gm

function readYamlComments(yaml: string, start: number): Pick<FrontMatter, 'directives' | 'problems'> {
  const read = [...yaml.matchAll(comment)].map(match => {
    const content = match[1] ?? ''
    const from = start + match.index + match[0].length - content.length
    return readComment(content, from, {start: from - 1, end: from + content.length})
  })
  return {
    directives: read.flatMap(item => (item?.directive ? [item.directive] : [])),
    problems: read.flatMap(item => (item?.problem ? [item.problem] : [])),
  }
}
