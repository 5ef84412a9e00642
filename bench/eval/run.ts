// Measures the rules on labelled text, or prints rewrites to be read: npm run eval -- SET (see bench/EVAL.md)
import {readArguments, usage} from './arguments.ts'
import {evaluate} from './evaluate.ts'
import {showEvaluation} from './show-evaluation.ts'
import {showRewrites} from './show-rewrites.ts'
import {runCommand} from './stop.ts'

await runCommand(() => {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const options = readArguments(args)
  const output =
    options.rewrites === undefined
      ? showEvaluation(evaluate(options.folder, options.hints), options)
      : showRewrites(options)
  console.log(output)
  return 0
})
