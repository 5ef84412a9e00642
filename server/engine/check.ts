import type {Reading} from '../formats/format.ts'
import type {Memory} from './memory.ts'
import type {Plan} from './plan.ts'
import type {Report} from './report.ts'

/** Checks one document: pure apart from `memory`, which keeps what was found in each block's prose. Never throws. */
export function check(_reading: Reading, plan: Plan, _memory: Memory): Report {
  return {kind: plan.kind, findings: [], problems: [], score: {overall: 0, knowledge: 0, intent: 0, understanding: 0, standing: 0}, explanation: ''}
}
