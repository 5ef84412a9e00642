import {dutiesOf} from '../../rules/kit/duties.ts'
import {purposeOf} from '../../rules/kit/purpose.ts'
import type {Outline} from '../../rules/kit/types.ts'
import type {ReplyPurpose} from './report.ts'

/** What a reply is for, given or inferred, and which of the things that it owes by that it says. */
export function replyPurpose(outline: Outline): ReplyPurpose {
  return {
    is: purposeOf(outline),
    given: outline.purpose !== undefined,
    owes: dutiesOf(outline).map(({name, isMet}) => ({name, isMet: isMet(outline)})),
  }
}
