import {ahead, atMost} from '../goals.ts'
import {interleaved} from '../interleaved.ts'
import {digits, median, percentile} from '../numbers.ts'
import {startServer} from '../processes/server.ts'
import {typed} from '../processes/typed.ts'
import {textsOf} from '../text/corpus.ts'
import {typist} from '../text/typist.ts'
import type {Bench, Case, Goal, Outcome, Table} from './case.ts'

/** How many keystrokes make one round of Poise. */
const perRound = 102

/** A keystroke in files of three sizes, through the real server. */
export const keystrokes: Case = {
  name: 'keystrokes',
  async run(bench) {
    const checkers = await bench.checkers()
    const peers = checkers.slice(1)
    checkers[0]?.stop()
    const tables: Table[] = []
    const goals: Goal[] = []
    for (const [size, name] of [
      [10_000, '10 KB'],
      [200_000, '200 KB'],
      [1_000_000, '1 MB'],
    ] as const) {
      const outcome = await ofSize(bench, peers, size, name)
      tables.push(...outcome.tables)
      goals.push(...outcome.goals)
    }
    for (const peer of peers) peer.stop()
    return {tables, goals}
  },
}

interface Sample {
  readonly cpu: number
  readonly walls: readonly number[]
  readonly peak: number
}

async function ofSize(
  {corpus, rounds, server: script, say}: Bench,
  peers: Awaited<ReturnType<Bench['checkers']>>,
  size: number,
  name: string,
): Promise<Outcome> {
  // A little less than a megabyte: by default Poise leaves alone what is larger than that in bytes.
  const [text = ''] = textsOf(corpus, Math.min(size, 960_000), 1)
  const server = await startServer(script)
  const file = '/bench/article.md'
  const edits = typist(text)
  const first = await server.open(file, text)
  await server.settled()
  await typed(server, file, edits, perRound)
  if (size <= 10_000) for (const peer of peers) await peer.run({do: 'type', text, budget: 1500})
  const entries = [
    {
      name: 'Poise',
      async measure(): Promise<Sample> {
        const sample = await typed(server, file, edits, perRound)
        return {...sample, peak: (await server.usage()).peak}
      },
    },
    ...peers.map(peer => ({
      name: peer.name,
      async measure(): Promise<Sample> {
        say(`a key in ${name}: ${peer.name}`)
        const {cpu, wall, peak} = await peer.run({do: 'type', text, budget: 1000})
        return {cpu, walls: [wall], peak}
      },
    })),
  ]
  const samples = await interleaved(entries, rounds)
  await server.stop()

  const cpuOf = (of: string) => median((samples.get(of) ?? []).map(({cpu}) => cpu))
  const wallsOf = (of: string) => (samples.get(of) ?? []).flatMap(({walls}) => walls)
  const own = cpuOf('Poise')
  return {
    tables: [
      {
        title: `A keystroke in ${name}`,
        about: `Poise: from \`didChange\` to \`publishDiagnostics\` through the server over stdio, ${rounds * perRound} keys; the CPU time is the server's, all of it. The first diagnostics after opening came in ${digits(first)} ms. The others: the whole text in process after one key, without what it takes to bring it there.`,
        columns: ['', 'CPU ms', 'wall ms, median', 'p99', '× Poise (CPU)', 'peak MB'],
        rows: entries.map(({name: of}) => [
          of,
          digits(cpuOf(of)),
          digits(median(wallsOf(of))),
          of === 'Poise' ? digits(percentile(wallsOf(of), 0.99)) : '',
          `${digits(cpuOf(of) / own)}×`,
          digits(Math.max(...(samples.get(of) ?? []).map(({peak}) => peak))),
        ]),
      },
    ],
    goals:
      size === 200_000
        ? [
            atMost('keystroke in 200 KB, CPU', own, 3, 'ms'),
            atMost('keystroke in 200 KB, median', median(wallsOf('Poise')), 3, 'ms'),
            atMost('keystroke in 200 KB, p99', percentile(wallsOf('Poise'), 0.99), 16, 'ms'),
            ...ahead(
              'keystroke in 200 KB',
              own,
              peers.map(peer => [peer.name, cpuOf(peer.name)]),
              40,
            ),
          ]
        : [],
  }
}
