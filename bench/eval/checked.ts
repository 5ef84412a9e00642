import type {DocumentKind} from '../../rules/kit/types.ts'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import type {Report} from '../../server/engine/report.ts'
import type {Reading} from '../../server/formats/format.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

/** A document with all that the engine says of it, under the rules' own settings. */
export interface Checked {
  readonly text: string
  readonly reading: Reading
  readonly report: Report
}

const plans = {article: makePlan('article'), macro: makePlan('macro')}
const memory = makeMemory()

/** Reads and checks a text in this process; a rule that threw is said on standard error, for it would look like a miss. */
export function checked(text: string, kind: DocumentKind): Checked {
  const reading = readMarkdown(text, kind)
  const report = check(reading, plans[kind], memory)
  for (const {code, message} of report.problems) if (code === 'rule-failed') process.stderr.write(`${message}\n`)
  return {text, reading, report}
}

/** What a file is by its name. */
export function kindOfName(name: string): DocumentKind {
  return name.endsWith('.macro.md') ? 'macro' : 'article'
}
