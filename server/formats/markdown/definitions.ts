import type {Tree} from '@lezer/common'
import {labelOf} from './links.ts'
import type {TopNode} from './top-nodes.ts'

/** The labels that the link definitions of a document give, and a key that changes with them. */
export interface Definitions {
  readonly labels: ReadonlySet<string>
  readonly key: string
}

/** Gathers the link definitions of a document from the labels of its sections: the same object as `before` where they are the same. */
export function definitionsOf(labels: readonly (readonly string[])[], before?: Definitions): Definitions {
  const all = labels.filter(each => each.length > 0).flat()
  const key = all.join('\n')
  return before?.key === key ? before : {labels: new Set(all), key}
}

/** The labels of the link definitions in some top-level nodes. */
export function labelsOf(nodes: readonly TopNode[], text: string): readonly string[] {
  const labels: string[] = []
  for (const {node, at, memo} of nodes) {
    memo.labels ??= find(node, text, at)
    for (const label of memo.labels) labels.push(label)
  }
  return labels
}

const containers = /^(?:Blockquote|BulletList|OrderedList|ListItem|Admonition|LinkReference)$/
const none: readonly string[] = []

function find(node: Tree, text: string, at: number): readonly string[] {
  const isPossible = containers.test(node.type.name) && text.slice(at, at + node.length).includes(']:')
  return isPossible ? labelsIn(node, text, at) : none
}

function labelsIn(node: Tree, text: string, at: number): readonly string[] {
  const labels: string[] = []
  node.iterate({
    enter: ({name, from, to}) => {
      if (name === 'LinkLabel') labels.push(labelOf(text.slice(at + from + 1, at + to - 1)))
      return containers.test(name)
    },
  })
  return labels
}
