// A process of its own for one checker, so that neither its memory nor its warm code is another's; driven by checker.ts.
import {peers} from '../peers/index.ts'
import type {Checker} from '../peers/peer.ts'
import {poise} from '../peers/poise.ts'

/** What the process is asked to do; `budget` is how many milliseconds it may go on repeating it. */
export type Task =
  | {readonly do: 'check'; readonly texts: readonly string[]; readonly budget: number}
  | {readonly do: 'type'; readonly text: string; readonly budget: number}

/** Milliseconds for one text or one keystroke, and the most megabytes that the process has had so far. */
export interface Measured {
  readonly cpu: number
  readonly wall: number
  readonly peak: number
  readonly findings: number
}

const peer = [poise, ...peers].find(({name}) => name === process.argv[2])
if (peer === undefined) throw new Error(`There is no checker called ${process.argv[2]}.`)
const checker = await peer.load()
let typedText = ''

process.on('message', async (task: Task) => process.send?.(await run(task)))
process.send?.('loaded')

async function run(task: Task): Promise<Measured> {
  if (task.do === 'check') {
    const {texts} = task
    return measure(task.budget, texts.length, async turn => checker.check(texts[turn % texts.length] ?? ''))
  }
  if (typedText.length < task.text.length) {
    typedText = task.text
    await checker.check(typedText)
  }
  return measure(task.budget, 1, () => type(checker))
}

/** A letter more in the middle of the text, at the end of a word. */
function type({check, typed}: Checker): number | Promise<number> {
  const space = typedText.indexOf(' ', typedText.length >> 1)
  const at = space < 0 ? typedText.length : space
  typedText = `${typedText.slice(0, at)}e${typedText.slice(at)}`
  return typed === undefined ? check(typedText) : typed(typedText, at)
}

/** Repeats a series of steps until its time is up, at least once, at most until it is 200 steps. */
async function measure(
  budget: number,
  series: number,
  step: (turn: number) => number | Promise<number>,
): Promise<Measured> {
  const before = process.cpuUsage()
  const start = performance.now()
  let turns = 0
  let findings = 0
  do findings += await step(turns++)
  while (turns % series !== 0 || (turns < 200 && performance.now() - start < budget))
  const wall = (performance.now() - start) / turns
  const {user, system} = process.cpuUsage(before)
  return {
    cpu: (user + system) / 1000 / turns,
    wall,
    peak: process.resourceUsage().maxRSS / 1024,
    findings: findings / turns,
  }
}
