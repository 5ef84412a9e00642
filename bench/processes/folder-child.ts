// The command line of a checker that has none of its own: reads and checks every Markdown file of the working folder.
import {readFileSync} from 'node:fs'
import {peers} from '../peers/index.ts'
import {corpusIn} from '../text/corpus.ts'

const checker = await peers.find(({name}) => name === process.argv[2])?.load()
if (checker === undefined) throw new Error(`There is no checker called ${process.argv[2]}.`)
for (const file of corpusIn('.').files)
  console.log(`${file}: ${await checker.check(readFileSync(file, 'utf8'))} findings`)
