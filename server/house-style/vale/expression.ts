import type {Characters} from './characters.ts'

/** A regular expression, taken apart: the subset that Poise reads. */
export type Expression =
  | {
      readonly type: 'set'
      readonly set: Characters
      /** As JavaScript writes it. */
      readonly source: string
      /** Set for one character as it stands in the pattern. */
      readonly char?: string
    }
  | {readonly type: 'sequence'; readonly items: readonly Expression[]}
  | {readonly type: 'choice'; readonly branches: readonly Expression[]}
  | {
      readonly type: 'repeat'
      readonly item: Expression
      readonly min: number
      readonly max: number
      readonly lazy: boolean
    }
  | {readonly type: 'capture'; readonly item: Expression}
  | {readonly type: 'look'; readonly item: Expression; readonly ahead: boolean; readonly negative: boolean}
  | {readonly type: 'edge'; readonly edge: Edge}

/** The edge of a word, its opposite, of a line, or of the text. */
export type Edge = 'word' | 'inside' | 'line-start' | 'line-end' | 'start' | 'end'

/** Why a pattern is not read, and where in it. */
export interface PatternMistake {
  readonly message: string
  readonly at: number
}

export const emptyExpression: Expression = {type: 'sequence', items: []}
export const wordEdge: Expression = {type: 'edge', edge: 'word'}

/** Expressions one after another. */
export function sequence(items: readonly Expression[]): Expression {
  const flat = items.flatMap(item => (item.type === 'sequence' ? item.items : [item]))
  return flat.length === 1 && flat[0] ? flat[0] : {type: 'sequence', items: flat}
}

/** One of several expressions. */
export function choice(branches: readonly Expression[]): Expression {
  return branches.length === 1 && branches[0] ? branches[0] : {type: 'choice', branches}
}
