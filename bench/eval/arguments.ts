import path from 'node:path'
import {Stop} from './stop.ts'

/** What `npm run eval` was asked. */
export interface EvalOptions {
  readonly folder: string
  readonly misses: boolean
  readonly false: boolean
  readonly hints: boolean
  readonly json: boolean
  /** How many rewrites to print; undefined where tables are wanted. */
  readonly rewrites: number | undefined
  readonly seed: number
}

/** How the command is used. */
export const usage = `npm run eval -- SET [--misses] [--false] [--hints] [--json]
npm run eval -- FOLDER --rewrites [N] [--seed N]

  SET            a labelled set: a folder with docs/ and labels.jsonl (see bench/EVAL.md)
  FOLDER         a labelled set, or any folder of Markdown
  --misses       list the labelled sentences without a finding
  --false        list the sentences with a finding and no label
  --hints        count hints too, and rules that no label stands for
  --json         print one JSON object
  --rewrites N   print N (100) random rewrites as whole sentences, before and after
  --seed N       draw other ones`

const defaultRewrites = 100

/** Reads the arguments; a wrong one stops with what to write instead. */
export function readArguments(args: readonly string[]): EvalOptions {
  const folders: string[] = []
  const flags = {misses: false, false: false, hints: false, json: false}
  let rewrites: number | undefined
  let seed = 1
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    const number = wholeNumber(args[index + 1])
    const name = arg.slice(2)
    if (!arg.startsWith('--')) folders.push(arg)
    else if (isFlag(name)) flags[name] = true
    else if (name === 'rewrites') {
      rewrites = number ?? defaultRewrites
      if (number !== undefined) index++
    } else if (name === 'seed' && number !== undefined) {
      seed = number
      index++
    } else throw new Stop(`“${arg}” is no option here.\n\n${usage}`)
  }
  const [folder] = folders
  if (folder === undefined || folders.length > 1) throw new Stop(`Name one folder.\n\n${usage}`)
  return {folder: fromInvoker(folder), ...flags, rewrites, seed}
}

/** A path as the person typed it: npm runs scripts in the project's folder, whatever folder they are started in. */
export function fromInvoker(name: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? '.', name)
}

function isFlag(name: string): name is 'misses' | 'false' | 'hints' | 'json' {
  return ['misses', 'false', 'hints', 'json'].includes(name)
}

function wholeNumber(arg: string | undefined): number | undefined {
  return arg !== undefined && /^\d+$/.test(arg) ? Number(arg) : undefined
}
