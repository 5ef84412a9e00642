// Explores targets for as long as you like: npm run fuzz [-- --target NAME --minutes N --seed S]
import {parseArgs} from 'node:util'
import {saveFound} from './found.ts'
import {fuzz} from './fuzz.ts'
import {targetFiles} from './targets.ts'

const {values} = parseArgs({
  options: {target: {type: 'string', multiple: true}, minutes: {type: 'string'}, seed: {type: 'string'}},
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const minutes = Number(values.minutes ?? 1)
let failures = 0

console.log(`Seed ${seed}, ${minutes} min for each target.`)
for (const file of targetFiles(values.target)) {
  await fuzz({files: [file], seed, minutes}, news => {
    if (news.type === 'explored') {
      console.log(`${news.target}: ${news.runs} inputs, of which ${news.kept} reached something of their own.`)
      return
    }
    failures += 1
    const {target, input, error} = news
    console.log(`${target} fails for ${JSON.stringify(input)}, kept in ${saveFound(target, input)}:\n${error}`)
  })
}
console.log(failures === 0 ? 'Nothing found.' : `${failures} found.`)
process.exitCode = failures === 0 ? 0 : 1
