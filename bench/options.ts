import {parseArgs} from 'node:util'
import {cases} from './cases/index.ts'

/** What the benchmark is asked to do. */
export interface Options {
  /** A folder of Markdown articles; made-up ones without. */
  readonly folder: string | undefined
  readonly rounds: number
  readonly withPeers: boolean
  readonly keystrokes: number
  readonly files: number
  readonly only: readonly string[]
  /** Another build than dist/, to compare two. */
  readonly dist: string | undefined
  /** Only a whole run with all peers is written down. */
  readonly isWhole: boolean
}

/** What is said on the command line's own behalf. */
export const help = `Measures Poise beside its peers, and writes bench/RESULTS.md and bench/growth.svg.

npm run bench -- [FOLDER] [OPTIONS]
  FOLDER          a folder of Markdown articles; a made-up help centre without
  --quick         two rounds, Poise alone, a thousand files, nothing written: for a look while you work
  --rounds N      another number of rounds than five
  --no-peers      Poise alone, nothing written
  --long          100,000 keystrokes instead of 10,000
  --only A,B      some of the cases, nothing written: ${cases.map(({name}) => name).join(', ')}
  --dist FOLDER   another build than dist/
`

/** Reads the arguments; throws for one that it does not know. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: {type: 'boolean', default: false},
      rounds: {type: 'string'},
      'no-peers': {type: 'boolean', default: false},
      long: {type: 'boolean', default: false},
      only: {type: 'string'},
      dist: {type: 'string'},
      help: {type: 'boolean', short: 'h', default: false},
    },
  })
  if (values.help) return 'help'
  const only = values.only?.split(',') ?? []
  const unknown = only.find(name => cases.every(each => each.name !== name))
  if (unknown !== undefined) throw new Error(`There is no case called “${unknown}”.\n\n${help}`)
  const rounds = Number(values.rounds ?? (values.quick ? 2 : 5))
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1 on.')
  return {
    folder: positionals[0],
    rounds,
    withPeers: !values.quick && !values['no-peers'],
    files: values.quick ? 1000 : 10_000,
    keystrokes: values.long ? 100_000 : 10_000,
    only,
    dist: values.dist,
    isWhole: !values.quick && !values['no-peers'] && only.length === 0,
  }
}
