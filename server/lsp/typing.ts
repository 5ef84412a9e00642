import type {Finding} from '../engine/report.ts'
import type {Analysis} from './analysis.ts'
import type {PersonalSettings} from './settings-shape.ts'
import type {Text} from './snapshot.ts'

/** Knows where somebody is at work, so that findings can wait until they pause. */
export interface Typing {
  /** To be told of each edit of a document, and by whose settings it goes. */
  readonly edited: (uri: string, settings: Pick<PersonalSettings, 'delay' | 'delayIn'>) => void
  /** Whether nothing new is to be shown of a document, as far as this reaches. */
  readonly waitsIn: (uri: string) => 'paragraph' | 'file' | undefined
  /** What of an analysis waits for a pause: what is new in the paragraph at work, and of the document as a whole. */
  readonly hides: (analysis: Analysis) => (finding: Finding) => boolean
  /** To be told when a document is saved or closed: a pause, whatever the clock says. Answers whether something waited. */
  readonly ended: (uri: string) => boolean
}

interface Work {
  readonly scope: 'paragraph' | 'file'
  readonly timer: ReturnType<typeof setTimeout>
  /** What is shown, by rule and words. */
  readonly before: ReadonlyMap<string, number>
}

/** How far a paragraph is followed on either side of the last edit, in UTF-16 code units. */
const reach = 4000

/** Makes the watch over a session's edits; `onPause` hears of each document that somebody has stopped typing in. */
export function makeTyping(shownOf: (uri: string) => Analysis | undefined, onPause: (uri: string) => void): Typing {
  const working = new Map<string, Work>()

  function ended(uri: string): boolean {
    clearTimeout(working.get(uri)?.timer)
    return working.delete(uri)
  }

  return {
    ended,
    edited(uri, {delay, delayIn}) {
      const work = working.get(uri)
      ended(uri)
      if (delay === 0) return
      const last = work === undefined ? shownOf(uri) : undefined
      const before = work?.before ?? (last ? countsOf(last, last.report.findings) : new Map())
      const pause = () => {
        working.delete(uri)
        onPause(uri)
      }
      working.set(uri, {scope: delayIn, before, timer: setTimeout(pause, delay)})
    },
    waitsIn: uri => working.get(uri)?.scope,
    hides(analysis) {
      const work = working.get(analysis.document.uri)
      if (work === undefined) return () => false
      const hidden = hiddenIn(analysis, work.before)
      const hides = (finding: Finding) => hidden.has(keyOf(finding))
      const shown = analysis.report.findings.filter(finding => !hides(finding))
      // What has been shown once stays, wherever the writer goes on.
      working.set(analysis.document.uri, {...work, before: countsOf(analysis, shown)})
      return hides
    },
  }
}

/** What is in the paragraph at work, or of the whole document, and was not shown before. */
function hiddenIn(analysis: Analysis, before: ReadonlyMap<string, number>): ReadonlySet<string> {
  const {document, report} = analysis
  const {start, end} = paragraphAt(analysis)
  const isHere = ({level, span}: Finding) => level === 'document' || (span.start <= end && start <= span.end)
  const left = new Map(before)
  const isKnown = (finding: Finding) => {
    const mark = markOf(finding, document)
    const count = left.get(mark) ?? 0
    left.set(mark, count - 1)
    return count > 0
  }
  // The same words elsewhere are those that were shown before, so they are counted first.
  for (const finding of report.findings) if (!isHere(finding)) isKnown(finding)
  return new Set(report.findings.filter(finding => isHere(finding) && !isKnown(finding)).map(keyOf))
}

const keyOf = ({rule, span}: Finding): string => `${rule} ${span.start} ${span.end}`

function countsOf({document}: Analysis, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const mark = markOf(finding, document)
    counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  return counts
}

function markOf({rule, level, span: {start, end}}: Finding, document: Text): string {
  if (level === 'document') return rule
  return `${rule}\n${textOf(document, start, end)}`
}

/** The text around the last edit up to the next blank lines, in its own reply where the file holds several. */
function paragraphAt({document, report, focus}: Analysis): {readonly start: number; readonly end: number} {
  const reply = report.documents.find(
    each => each.reply && each.reply.span.start <= focus && focus <= each.reply.span.end,
  )
  const first = Math.max(0, focus - reach, reply?.reply?.span.start ?? 0)
  const last = Math.min(focus + reach, reply?.reply?.span.end ?? Number.POSITIVE_INFINITY)
  const before = textOf(document, first, focus).split(blankLine).at(-1) ?? ''
  const after = textOf(document, focus, last).split(blankLine, 1)[0] ?? ''
  return {start: focus - before.length, end: focus + after.length}
}

function textOf(document: Text, start: number, end: number): string {
  return document.getText({start: document.positionAt(start), end: document.positionAt(end)})
}

const blankLine = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/
