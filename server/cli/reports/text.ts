import {principles} from '../../../rules/kit/types.ts'
import {type Locate, locateIn} from '../../engine/positions.ts'
import type {Finding, Score} from '../../engine/report.ts'
import {bandOf} from '../../engine/score.ts'
import {plainSlots} from '../../engine/slots.ts'
import type {Problem} from '../../formats/format.ts'
import {type Colours, makeColours, printable} from '../colours.ts'
import {type ConfigResult, type DocumentResult, isBelow, qualityOf, type Reporter, type Summary} from '../result.ts'

const maxPhrase = 100
const indent = '    '

/** The report for people: grouped by file, each finding with its place, phrase, reason and best suggestion. */
export function textReporter(colours: Colours, failUnder?: number): Reporter {
  return {
    start: () => '',
    first: '',
    between: '',
    document: result => documentText(result, colours, failUnder),
    end: summary =>
      summary.configuration.map(config => configText(config, colours)).join('') + summaryText(summary, colours),
  }
}

function documentText(
  {path, reply, inactive, text, report}: DocumentResult,
  colours: Colours,
  failUnder: number | undefined,
): string {
  if (report.findings.length === 0 && report.problems.length === 0) return ''
  const locate = locateIn(text ?? '')
  const explained = new Set<string>()
  const note = inactive ? colours.dim(' (switched off)') : ''
  const title = reply === undefined ? '' : ` › ${printable(reply)}`
  const lines = [colours.bold(printable(path) + title) + note]
  for (const problem of report.problems)
    lines.push(problemLine(problem, text === undefined ? undefined : locate, colours))
  for (const finding of report.findings) {
    lines.push(...findingLines(finding, text ?? '', locate, explained.has(finding.rule), colours))
    explained.add(finding.rule)
  }
  if (text !== undefined) lines.push(...scoreLines(report.score, report.explanation, colours))
  if (isBelow(failUnder, report)) lines.push(`  ${colours.red(`quality ${qualityOf(report)}, below ${failUnder}`)}`)
  return `${lines.join('\n')}\n\n`
}

function findingLines(
  finding: Finding,
  text: string,
  locate: Locate,
  explained: boolean,
  colours: Colours,
): readonly string[] {
  const {line, column} = locate(finding.span).start
  const phrase = excerpt(text.slice(finding.span.start, finding.span.end))
  const message = printable(finding.message)
  const paint = {warning: colours.red, suggestion: colours.yellow, hint: colours.blue}[finding.severity]
  const lines = [`  ${line}:${column}  ${paint(finding.severity)}  ${message}  ${colours.dim(printable(finding.rule))}`]
  if (phrase !== '' && finding.level !== 'document' && !message.includes(phrase)) lines.push(`${indent}“${phrase}”`)
  const {why} = finding.by
  if (why !== '' && !explained) lines.push(indent + colours.dim(printable(why)))
  const best = finding.suggestions[0]
  if (best !== undefined)
    lines.push(indent + colours.green(`→ ${printable(plainSlots(best.title))}`) + safetyNote[best.safety])
  return lines
}

const safetyNote = {
  safe: '',
  'if-verified': ' (if you know that it is so)',
  'needs-input': ' (with your words in the brackets)',
} as const

function problemLine({message, code, span}: Problem, locate: Locate | undefined, colours: Colours): string {
  const start = locate?.(span).start
  const place = start === undefined ? 'skipped' : `${start.line}:${start.column}  problem`
  return `  ${colours.yellow(place)}  ${printable(message)}  ${colours.dim(printable(code))}`
}

/** The mistakes of a configuration file. */
export function configText({path, text, problems}: ConfigResult, colours: Colours): string {
  const locate = locateIn(text ?? '')
  return `${[colours.bold(printable(path)), ...problems.map(problem => problemLine(problem, locate, colours))].join('\n')}\n\n`
}

function scoreLines(score: Score, explanation: string, colours: Colours): readonly string[] {
  const parts = principles
    .filter(principle => score[principle] > 0)
    .map(principle => `${principle} ${Math.round(score[principle])}`)
  const risk = `${Math.round(score.overall)} of 100`
  const line = [`risk ${risk}: ${bandOf(score.overall)}`, ...parts].join(' · ')
  // The line above has said so already.
  const rest = explanation.replace(`Risk ${risk}. `, '')
  return [`  ${colours.bold(line)}`, ...(rest === '' ? [] : [`  ${colours.dim(printable(rest))}`])]
}

/** What a run adds up to, in a line or two. */
export function summaryText(summary: Summary, {bold, dim}: Colours = makeColours(false)): string {
  const {
    article,
    macro,
    bySeverity,
    withFindings,
    skipped,
    applied,
    changed,
    fixable,
    belowQuality,
    recorded = 0,
  } = summary
  const lines: string[] = []
  const read = joined([counted(article, 'article'), counted(macro, 'macro')])
  const found = joined([
    counted(bySeverity.warning, 'warning'),
    counted(bySeverity.suggestion, 'suggestion'),
    counted(bySeverity.hint, 'hint'),
  ])
  const calm = summary.compared || recorded > 0 ? 'nothing new' : 'nothing to change'
  if (applied > 0) lines.push(`Applied ${counted(applied, 'safe suggestion')} in ${counted(changed, 'file')}.`)
  if (read === '' && skipped > 0) lines.push('Nothing was read.')
  else if (read === '' && summary.compared) lines.push('No article or macro has changed.')
  else if (read === '')
    lines.push(
      'No articles or macros here: Poise reads Markdown, and the exports and templates that it knows the form of.',
    )
  else
    lines.push(
      bold(
        `${read} read: ${found === '' ? calm : found + (article + macro === 1 ? '' : ` in ${withFindings} of them`)}.`,
      ),
    )
  if (summary.failUnder !== undefined)
    lines.push(
      belowQuality === 0
        ? `No document with findings is below a quality of ${summary.failUnder}.`
        : `${counted(belowQuality, 'document')} below a quality of ${summary.failUnder} (100 less the risk).`,
    )
  if (recorded > 0 && !summary.compared)
    lines.push(
      dim(`${counted(recorded, 'finding')} recorded before; --no-baseline shows ${recorded === 1 ? 'it' : 'them'}.`),
    )
  if (skipped > 0) lines.push(dim(`${skipped} skipped.`))
  // What is staged is not what --fix would write.
  if (fixable > 0 && summary.compared !== 'staged')
    lines.push(dim(`--fix applies ${fixable === 1 ? 'one of them' : `${fixable} of them`} safely.`))
  return `${lines.join('\n')}\n`
}

/** “1 file”, “2 files”, or an empty text for none. */
export function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

function joined(parts: readonly string[]): string {
  const present = parts.filter(part => part !== '')
  return present.length < 2 ? present.join('') : `${present.slice(0, -1).join(', ')} and ${present.at(-1)}`
}

function excerpt(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim())
  return line.length <= maxPhrase ? line : `${line.slice(0, maxPhrase - 1).trimEnd()}…`
}
