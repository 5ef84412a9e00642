import assert from 'node:assert/strict'
import {checkFile} from '../../server/engine/check-file.ts'
import {applyEdits} from '../../server/engine/fix.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {plainSlots} from '../../server/engine/slots.ts'
import type {DataSyntax} from '../../server/formats/shapes/shape.ts'
import {leavesOf} from '../formats/decoded.ts'
import {holdsForFile, openAs, plans} from './holds-for-file.ts'

/** What must hold of a file of data: all that holds of any file, and a fix changes one value as a reader sees them that knows nothing of Poise. */
export function holdsForData(text: string, syntax: DataSyntax, path: string): void {
  const open = openAs(path, 'macro')
  holdsForFile(text, open)
  const before = tryLeaves(text, syntax)
  const file = open(text)
  if (before === undefined || file === undefined) return
  for (const {suggestions} of checkFile(file, plans.macro, makeMemory()).findings) {
    for (const {edits} of suggestions) {
      const fixed = applyEdits(
        text,
        edits.map(({span, text: by}) => ({span, text: plainSlots(by)})),
      )
      assert.equal(open(fixed)?.parts.length, file.parts.length, 'the file holds other replies after a fix')
      const after = leavesOf(fixed, syntax)
      assert.equal(after.length, before.length, 'another reader finds other values after a fix')
      const changed = before.filter((leaf, index) => leaf !== after[index]).length
      // Of two names that are the same, the other reader sees the last alone, and Poise may have mended the first.
      assert.ok(changed === 1 || (changed === 0 && syntax === 'json'), 'a fix changes other than one value')
    }
  }
}

/** What another reader finds, where it reads the text at all. */
function tryLeaves(text: string, syntax: DataSyntax): readonly string[] | undefined {
  try {
    return leavesOf(text, syntax)
  } catch {
    return undefined
  }
}
