import type {Nodes, Parents, Root} from 'nlcst'
import {decodeEntity} from '../formats/prose/entities.ts'
import {normaliseBreaks} from '../formats/prose/line-breaks.ts'

/** A stretch of a paragraph: what it shows, and where that stands in the file. */
export interface Run {
  readonly kind: 'text' | 'source' | 'character' | 'soft' | 'break'
  readonly shown: string
  readonly from: number
  readonly to: number
}

/** A word, a mark or a blank of a tree. */
export type Leaf = Exclude<Nodes, Parents>

/** A leaf with the place that the tree gives it. */
interface Claim {
  readonly isSource: boolean
  readonly value: string
  readonly from: number
  readonly to: number
}

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iy
const escaped = /\\[!-/:-@[-`{-~]/y
/** A line break with the blanks around it, and what a quote or list puts before the next line. */
const lineBreak = /([ \t]*|\\)\n[ \t>]*/y

/** The leaves of each paragraph; a tree of Markdown begins one at each line that a sentence ends on, and those are put together again. */
export function paragraphsOf(tree: Root): readonly (readonly Leaf[])[] {
  const paragraphs: Leaf[][] = [[]]
  for (const child of tree.children) {
    if (child.type === 'WhiteSpaceNode' && child.value.split('\n').length > 2) paragraphs.push([])
    else paragraphs.at(-1)?.push(...leavesOf(child))
  }
  return paragraphs
}

/**
 * Where the leaves of a paragraph stand in the file; undefined where that can't be told for sure. Who makes an nlcst tree of Markdown counts
 * on from the start of a run of text, and is off behind a character reference, an escape or the mark of a quote. So each run is read
 * along the file, character by character.
 */
export function runsOf(paragraph: readonly Leaf[], text: string): readonly Run[] | undefined {
  const claims = claimsOf(paragraph)
  if (claims === undefined) return undefined
  const literal = claims.every(({isSource, value, from, to}) => isSource || text.slice(from, to) === value)
  const isPlain = literal && !/[&\\]/.test(text.slice(claims[0]?.from, claims.at(-1)?.to))
  return (isPlain ? undefined : readAlong(claims, text)) ?? (literal ? joined(claims.map(asRun)) : undefined)
}

function claimsOf(paragraph: readonly Leaf[]): readonly Claim[] | undefined {
  const claims: Claim[] = []
  for (const leaf of paragraph) {
    const [from, to] = [leaf.position?.start.offset, leaf.position?.end.offset]
    if (from === undefined || to === undefined) return undefined
    claims.push({isSource: leaf.type === 'SourceNode', value: normaliseBreaks(leaf.value), from, to})
  }
  return claims
}

function leavesOf(node: Nodes): readonly Leaf[] {
  return 'children' in node ? node.children.flatMap(leavesOf) : [node]
}

const asRun = ({isSource, value, from, to}: Claim): Run => ({
  kind: isSource ? 'source' : 'text',
  shown: value,
  from,
  to,
})

function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last?.kind === 'text' && run.kind === 'text' && last.to === run.from)
      all[all.length - 1] = {...last, shown: last.shown + run.shown, to: run.to}
    else all.push(run)
  }
  return all
}

function readAlong(claims: readonly Claim[], text: string): readonly Run[] | undefined {
  const runs: Run[] = []
  let at = 0
  let claimed = -1
  for (const claim of claims) {
    // What does not go on where the last one claimed to end begins a run of its own, whose start is right.
    if (claim.from !== claimed) at = claim.from
    claimed = claim.to
    if (claim.isSource) {
      runs.push(asRun(claim))
      at = claim.to
      continue
    }
    const value = claim.value.replaceAll('\t\n', '\n')
    for (let index = 0; index < value.length; ) {
      const run = nextRun(value, index, text, at)
      if (run === undefined) return undefined
      runs.push(run)
      index += run.kind === 'soft' || run.kind === 'break' ? 1 : run.shown.length
      at = run.to
    }
  }
  return joined(runs)
}

/** What shows the character at `index` of a value, read at `at`. */
function nextRun(value: string, index: number, text: string, at: number): Run | undefined {
  const character = value.charAt(index)
  if (character === '\n') {
    const [whole, before = ''] = matchAt(lineBreak, text, at) ?? []
    if (whole === undefined) return undefined
    return {kind: /^(?: {2,}\t?|\\)$/.test(before) ? 'break' : 'soft', shown: ' ', from: at, to: at + whole.length}
  }
  const [reference] = matchAt(entity, text, at) ?? []
  const shown = reference === undefined ? undefined : decodeEntity(reference)
  if (reference !== undefined && shown !== undefined && value.startsWith(shown, index))
    return {kind: 'character', shown, from: at, to: at + reference.length}
  if (matchAt(escaped, text, at)?.[0].charAt(1) === character)
    return {kind: 'character', shown: character, from: at, to: at + 2}
  return text.charAt(at) === character ? {kind: 'text', shown: character, from: at, to: at + 1} : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
