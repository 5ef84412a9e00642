// Fixes of all rules over texts in which findings stand on top of each other.
import {rules} from '../../../rules/index.generated.ts'
import {check} from '../../../server/engine/check.ts'
import {fixAll} from '../../../server/engine/fix.ts'
import {makeMemory} from '../../../server/engine/memory.ts'
import {makePlan} from '../../../server/engine/plan.ts'
import {readMarkdown} from '../../../server/formats/markdown/markdown.ts'
import {randomFrom} from '../../formats/random.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const plan = makePlan('macro')
const memory = makeMemory()
let checks = 0
const checked = (text: string) => {
  checks += 1
  return check(readMarkdown(text, 'macro'), plan, memory)
}
const phrases = rules.flatMap(rule =>
  rule.examples.flatMap(example => ('bad' in example ? [example.bad.replace(/[«»]/g, '')] : [])),
)

const unstable: string[] = []
let most = 0
const texts = cases(1000, 100)
for (let seed = 0; seed < texts; seed++) {
  const random = randomFrom(seed)
  const text = Array.from({length: 6}, () => Array.from({length: 3}, () => random.pick(phrases)).join(' ')).join('\n\n')
  checks = 0
  const once = fixAll(text, checked).text
  most = Math.max(most, checks)
  const twice = fixAll(once, checked).text
  if (once !== twice) unstable.push(`seed ${seed}: ${JSON.stringify(once.slice(0, 200))}`)
}
none('texts of eighteen phrases, mended twice: the second time changes nothing', texts, unstable)
say({input: 'the same', toReach: '≤ 10 readings', reached: `${most}`, passed: most <= 10})

const thousand = 'Simply click **Save**. You can just go on.\n\n'.repeat(500)
const start = performance.now()
const after = fixAll(thousand, checked).text
say({
  input: '1,000 findings at once',
  toReach: 'all mended',
  reached: `${checked(after).findings.filter(({rule}) => rule === 'minimiser').length} left, ${Math.round(performance.now() - start)} ms`,
  passed: !/\b(?:simply|just)\b/i.test(after),
})
