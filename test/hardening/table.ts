// Tries every threat with all its cases and prints what was reached: npm run hardening [-- NUMBER ...]
import {runThreat} from './run-threat.ts'
import {threats} from './threats.ts'

const wanted = process.argv.slice(2).map(Number)
const chosen = threats.filter(({number}) => wanted.length === 0 || wanted.includes(number))
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
let failed = 0

console.log('| # | Threat | Input | To reach | Reached | |\n| --- | --- | --- | --- | --- | --- |')
for (const threat of chosen) {
  const {measured, failure} = await runThreat(threat, {...process.env, POISE_HARDENING: 'full'})
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
