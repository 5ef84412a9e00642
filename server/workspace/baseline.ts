import {type FileReport, filterFindings} from '../engine/check-file.ts'
import {fingerprintOf, type Sliceable} from '../engine/fingerprint.ts'
import type {Finding} from '../engine/report.ts'

/** The findings that a team has recorded, by file: how many there are of each fingerprint. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The file that it is kept in, beside the configuration. */
export const baselineName = '.poise-baseline.json'

const version = 1

/** A baseline as its file holds it: sorted, one fingerprint a line, so that a change of one phrase is a change of one line. */
export function baselineText(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, marks]) => marks.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, marks]) => [path, Object.fromEntries([...marks].sort(([a], [b]) => (a < b ? -1 : 1)))])
  return `${JSON.stringify({version, files: Object.fromEntries(files)}, null, 2)}\n`
}

/** Reads a baseline; answers in a sentence why it can't be used, with the remedy. */
export function readBaseline(text: string): Baseline | string {
  const remedy = 'Delete it, and record it again with poise baseline.'
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return `It is not JSON (${error instanceof Error ? error.message : error}). ${remedy}`
  }
  if (!isRecord(value) || !isRecord(value['files'])) return `It is no baseline of Poise. ${remedy}`
  if (value['version'] !== version)
    return `It is of version ${JSON.stringify(value['version'])}, and this Poise reads version ${version}. ${remedy}`
  const files = new Map<string, ReadonlyMap<string, number>>()
  for (const [path, marks] of Object.entries(value['files'])) {
    if (!isRecord(marks)) return `What it holds for “${path}” is no list of findings. ${remedy}`
    const counts = Object.entries(marks)
    const wrong = counts.find(([, count]) => !Number.isInteger(count) || Number(count) < 1)
    if (wrong !== undefined) return `“${wrong[0]}” of “${path}” is no count. ${remedy}`
    files.set(path, new Map(counts.map(([mark, count]) => [mark, Number(count)])))
  }
  return files
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How many findings of each fingerprint a file has. */
export function marksOf(report: FileReport, text: string): ReadonlyMap<string, number> {
  const marks = new Map<string, number>()
  filterFindings(report, (finding, {base, reply}) => {
    const mark = fingerprintOf(finding, text, base, reply?.title)
    marks.set(mark, (marks.get(mark) ?? 0) + 1)
    return false
  })
  return marks
}

/** The report without the findings that are recorded, which stand apart in each document's `recorded`. */
export function withoutRecorded(report: FileReport, text: string, path: string, baseline: Baseline): FileReport {
  const recorded = recordedIn(report, text, path, baseline)
  if (recorded.size === 0) return report
  const fresh = filterFindings(report, finding => !recorded.has(finding))
  const documents = fresh.documents.map((document, index) => {
    const known = report.documents[index]?.report.findings.filter(finding => recorded.has(finding)) ?? []
    return known.length === 0 ? document : {...document, recorded: known}
  })
  return {...fresh, documents}
}

/**
 * The findings of a report's documents that are recorded. A file that the baseline does not know may be one that was renamed, so there what is
 * recorded of any file counts.
 */
export function recordedIn(
  report: FileReport,
  text: Sliceable,
  path: string,
  baseline: Baseline,
): ReadonlySet<Finding> {
  const recorded = new Set<Finding>()
  const left = new Map(marksFor(baseline, path))
  if (left.size === 0) return recorded
  for (const {base, reply, report: own} of report.documents) {
    for (const finding of own.findings) {
      const mark = fingerprintOf(finding, text, base, reply?.title)
      const count = left.get(mark) ?? 0
      if (count === 0) continue
      left.set(mark, count - 1)
      recorded.add(finding)
    }
  }
  return recorded
}

/** What is recorded for a file, as `recordedIn` counts it. */
export function marksFor(baseline: Baseline, path: string): ReadonlyMap<string, number> {
  return baseline.get(path) ?? allMarks(baseline)
}

const known = new WeakMap<Baseline, ReadonlyMap<string, number>>()

function allMarks(baseline: Baseline): ReadonlyMap<string, number> {
  const before = known.get(baseline)
  if (before !== undefined) return before
  const all = new Map<string, number>()
  for (const marks of baseline.values()) for (const [mark, count] of marks) all.set(mark, (all.get(mark) ?? 0) + count)
  known.set(baseline, all)
  return all
}
