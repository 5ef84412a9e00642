import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'

const plans = {article: makePlan('article'), macro: makePlan('macro')}

/** Opens and checks a text as a file of that name, and makes the rewrites of its first findings; says what was found. */
export function checkedAs(
  path: string,
  text: string,
): {readonly findings: number; readonly documents: number; readonly failed: boolean} {
  const kind = path.endsWith('.md') && !path.endsWith('.macro.md') ? 'article' : 'macro'
  const file = openFile(text, {path, kind, named: true})
  if (file === undefined) return {findings: 0, documents: 0, failed: false}
  const {findings, problems, documents} = checkFile(file, plans[kind], makeMemory())
  for (const finding of findings.slice(0, 20)) finding.suggestions.length
  return {
    findings: findings.length,
    documents: documents.length,
    failed: problems.some(({code}) => code === 'rule-failed'),
  }
}

/** Makes code and tables warm, so that what is measured is the text. */
export function warmUp(): void {
  for (let round = 0; round < 5; round++)
    for (const path of ['a.md', 'a.macro.md'])
      checkedAs(path, '# A\n\nSimply click **Save**. You should be able to see it.\n\n- We hope it helps.\n')
}

/** The rise of the heap and what lies beside it while `work` is done, in megabytes. */
export async function growthOf(work: () => unknown): Promise<number> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  await work()
  return (process.memoryUsage().rss - before) / 1e6
}
