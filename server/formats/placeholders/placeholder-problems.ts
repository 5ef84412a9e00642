import type {Span} from '../../../rules/kit/types.ts'
import {distanceOf} from '../language/spelling.ts'
import type {SystemId} from '../shapes/shape.ts'
import {bracketProblems} from './bracket-problems.ts'
import {type PlaceholderSystem, placeholderSystems} from './placeholder-names.ts'
import {knows, nameIn} from './placeholder-systems.ts'
import {placeholdersIn} from './placeholders.ts'
import {tagProblems} from './tag-problems.ts'

/** A placeholder that will not be filled in, in offsets of the text it stands in. */
export interface PlaceholderProblem {
  readonly code: 'unknown-placeholder' | 'unbalanced-placeholder'
  readonly message: string
  readonly span: Span<'source'>
  /** What to write in the place of `span`. */
  readonly fix?: string
}

/** As people write them. */
const titles: Readonly<Record<SystemId, string>> = {
  zendesk: 'Zendesk',
  freshdesk: 'Freshdesk',
  intercom: 'Intercom',
  front: 'Front',
  'help-scout': 'Help Scout',
  gorgias: 'Gorgias',
  chatwoot: 'Chatwoot',
  zammad: 'Zammad',
  osticket: 'osTicket',
  salesforce: 'Salesforce',
  quicktext: 'Quicktext',
  github: 'The label action',
}

/** More than this in one reply is another syntax than any that is known here. */
const most = 50
const anySign = /\{\{|\{%|%\{|#\{|\$\{|\{!|\[\[|\]\]|\}\}|<\/?#/

/** What is wrong with the placeholders of a reply: unknown names where its system is known, and brackets or tags that do not match. */
export function placeholderProblems(text: string, system: SystemId | undefined): readonly PlaceholderProblem[] {
  const known = system && placeholderSystems[system]
  if (!anySign.test(text) && system !== 'github') return []
  const written = withoutCode(text)
  const problems = [...bracketProblems(written, known), ...tagProblems(written)]
  if (system !== undefined && known !== undefined) problems.push(...unknownNames(written, titles[system], known))
  return problems.sort((a, b) => a.span.start - b.span.start).slice(0, most)
}

/** The start of code that a reply shows: within backticks, in a fence that names its language, in elements for code and style. */
const codeStart =
  /`[^`\n]{1,400}`|^(?<fence>```|~~~)[ \t]*(?!text|txt|plain|markdown|md|email|html)[a-z][\w+-]{0,20}[ \t]*$|<(?<element>style|script|code|pre)\b[^>]{0,300}>|<!--/gim

/** The same length, with blanks for code, which fills in nothing. */
function withoutCode(text: string): string {
  if (!/[`<]|~~~/.test(text)) return text
  const lower = text.replaceAll('İ', 'I').toLowerCase()
  const pieces: string[] = []
  const unclosed = new Set<string>()
  let done = 0
  for (const match of lower.matchAll(codeStart)) {
    if (match.index < done) continue
    const {fence, element} = match.groups ?? {}
    const start = match.index + match[0].length
    const close = fence ? `\n${fence}` : element ? `</${element}` : match[0] === '<!--' ? '-->' : ''
    // One look to the end of the text for each way to close is enough.
    const found = unclosed.has(close) ? -1 : lower.indexOf(close, start)
    if (found < 0) {
      unclosed.add(close)
      continue
    }
    const end = found + close.length
    pieces.push(text.slice(done, match.index), ' '.repeat(end - match.index))
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** Names that the reply gives to values itself. */
const given = /\{%-?\s*(?:assign|capture|for|set|increment|decrement|tablerow)\s+([\w-]{1,80})/g

function unknownNames(text: string, title: string, system: PlaceholderSystem): readonly PlaceholderProblem[] {
  const problems: PlaceholderProblem[] = []
  const own = new Set([...text.matchAll(given)].map(match => match[1] ?? ''))
  const looked = new Map<string, string | undefined>()
  for (const {start, end} of placeholdersIn(text, 'macro')) {
    const found = nameIn(text.slice(start, end), system)
    if (found === undefined || found.name.length > 80) continue
    const {name, at} = found
    if (knows(system, name) || own.has(name.split(/[.[]/, 1)[0] ?? '')) continue
    if (!looked.has(name)) looked.set(name, nearest(name, system))
    const fix = looked.get(name)
    if (fix === undefined && (system.open || !hasRoot(system, name))) continue
    const span = {start: start + at, end: start + at + name.length}
    const [open, close] = system.brackets[0] ?? ['', '']
    const remedy =
      fix === undefined
        ? `use one of its own, such as “${open}${[...system.names.keys()][0]}${close}”`
        : `the nearest it knows is “${fix}”`
    const message = `${title} has no placeholder “${name}”; ${remedy}.`
    problems.push({code: 'unknown-placeholder', message, span, ...(fix !== undefined && {fix})})
  }
  return problems
}

/** Whether it begins as the system's own do: “contact.nickname”. */
function hasRoot({names}: PlaceholderSystem, name: string): boolean {
  const root = `${name.split('.', 1)[0]?.toLowerCase()}.`
  return name.includes('.') && [...names.keys()].some(known => known.startsWith(root))
}

/** The known name that `name` is a slip of: a letter or two, and as few in its last part. */
function nearest(name: string, {names}: PlaceholderSystem): string | undefined {
  const lower = name.toLowerCase()
  const limit = name.length < 5 ? 0 : name.length < 10 ? 1 : name.length < 18 ? 2 : 3
  let found: string | undefined
  let least = limit + 1
  for (const candidate of names.keys()) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const distance = distanceOf(lower, candidate.toLowerCase())
    if (distance >= least || !isSlip(lower, candidate.toLowerCase())) continue
    found = candidate
    least = distance
  }
  return found
}

function isSlip(name: string, known: string): boolean {
  const [written, meant] = [lastPart(name), lastPart(known)]
  return distanceOf(written, meant) <= Math.max(1, Math.floor(meant.length / 3))
}

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('=')) + 1)
