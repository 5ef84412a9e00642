import type {PatternNode} from '../../rules/kit/pattern-syntax.ts'
import {eachWord} from '../../rules/kit/word-scan.ts'

/** In how many ways a pattern can match at one place, which bounds the work that it can cause. */
export function waysOf(node: PatternNode): number {
  switch (node.type) {
    case 'sequence':
      return node.nodes.reduce((product, each) => product * waysOf(each), 1)
    case 'choice':
      return node.nodes.reduce((sum, each) => sum + waysOf(each), 0)
    case 'repeat':
      return 1 + waysOf(node.node)
    case 'part':
      return waysOf(node.node)
    case 'gap':
      return node.most + 1
    default:
      return 1
  }
}

/** Words of which every match holds at least one, those that look rarest; undefined where a match need hold none. */
export function triggersOf(node: PatternNode): ReadonlySet<string> | undefined {
  switch (node.type) {
    case 'words': {
      const runs = [...node.norms].map(longestRun)
      return runs.every(run => run !== undefined) ? new Set(runs) : undefined
    }
    case 'part':
      return triggersOf(node.node)
    case 'choice': {
      const each = node.nodes.map(triggersOf)
      return each.every(set => set !== undefined) ? new Set(each.flatMap(set => [...set])) : undefined
    }
    case 'sequence':
      return node.nodes
        .flatMap(each => triggersOf(each) ?? [])
        .reduce<ReadonlySet<string> | undefined>(
          (best, next) => (best === undefined || shortest(next) > shortest(best) ? next : best),
          undefined,
        )
    default:
      return undefined
  }
}

const shortest = (words: ReadonlySet<string>): number => Math.min(...[...words].map(word => word.length))

/** Of a word, the part that is looked for in a text before it is parsed: of “e-mail” it is “mail”. */
function longestRun(norm: string): string | undefined {
  if (norm.startsWith("'")) return undefined
  let longest: string | undefined
  eachWord(norm, "'", (start, end) => {
    if (end - start > (longest?.length ?? 0)) longest = norm.slice(start, end)
  })
  return longest
}
