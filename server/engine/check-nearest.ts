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
  let checked = 0
  for (const index of outwards(parts, focus)) {
    const part = parts[index]
    if (part === undefined) continue
    documents[index] = checkPart(part, plan, memory)
    checked++
    if (isOver()) break
  }
  return {
    report: fileReport(
      file,
      documents.filter(document => document !== undefined),
    ),
    unchecked: parts.length - checked,
  }
}

/** The indices of the parts, from the one that holds `focus` up and down in turn. */
function* outwards(parts: readonly Part[], focus: number): Generator<number> {
  const found = parts.findIndex(({base, reply}) => focus <= (reply?.span.end ?? base))
  const start = found < 0 ? parts.length - 1 : found
  for (let distance = 0; distance < parts.length; distance++) {
    if (start + distance < parts.length) yield start + distance
    if (distance > 0 && start - distance >= 0) yield start - distance
  }
}
