import type {OutlineBlock, Setting} from '../../rules/kit/types.ts'
import type {Block} from '../formats/format.ts'
import type {Inspection} from './inspect.ts'
import type {Plan} from './plan.ts'

/** What the engine knows of a block from what it says: kept with its content, so that an edit elsewhere costs nothing. */
export interface BlockMemo {
  habits?: Habits
  seen?: {readonly setting: Setting; readonly plan: Plan; readonly inspection: Inspection}
  outline?: OutlineBlock
}

/** What a block tells of its document's habits. */
export interface Habits {
  readonly curly: boolean
  readonly contracted: boolean
  /** Whether a reply writes out what could be contracted. */
  readonly full: boolean
  /** Whether it is a label such as “Expected result”. */
  readonly label: boolean
}

/** The memo of a block. */
export function memoOf({content}: Block): BlockMemo {
  const known = content.memo as BlockMemo | undefined
  if (known !== undefined) return known
  const made: BlockMemo = {}
  content.memo = made
  return made
}
