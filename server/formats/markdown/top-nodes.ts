import {NodeType, Tree} from '@lezer/common'
import type {Kept, NodeReading} from './read-section.ts'

/** A node right under the document, and where it starts. */
export interface TopNode {
  readonly node: Tree
  readonly at: number
  readonly memo: NodeMemo
}

/** What is known of a node, in all versions of the document: the parser keeps the nodes that an edit does not touch. */
export interface NodeMemo {
  /** Of the link definitions in it. */
  labels?: readonly string[]
  read?: Kept<NodeReading>
}

/**
 * The nodes right under the document, with what was known of those that are in `before`, too; the tree of a long file groups them under nameless
 * ones, a few levels deep.
 */
export function topNodes(tree: Tree, before: readonly TopNode[] = []): readonly TopNode[] {
  const memos = new Map(before.map(({node, memo}) => [node, memo]))
  const nodes: TopNode[] = []
  const collect = (parent: Tree, base: number): void => {
    parent.children.forEach((child, index) => {
      if (!(child instanceof Tree)) return
      const at = base + (parent.positions[index] ?? 0)
      if (child.type.isAnonymous) collect(child, at)
      else nodes.push({node: child, at, memo: memos.get(child) ?? {}})
    })
  }
  collect(tree, 0)
  return nodes
}

/** A tree of such nodes, from which the parser takes what an edit did not touch. */
export function treeOf(nodes: readonly TopNode[], length: number): Tree {
  return new Tree(
    NodeType.none,
    nodes.map(({node}) => node),
    nodes.map(({at}) => at),
    length,
  )
}
