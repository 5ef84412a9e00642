import type {DocumentKind} from '../../rules/kit/types.ts'
import {checkFile, type FileReport} from '../engine/check-file.ts'
import {fixAll} from '../engine/fix.ts'
import {type Memory, makeMemory} from '../engine/memory.ts'
import {overviewOf} from '../engine/overview.ts'
import {
  type PlainFinding,
  type PlainProblem,
  type PlainSuggestion,
  plainFinding,
  plainProblem,
  plainSuggestion,
} from '../engine/plain-finding.ts'
import {type Locate, locateIn} from '../engine/positions.ts'
import type {Finding as OwnFinding, Score} from '../engine/report.ts'
import {ownRulePage} from '../engine/rule-page.ts'
import {type OpenFile, openFile} from '../formats/files/file.ts'
import {wholeFile} from '../formats/files/whole-file.ts'
import {readText} from '../formats/text/text.ts'
import {defaultConfig, kindOf} from '../workspace/config.ts'
import {assertOneOf, planFor, type RuleSettings} from './options.ts'

/** What a text is, and how to look at it. Nothing is read from a disk. */
export interface CheckOptions {
  /** Says what the text is by its ending: Markdown, HTML, JSON, YAML, XML, CSV; and `.macro.md` is a macro. Need not exist. */
  readonly filename?: string
  /** How the text is written, whatever `filename` says. By default Markdown. */
  readonly format?: 'markdown' | 'html' | 'text'
  /** A help-centre article, or a macro (a canned reply). By default what `filename` says, else an article. */
  readonly kind?: DocumentKind
  readonly rules?: RuleSettings
}

/** What a rule found. Lines and columns count from 1, offsets from 0, in UTF-16 code units; ends are exclusive. */
export interface Finding extends PlainFinding {
  /** Why it invites pushback. */
  readonly why: string
  /** The rule's section of the published list of rules. */
  readonly url: string
  /** The rewrites, the best first; tried and made when they are first read. */
  readonly suggestions: readonly PlainSuggestion[]
}

/** All that Poise says of a text. */
export interface CheckResult {
  readonly kind: DocumentKind
  /** How many documents were checked: none where the text holds no article or reply, or none in English. */
  readonly checked: number
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** What could not be read, and ignore comments that silence nothing. */
  readonly problems: readonly PlainProblem[]
  /** Risk from 0 (none known) to 100, overall and by principle; of several replies the mean. */
  readonly score: Score
  /** One line that says what the score rests on. */
  readonly explanation: string
}

/** A text with its safe rewrites applied. */
export interface FixResult extends CheckResult {
  readonly text: string
  /** How many rewrites were applied. */
  readonly applied: number
}

/**
 * Checks a text. The same text and options always give the same result. Throws a TypeError where the text is no string and a RangeError
 * where an option has a value that Poise does not know; never for what the text holds.
 */
export function check(text: string, options: CheckOptions = {}): CheckResult {
  return resultOf(text, checkerFor(text, options)(text))
}

/** Applies the rewrites that change wording only, and checks what comes of it. Throws as `check` does. */
export function fix(text: string, options: CheckOptions = {}): FixResult {
  const fixed = fixAll(text, checkerFor(text, options))
  return {text: fixed.text, applied: fixed.applied, ...resultOf(fixed.text, fixed.report)}
}

let memory: Memory | undefined
/** In bytes. */
const memorySize = 20_000_000

function checkerFor(given: string, options: CheckOptions): (text: string) => FileReport {
  if (typeof given !== 'string') throw new TypeError(`The text is a string, not ${typeof given}.`)
  const {format, rules, filename = 'text.md'} = options
  if (format !== undefined) assertOneOf('format', format, ['markdown', 'html', 'text'])
  const path = format === undefined ? filename : `${filename}.${format === 'markdown' ? 'md' : format}`
  const kind = options.kind ?? kindOf(defaultConfig, filename) ?? 'article'
  const plan = planFor(kind, rules)
  if (format !== 'text' && kindOf(defaultConfig, path) === undefined)
    throw new RangeError(`Poise does not read files such as “${filename}”. Say in “format” how the text is written.`)
  const named = options.kind !== undefined || format !== undefined
  const open = (text: string): OpenFile | undefined =>
    format === 'text' ? wholeFile(text, kind, readText) : openFile(text, {path, kind, named})
  memory ??= makeMemory(memorySize)
  const known = memory
  return text => {
    const file = open(text)
    if (file === undefined) return nothing(kind)
    return checkFile(file, file.kind === kind ? plan : planFor(file.kind, rules), known)
  }
}

const nothing = (kind: DocumentKind): FileReport => ({kind, documents: [], findings: [], problems: [], ownProblems: []})

function resultOf(text: string, report: FileReport): CheckResult {
  const locate = locateIn(text)
  const {score, explanation} = overviewOf(report)
  return {
    kind: report.kind,
    checked: report.documents.filter(each => !each.report.foreign).length,
    findings: report.findings.map(finding => findingOf(finding, locate)),
    problems: report.problems.map(problem => plainProblem(problem, locate)),
    score,
    explanation,
  }
}

function findingOf(finding: OwnFinding, locate: Locate): Finding {
  let suggestions: readonly PlainSuggestion[] | undefined
  return {
    ...plainFinding(finding, locate),
    why: finding.by.why,
    url: ownRulePage(finding.rule),
    get suggestions() {
      suggestions ??= finding.suggestions.map(one => plainSuggestion(one, locate))
      return suggestions
    },
  }
}
