import type {Complaint} from './harper.ts'

/** A complaint that is no fault of a rewrite. */
export interface Exception {
  /** Harper's name of the check. */
  readonly check: string
  /** Why a complaint of this check says nothing against the rewrite. */
  readonly reason: string
  /** Where only some complaints of the check are excepted. */
  readonly when?: (complaint: Complaint, after: string) => boolean
}

/** Every exception with its reason, one by one. */
export const exceptions: readonly Exception[] = [
  {
    check: 'MissingPreposition',
    reason:
      'It takes “sorry” before a clause without “that” (“I am sorry this is not clear”) for a noun in want of a preposition.',
    when: (_complaint, after) =>
      /\b(?:am|['’]m|are|['’]re) (?:so |very )?sorry (?:this|that|it|you|we|the)\b/i.test(after),
  },
]

/** The exception that covers a complaint about a rewritten text, if any. */
export function exceptionFor(complaint: Complaint, after: string): Exception | undefined {
  return exceptions.find(({check, when}) => check === complaint.check && (when?.(complaint, after) ?? true))
}
