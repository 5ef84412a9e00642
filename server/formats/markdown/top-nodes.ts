import {NodeType, Tree} from '@lezer/common'

/** A node right under the document, and where it starts. */
export interface TopNode {
  readonly node: Tree
  readonly at: number
}

/** The nodes right under the document; the tree of a long file groups them under nameless ones, a few levels deep. */
export function topNodes(tree: Tree): readonly TopNode[] {
  const nodes: TopNode[] = []
  const collect = (parent: Tree, base: number): void => {
    parent.children.forEach((child, index) => {
      if (!(child instanceof Tree)) return
      const at = base + (parent.positions[index] ?? 0)
      if (child.type.isAnonymous) collect(child, at)
      else nodes.push({node: child, at})
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
