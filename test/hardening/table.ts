// Tries every threat with all its cases and prints what was reached: npm run hardening [-- NUMBER ...] [--write] [--minutes N]
// With --write the rows of these threats also go to RESULTS.md. The minutes are those over which threat 29 spreads its work: npm run soak takes an hour.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {runThreat} from './run-threat.ts'
import {threats} from './threats.ts'

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {minutes: {type: 'string', default: '0'}, write: {type: 'boolean', default: false}},
})
const wanted = positionals.map(Number)
const environment = {...process.env, POISE_HARDENING: 'full', POISE_MINUTES: values.minutes}
const chosen = threats.filter(({number}) => wanted.length === 0 || wanted.includes(number))
if (chosen.length < wanted.length || chosen.length === 0)
  throw new Error(`There are threats ${threats.map(({number}) => number).join(', ')}.`)

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map(cell => String(cell).replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
const head = [row(['#', 'Threat', 'Input', 'To reach', 'Reached', '']), row(Array(6).fill('---'))]
const rows: string[] = []
function print(line: string): void {
  console.log(line)
  rows.push(line)
}

console.log(head.join('\n'))
let failed = 0
for (const {number, name, ...threat} of chosen) {
  const {measured, failure} = await runThreat({number, name, ...threat}, environment)
  for (const {input, toReach, reached, passed} of measured) {
    if (!passed) failed += 1
    print(row([number, name, input, toReach, reached, passed ? 'pass' : '**fail**']))
  }
  if (failure === undefined) continue
  failed += 1
  print(row([number, name, '', 'it ends by itself', failure, '**fail**']))
}
console.log(failed === 0 ? '\nAll pass.' : `\n${failed} fail.`)
process.exitCode = failed === 0 ? 0 : 1
if (values.write) write()

/** Puts the rows in the place of those of the same threats. */
function write(): void {
  const file = join(import.meta.dirname, 'RESULTS.md')
  const numberOf = (line: string): number => Number(/^\| (\d+) \|/.exec(line)?.[1])
  const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const kept = before.filter(line => numberOf(line) > 0 && !chosen.some(({number}) => number === numberOf(line)))
  const all = [...kept, ...rows].sort((one, other) => numberOf(one) - numberOf(other))
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${process.platform}, Node ${process.versions.node}`
  const title = `# What was reached\n\nWritten by \`npm run hardening -- --write\` on ${machine}.\n\n`
  writeFileSync(file, `${title}${[...head, ...all].join('\n')}\n`)
}
