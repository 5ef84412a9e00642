import type {Tree} from '@lezer/common'
import type {Kept, NodeReading} from './read-section.ts'

/** What is known of a top-level node. */
export interface NodeMemo {
  /** Of the link definitions in it. */
  labels?: readonly string[]
  read?: Kept<NodeReading>
}

/** What is known of the nodes of a document, in all its versions: the parser keeps the nodes that an edit does not touch. */
export type NodeMemos = WeakMap<Tree, NodeMemo>

/** The memo of a node. */
export function memoOf(memos: NodeMemos, node: Tree): NodeMemo {
  const known = memos.get(node)
  if (known !== undefined) return known
  const made: NodeMemo = {}
  memos.set(node, made)
  return made
}
