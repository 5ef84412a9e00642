// Tries every threat with all its cases and prints what was reached: npm run hardening [-- NUMBER ... --minutes N]
// The minutes are those over which threat 29 spreads its work: npm run soak takes an hour.
import {parseArgs} from 'node:util'
import {runThreat} from './run-threat.ts'
import {threats} from './threats.ts'

const {positionals, values} = parseArgs({allowPositionals: true, options: {minutes: {type: 'string', default: '0'}}})
const wanted = positionals.map(Number)
const environment = {...process.env, POISE_HARDENING: 'full', POISE_MINUTES: values.minutes}
const chosen = threats.filter(({number}) => wanted.length === 0 || wanted.includes(number))
if (chosen.length < wanted.length || chosen.length === 0)
  throw new Error(`There are threats ${threats.map(({number}) => number).join(', ')}.`)
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
let failed = 0

console.log('| # | Threat | Input | To reach | Reached | |\n| --- | --- | --- | --- | --- | --- |')
for (const threat of chosen) {
  const {measured, failure} = await runThreat(threat, environment)
  for (const {input, toReach, reached, passed} of measured) {
    if (!passed) failed += 1
    const cells = [threat.number, threat.name, input, toReach, reached].map(each => cell(String(each)))
    console.log(`| ${cells.join(' | ')} | ${passed ? 'pass' : '**fail**'} |`)
  }
  if (failure === undefined) continue
  failed += 1
  console.log(`| ${threat.number} | ${threat.name} | | it ends by itself | ${cell(failure)} | **fail** |`)
}
console.log(failed === 0 ? '\nAll pass.' : `\n${failed} fail.`)
process.exitCode = failed === 0 ? 0 : 1
