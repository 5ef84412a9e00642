import {checkFile} from '../../server/engine/check-file.ts'
import type {Memory} from '../../server/engine/memory.ts'
import type {Plan} from '../../server/engine/plan.ts'
import type {OpenFile} from '../../server/formats/files/file.ts'

/** All that is said of a file, to be compared: everything but the suggestions, of which there are too many to try each at every step; every twentieth finding's are compared too. */
export function saidOf(file: OpenFile, plan: Plan, memory: Memory): unknown {
  const {documents, findings, problems} = checkFile(file, plan, memory)
  return {
    documents: documents.map(({base, reply, report: {score, explanation, purpose}}) => ({
      base,
      reply,
      score,
      explanation,
      purpose,
    })),
    findings: findings.map(({rule, message, severity, span, ...rest}, index) => ({
      rule,
      message,
      severity,
      span,
      ...(index % 20 === 0 && {suggestions: rest.suggestions}),
    })),
    problems,
  }
}
