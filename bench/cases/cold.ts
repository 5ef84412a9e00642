import path from 'node:path'
import {ahead, atMost} from '../goals.ts'
import {interleaved} from '../interleaved.ts'
import {digits, median} from '../numbers.ts'
import {type Ran, ran} from '../processes/command.ts'
import {type CommandLine, peerCommand, poiseCommands} from '../processes/command-lines.ts'
import {type Corpus, copyCorpus} from '../text/corpus.ts'
import type {Bench, Case} from './case.ts'

const none = {cpu: 0, wall: 0}

/** What takes longer than this is measured on a share of the corpus. */
const longest = 60_000

/** The whole corpus from the command line, each time by a new process. */
export const cold: Case = {
  name: 'cold',
  async run(bench) {
    const {corpus, rounds, say} = bench
    const own = poiseCommands(bench)
    const small = copyCorpus(corpus.folder, path.join(bench.scratch, 'share-40'), 40)
    const peers: Scaled[] = []
    for (const peer of bench.peers) peers.push(await scaled(peerCommand(peer, bench.bundle), small, bench))
    const all: readonly Scaled[] = [...own.map(command => ({command, share: 1, on: corpus, start: none})), ...peers]
    const samples = await interleaved(
      all.map(({command, share, on, start}) => ({
        name: command.name,
        async measure() {
          say(`the corpus: ${command.name}`)
          const {cpu, wall, peak} = await command.run(on.folder, on.files)
          return {cpu: start.cpu + (cpu - start.cpu) * share, wall: start.wall + (wall - start.wall) * share, peak}
        },
      })),
      rounds,
    )
    const of = (name: string, what: 'cpu' | 'wall' | 'peak') =>
      median((samples.get(name) ?? []).map(sample => sample[what])) / (what === 'peak' ? 1 : 1000)
    const [first, second = first] = own
    const [one, two] = [first?.name ?? '', second?.name ?? '']
    const shares = peers.filter(({share}) => share > 1)
    const timing = await ran(bench.commandLine, ['check', '--timing', '.'], corpus.folder)
    return {
      tables: [
        {
          title: `The corpus cold, from the command line: ${corpus.files.length} articles, ${digits(corpus.bytes / 1e6)} MB`,
          about:
            'A new process each time, its start included.' +
            (shares.length === 0
              ? ''
              : ` What would take over a minute was given a share of the files, and what came over its start is scaled: ${shares.map(({command, share}) => `${command.name} one file in ${share}`).join(', ')}; its memory is of that share.`),
          columns: ['', 'CPU s', 'wall s', '× Poise (CPU)', 'KB/s of CPU', 'peak MB'],
          rows: all.map(({command: {name}}) => [
            name,
            digits(of(name, 'cpu')),
            digits(of(name, 'wall')),
            `${digits(of(name, 'cpu') / of(one, 'cpu'))}×`,
            digits(corpus.bytes / 1000 / of(name, 'cpu')),
            digits(of(name, 'peak')),
          ]),
        },
      ],
      goals: [
        atMost('2,000 articles cold, CPU', of(one, 'cpu'), 1.5, 's'),
        atMost(`2,000 articles cold, wall (${two})`, of(two, 'wall'), 1, 's'),
        ...ahead(
          '2,000 articles cold',
          of(one, 'cpu'),
          peers.map(({command: {name}}) => [name, of(name, 'cpu')]),
          8,
        ),
        atMost(`memory, corpus scanned (${one})`, of(one, 'peak'), 150, 'MB'),
        ...(two === one ? [] : [atMost(`memory, corpus scanned (${two})`, of(two, 'peak'), 150, 'MB')]),
      ],
      ...(timing.said === '' ? {} : {profile: timing.said}),
    }
  },
}

interface Scaled {
  readonly command: CommandLine
  /** One file in so many is measured. */
  readonly share: number
  readonly on: Corpus
  /** Milliseconds that it takes whatever it is given. */
  readonly start: Pick<Ran, 'cpu' | 'wall'>
}

/** Looks how long a command takes for a fortieth of the corpus, and so on which share of it it can be measured. */
async function scaled(command: CommandLine, small: Corpus, {corpus, scratch, say}: Bench): Promise<Scaled> {
  say(`how long it takes: ${command.name}`)
  const {cpu, wall} = await command.run(small.folder, small.files)
  const expected = Math.min(cpu, wall) * (corpus.bytes / small.bytes)
  if (expected <= longest) return {command, share: 1, on: corpus, start: none}
  const share = Math.ceil(expected / (longest / 4))
  const one = copyCorpus(corpus.folder, path.join(scratch, 'share-1'), corpus.files.length)
  const start = await command.run(one.folder, one.files)
  return {command, share, on: copyCorpus(corpus.folder, path.join(scratch, `share-${share}`), share), start}
}
