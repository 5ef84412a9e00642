// Every fix in generated files of all formats, whose strings are escaped in all ways: another reader sees the one change that was meant.
import {fork} from 'node:child_process'
import {type CheckedFiles, checkFiles} from '../../formats/embedded.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const processes = 2
const all = cases(20_000, 100)
const [part] = process.argv.slice(2)

if (part === undefined) {
  const checked = await Promise.all(Array.from({length: processes}, (_, index) => checkedBy(index)))
  const replies = sum(checked.map(each => each.replies))
  const applied = sum(checked.map(each => each.applied))
  none(
    `every fix in ${replies} replies`,
    applied,
    checked.flatMap(({failures}) => failures),
  )
  say({
    input: 'the same',
    toReach: '≥ 5 fixes a reply',
    reached: (applied / replies).toFixed(1),
    passed: applied >= 5 * replies,
  })
} else process.send?.(checkFiles(all / processes, Number(part), processes))

/** The outcome of a process of its own, which takes every second seed. */
function checkedBy(index: number): Promise<CheckedFiles> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [String(index)])
    child.on('message', resolve)
    child.on('exit', (code, signal) => reject(new Error(`a process ended with ${code ?? signal} and told nothing`)))
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
