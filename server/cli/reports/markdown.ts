import {principles} from '../../../rules/kit/types.ts'
import {locateIn} from '../../engine/positions.ts'
import {bandOf} from '../../engine/score.ts'
import {plainSlots} from '../../engine/slots.ts'
import {printable} from '../colours.ts'
import type {DocumentResult, Reporter} from '../result.ts'
import {summaryText} from './text.ts'

/** Markdown for a comment, a job's summary or a page: a table for each document with findings. */
export function markdownReporter(): Reporter {
  return {
    start: () => '# Poise\n\n',
    first: '',
    between: '',
    document,
    // The summary of a job on GitHub takes a megabyte.
    mostFindings: 2500,
    end: summary =>
      `${[...summaryText(summary).trimEnd().split('\n'), summary.leftOut ?? ''].map(escaped).join('\n\n').trimEnd()}\n`,
  }
}

function document({path, reply, text = '', report}: DocumentResult): string {
  const {findings, problems, score} = report
  if (findings.length === 0 && problems.length === 0) return ''
  const locate = locateIn(text)
  const rows = [
    ...problems.map(({message, span}) => [placeOf(locate(span).start), 'problem', escaped(message), '']),
    ...findings.map(({severity, message, rule, span, suggestions}) => [
      placeOf(locate(span).start),
      severity,
      `${escaped(message)} ${nameOf(rule)}`,
      escaped(plainSlots(suggestions[0]?.title ?? '')),
    ]),
  ]
  const parts = principles.filter(each => score[each] > 0).map(each => `${each} ${Math.round(score[each])}`)
  const title = reply === undefined ? escaped(path) : `${escaped(path)} › ${escaped(reply)}`
  return [
    `## ${title}\n`,
    `Risk ${Math.round(score.overall)}, ${[bandOf(score.overall), ...parts].join(' · ')}\n`,
    '| Place | Severity | What | Rewrite |',
    '| --- | --- | --- | --- |',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
    '\n',
  ].join('\n')
}

const placeOf = ({line, column}: {readonly line: number; readonly column: number}): string => `${line}:${column}`

/** A rule's name as code; one that a style's file gives it, and that would end the code, as any text. */
function nameOf(rule: string): string {
  return /^[\w./-]+$/.test(rule) ? `\`${rule}\`` : escaped(rule)
}

/** A text on one line of which nothing is markup, and nobody is called by their name. */
function escaped(text: string): string {
  return printable(text.replace(/\s*\n\s*/g, ' '))
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replaceAll('@', '@\u200B')
}
