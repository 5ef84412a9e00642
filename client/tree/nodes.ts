import type {Diagnostic, Range, Uri} from 'vscode'
import type {Ranked} from './documents.ts'
import type {Group} from './summary.ts'

/** A finding as the server tells of it; `range` is the protocol's. */
export interface Told {
  readonly range: Range
  readonly rule: string
  readonly severity: 'warning' | 'suggestion' | 'hint'
  readonly message: string
  /** Empty where the finding is of the whole document. */
  readonly phrase: string
  readonly why: string
  readonly say: readonly {readonly title: string; readonly safety: 'safe' | 'if-verified' | 'needs-input'}[]
  readonly canIgnore: boolean
}

export interface GroupNode {
  readonly kind: 'group'
  readonly group: Group
}

/** The documents of a group from the one at `from` on: more than a screen or two at once would only be in the way. */
export interface MoreNode {
  readonly kind: 'more'
  readonly group: Group
  readonly from: number
}

export interface DocumentNode {
  readonly kind: 'document'
  readonly group: Group
  readonly uri: Uri
}

export interface FindingNode {
  readonly kind: 'finding'
  readonly parent: DocumentNode
  readonly told: Told
  /** Counts the findings of one rule in the same words in a document. */
  readonly nth: number
}

/** Something that is wrong with the text itself. */
export interface ProblemNode {
  readonly kind: 'problem'
  readonly parent: DocumentNode
  readonly diagnostic: Diagnostic
  readonly nth: number
}

/** A line of the tree. */
export type Node = GroupNode | MoreNode | DocumentNode | FindingNode | ProblemNode

/** A name for a node that stays the same when other things are found, so that what is open stays open. */
export function idOf(node: Node): string {
  switch (node.kind) {
    case 'group':
      return node.group
    case 'more':
      return `${node.group} ${node.from}`
    case 'document':
      return `${node.group} ${node.uri}`
    case 'finding':
      return `${idOf(node.parent)} ${node.told.rule} ${node.nth} ${node.told.phrase}`
    case 'problem':
      return `${idOf(node.parent)} ${node.nth} ${node.diagnostic.message}`
  }
}

/** Gives each of `items` its number among those that `keyOf` says the same of. */
export function numbered<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly [Item, number][] {
  const counts = new Map<string, number>()
  return items.map(item => {
    const nth = counts.get(keyOf(item)) ?? 0
    counts.set(keyOf(item), nth + 1)
    return [item, nth]
  })
}

/** Documents that are listed at once. */
export const chunk = 100

/** The part of a group's documents that a node lists, and the node for the rest. */
export function listed(ranked: readonly Ranked[], group: Group, from: number): readonly (Ranked | MoreNode)[] {
  const part = ranked.slice(from, from + chunk)
  return ranked.length > from + chunk ? [...part, {kind: 'more', group, from: from + chunk}] : part
}
