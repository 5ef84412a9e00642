import type {OpenFile, Part} from '../formats/file.ts'
import {checkPart, type DocumentReport, type FileReport, fileReport} from './check-file.ts'
import type {Memory} from './memory.ts'
import type {Plan} from './plan.ts'

/** Checks the documents of a file from the one at `focus` outwards, until `isOver`; at least one. */
export function checkNearest(
  file: OpenFile,
  plan: Plan,
  memory: Memory,
  focus: number,
  isOver: () => boolean,
): {readonly report: FileReport; readonly unchecked: number} {
  const {parts} = file
  const documents: (DocumentReport | undefined)[] = new Array(parts.length)
  const start = partAt(parts, focus)
  let [up, down, checked] = [start - 1, start, 0]
  while (checked < parts.length) {
    // Down and up in turn, as long as both have one.
    const index = down < parts.length && (up < 0 || down - start <= start - up) ? down++ : up--
    const part = parts[index]
    if (part === undefined) break
    documents[index] = checkPart(part, plan, memory)
    checked++
    if (isOver()) break
  }
  const known =
    checked === parts.length ? (documents as DocumentReport[]) : documents.filter(each => each !== undefined)
  return {report: fileReport(file, known), unchecked: parts.length - checked}
}

/** The index of the part that holds `focus`, or of the next one; the last where there is none. */
function partAt(parts: readonly Part[], focus: number): number {
  const found = parts.findIndex(({base, reply}) => focus <= (reply?.span.end ?? base))
  return found < 0 ? Math.max(0, parts.length - 1) : found
}
