import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {atMost} from '../goals.ts'
import {interleaved} from '../interleaved.ts'
import {digits, median} from '../numbers.ts'
import type {Ran} from '../processes/command.ts'
import {peerCommand, poiseCommands} from '../processes/command-lines.ts'
import type {Case} from './case.ts'

/** Something in it for each of them. */
const tiny = 'You should obviously click the the button, it is very crazy. He utilises teh thing simply.\n'

/** From the start of a process to its first finding. */
export const start: Case = {
  name: 'start',
  async run(bench) {
    bench.say('start to first finding')
    const folder = path.join(bench.scratch, 'tiny')
    mkdirSync(folder, {recursive: true})
    writeFileSync(path.join(folder, 'tiny.md'), tiny)
    const commands = [...poiseCommands(bench).slice(0, 1), ...bench.peers.map(peer => peerCommand(peer, bench.bundle))]
    const entries = commands.map(({name, run}) => ({name, measure: () => run(folder, ['tiny.md'])}))
    const samples = await interleaved(entries, bench.rounds)
    const of = (name: string, what: 'first' | 'cpu' | 'peak') =>
      median((samples.get(name) ?? []).map((ran: Ran) => ran[what]))
    const own = commands[0]?.name ?? ''
    return {
      tables: [
        {
          title: 'Start to first finding',
          about:
            'One sentence in one file, from the command line: until the first output (of markdownlint that is its own name), and the CPU time of the whole process.',
          columns: ['', 'first finding, ms', '× Poise', 'CPU ms', 'peak MB'],
          rows: commands.map(({name}) => [
            name,
            digits(of(name, 'first')),
            `${digits(of(name, 'first') / of(own, 'first'))}×`,
            digits(of(name, 'cpu')),
            digits(of(name, 'peak')),
          ]),
        },
      ],
      goals: [
        atMost('start to first finding', of(own, 'first') / 1000, 0.12, 's'),
        atMost('start to first finding, CPU', of(own, 'cpu') / 1000, 0.12, 's'),
      ],
    }
  },
}
