import {type FileReport, filterFindings, filterProblems} from '../../engine/check-file.ts'
import {fingerprintOf, wordsOf} from '../../engine/fingerprint.ts'
import {locateIn} from '../../engine/positions.ts'
import type {Finding} from '../../engine/report.ts'
import type {Problem} from '../../formats/format.ts'
import {lineRegions} from './line-regions.ts'

/** A version of a file: its text, and what Poise says of it. */
export interface Version {
  readonly text: string
  readonly report: FileReport
}

/**
 * The report with what its older version does not have. A finding is an old one where the older version has it on the same unchanged line; or with
 * the same words around it, wherever it stood; or in the lines in whose place its own are. What is said of a whole document is old where it was said of
 * that document. Each older finding makes one finding old, so a second one of a phrase is new.
 */
export function withoutOlder(report: FileReport, text: string, older: Version): FileReport {
  const regions = lineRegions(older.text, text)
  const left = new Set(traced(older, regions.old))
  const open = new Set(traced({text, report}, regions.now))
  const old = new Set<Finding>()
  // The surest marks go first, so that of two alike the one that did not change is the old one.
  for (const markOf of marks) {
    const byMark = new Map<string, Traced[]>()
    for (const each of left) {
      const mark = markOf(each)
      if (mark === undefined) continue
      const alike = byMark.get(mark)
      if (alike === undefined) byMark.set(mark, [each])
      else alike.push(each)
    }
    for (const each of open) {
      const match = byMark.get(markOf(each) ?? '')?.shift()
      if (match === undefined) continue
      left.delete(match)
      open.delete(each)
      old.add(each.finding)
    }
  }
  const isNew = (finding: Finding): boolean => !old.has(finding)
  return filterProblems(filterFindings(report, isNew), newProblem(older.report.problems))
}

/** A finding with the marks by which it is known in another version. */
interface Traced {
  readonly finding: Finding
  readonly isOnUnchangedLine: boolean
  readonly place: string
  readonly words: string
}

const marks: readonly ((each: Traced) => string | undefined)[] = [
  ({isOnUnchangedLine, place}) => (isOnUnchangedLine ? place : undefined),
  ({words}) => words,
  ({place}) => place,
]

function traced({text, report}: Version, regions: readonly number[]): readonly Traced[] {
  const locate = locateIn(text)
  const all: Traced[] = []
  filterFindings(report, (finding, {base, reply}) => {
    const {rule, level, span} = finding
    const [start, end] = [base + span.start, base + span.end]
    const region = regions[locate({start, end}).start.line - 1] ?? -1
    const isWhole = level === 'document'
    all.push({
      finding,
      isOnUnchangedLine: region >= 0,
      place: [rule, region, ...(isWhole ? [] : wordsOf(text.slice(start, end)))].join('\n'),
      // The first words of a page may change, and it is the same page all the same.
      words: isWhole ? `${rule}\n${reply?.title ?? ''}` : fingerprintOf(finding, text, base, reply?.title),
    })
    return false
  })
  return all
}

/** Of problems too, such as an ignore comment that silences nothing, the older ones are left out. */
function newProblem(older: readonly Problem[]): (problem: Problem) => boolean {
  const markOf = ({code, message}: Problem): string => `${code}\n${message}`
  const left = older.map(markOf)
  return problem => {
    const at = left.indexOf(markOf(problem))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  }
}
