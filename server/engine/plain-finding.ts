import type {Safety} from '../../rules/kit/types.ts'
import type {Problem} from '../formats/format.ts'
import type {Locate, Position} from './positions.ts'
import type {Finding, Suggestion} from './report.ts'
import {plainSlots} from './slots.ts'

/** Where something stands in a file. */
export interface Placed {
  readonly start: Position
  readonly end: Position
}

/** A finding as plain data, without its suggestions. */
export type PlainFinding = Placed & Pick<Finding, 'rule' | 'principle' | 'severity' | 'level' | 'message'>

/** A suggestion as plain data; a slot for the writer's fact stands in square brackets. */
export interface PlainSuggestion {
  /** What a menu shows, such as: Change to “You can now edit the file” */
  readonly title: string
  readonly safety: Safety
  /** What the text between `start` and `end` becomes; the edits do not overlap and are in the order of the file. */
  readonly edits: readonly (Placed & {readonly text: string})[]
}

/** A problem as plain data. */
export type PlainProblem = Placed & Pick<Problem, 'code' | 'message'>

/** The finding with its place, for a reader outside of the program. */
export function plainFinding({rule, principle, severity, level, message, span}: Finding, locate: Locate): PlainFinding {
  return {rule, principle, severity, level, message, ...locate(span)}
}

/** The suggestion with the places of its edits. */
export function plainSuggestion({title, safety, edits}: Suggestion, locate: Locate): PlainSuggestion {
  return {
    title: plainSlots(title),
    safety,
    edits: edits.map(({span, text}) => ({...locate(span), text: plainSlots(text)})),
  }
}

/** The problem with its place. */
export function plainProblem({code, message, span}: Problem, locate: Locate): PlainProblem {
  return {code, message, ...locate(span)}
}
