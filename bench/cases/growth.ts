import {cpSync, mkdirSync} from 'node:fs'
import path from 'node:path'
import {digits, median, growth as power} from '../numbers.ts'
import {poiseCommands} from '../processes/command-lines.ts'
import {startServer} from '../processes/server.ts'
import {typed} from '../processes/typed.ts'
import {manyArticles, textsOf} from '../text/corpus.ts'
import {typist} from '../text/typist.ts'
import type {Bench, Case} from './case.ts'

const sizes = [10_000, 30_000, 100_000, 300_000, 960_000] as const
const counts = [100, 300, 1000, 3000, 10_000] as const

/** How the cost of Poise grows with the size of a file and with the number of files. */
export const growth: Case = {
  name: 'growth',
  async run(bench) {
    const bySize = await overSizes(bench)
    const byCount = await overCounts(bench)
    const beside = [...(bySize[0]?.peers.keys() ?? [])]
    const opening = power(bySize.map(({size, first}) => [size, first]))
    const scanning = power(byCount.slice(1).map(({count, cpu}) => [count, cpu]))
    const smallest = bySize[0]?.key ?? Number.NaN
    const largest = bySize.at(-1)?.key ?? Number.NaN
    return {
      tables: [
        {
          title: 'How cost grows with the size of a file',
          about: 'Through the server over stdio, each size in a server of its own.',
          columns: ['file', 'CPU ms to open it', 'CPU ms a key', ...beside.map(name => `${name} after a key, CPU ms`)],
          rows: bySize.map(({size, first, key, peers}) => [
            `${size / 1000} KB`,
            digits(first),
            digits(key),
            ...beside.map(name => digits(peers.get(name) ?? Number.NaN)),
          ]),
        },
        {
          title: 'How cost grows with the number of files',
          about: 'Made-up articles from the command line.',
          columns: ['files', 'CPU s', 'wall s', 'peak MB'],
          rows: byCount.map(({count, cpu, wall, peak}) => [
            count.toLocaleString('en-GB'),
            digits(cpu / 1000),
            digits(wall / 1000),
            digits(peak),
          ]),
        },
      ],
      goals: [
        {
          what: 'growth over file size: opening',
          goal: 'linear: power ≤ 1.1',
          measured: `power ${digits(opening)}`,
          reached: opening <= 1.1,
        },
        {
          what: 'growth over file size: a keystroke, 10 KB to 1 MB',
          goal: 'independent: ≤ 2×',
          measured: `${digits(largest / smallest)}×`,
          reached: largest / smallest <= 2,
        },
        {
          what: 'growth over the number of files',
          goal: 'linear: power ≤ 1.1',
          measured: `power ${digits(scanning)}`,
          reached: scanning <= 1.1,
        },
      ],
      plots: [
        {
          title: 'One file',
          x: 'KB',
          y: 'ms of CPU',
          series: [
            {name: 'Poise, opening it', points: bySize.map(({size, first}) => [size / 1000, first])},
            {name: 'Poise, a keystroke', points: bySize.map(({size, key}) => [size / 1000, key])},
            ...beside.map(name => ({
              name: `${name}, after a key`,
              points: bySize.map(({size, peers}) => [size / 1000, peers.get(name) ?? 0] as const),
            })),
          ],
        },
        {
          title: 'Many files',
          x: 'files',
          y: 's',
          series: [
            {name: 'CPU', points: byCount.map(({count, cpu}) => [count, cpu / 1000])},
            {name: 'wall', points: byCount.map(({count, wall}) => [count, wall / 1000])},
          ],
        },
      ],
    }
  },
}

interface OfSize {
  readonly size: number
  readonly first: number
  readonly key: number
  /** What a key costs the two fastest peers. */
  readonly peers: ReadonlyMap<string, number>
}

async function overSizes({corpus, rounds, server: script, say, ...bench}: Bench): Promise<readonly OfSize[]> {
  const [own, ...checkers] = await bench.checkers(2)
  own?.stop()
  const points: OfSize[] = []
  for (const size of sizes) {
    const [text = ''] = textsOf(corpus, size, 1)
    const firsts: number[] = []
    const keys: number[] = []
    const ofPeers = new Map<string, number[]>(checkers.map(({name}) => [name, []]))
    for (let round = 0; round < rounds; round++) {
      say(`growth: ${size / 1000} KB`)
      const server = await startServer(script)
      // Something small first, so that what the server does once is not counted.
      await server.open('/bench/first.md', text.slice(0, 5000))
      await server.settled()
      const before = await server.usage()
      await server.open('/bench/article.md', text)
      await server.settled()
      firsts.push((await server.usage()).cpu - before.cpu)
      const edits = typist(text)
      await typed(server, '/bench/article.md', edits, 102)
      keys.push((await typed(server, '/bench/article.md', edits, 102)).cpu)
      await server.stop()
      for (const {name, run} of checkers) ofPeers.get(name)?.push((await run({do: 'type', text, budget: 500})).cpu)
    }
    const peers = new Map([...ofPeers].map(([name, values]) => [name, median(values)]))
    points.push({size, first: median(firsts), key: median(keys), peers})
  }
  for (const checker of checkers) checker.stop()
  return points
}

async function overCounts(bench: Bench) {
  const {folder: all, files} = manyArticles(bench)
  const command = poiseCommands(bench).at(-1)
  const points: {count: number; cpu: number; wall: number; peak: number}[] = []
  for (const count of counts.filter(each => each <= files.length)) {
    const folder = path.join(bench.scratch, `growing-${count}`)
    // Spread over all of them, so that each set has large and small ones.
    for (const file of files.filter((_, index) => index % (files.length / count) < 1)) {
      mkdirSync(path.dirname(path.join(folder, file)), {recursive: true})
      cpSync(path.join(all, file), path.join(folder, file))
    }
    const samples: {readonly cpu: number; readonly wall: number; readonly peak: number}[] = []
    for (let round = 0; round < bench.rounds; round++) {
      bench.say(`growth: ${count} files`)
      if (command !== undefined) samples.push(await command.run(folder, []))
    }
    const of = (what: 'cpu' | 'wall' | 'peak') => median(samples.map(sample => sample[what]))
    points.push({count, cpu: of('cpu'), wall: of('wall'), peak: of('peak')})
  }
  return points
}
