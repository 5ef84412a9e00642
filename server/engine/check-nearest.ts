import type {OpenFile, Part} from '../formats/files/file.ts'
import {checkPart, type FileReport, fileReport, recallPart} from './check-file.ts'
import type {Memory} from './memory.ts'
import type {Plan} from './plan.ts'

/**
 * Checks the documents of a file from the one at `focus` outwards: that one in any case, the others until `isOver`. Those that were checked
 * before are all in the report.
 */
export function checkNearest(
  file: OpenFile,
  plan: Plan,
  memory: Memory,
  focus: number,
  isOver: () => boolean,
): {readonly report: FileReport; readonly unchecked: number} {
  const {parts} = file
  const documents = parts.map(part => recallPart(part, plan))
  let unchecked = documents.reduce((count, document) => (document === undefined ? count + 1 : count), 0)
  const start = partAt(parts, focus)
  for (let [up, down] = [start - 1, start]; unchecked > 0; ) {
    // Down and up in turn, as long as both have one.
    const index = down < parts.length && (up < 0 || down - start <= start - up) ? down++ : up--
    const part = parts[index]
    if (part === undefined) break
    if (documents[index] !== undefined) continue
    documents[index] = checkPart(part, plan, memory)
    unchecked--
    if (isOver()) break
  }
  return {
    report: fileReport(
      file,
      documents.filter(document => document !== undefined),
    ),
    unchecked,
  }
}

/** The index of the part that holds `focus`, or of the next one; the last where there is none. */
function partAt(parts: readonly Part[], focus: number): number {
  const found = parts.findIndex(({base, reply}) => focus <= (reply?.span.end ?? base))
  return found < 0 ? Math.max(0, parts.length - 1) : found
}
