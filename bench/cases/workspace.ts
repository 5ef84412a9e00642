import path from 'node:path'
import {atMost} from '../goals.ts'
import {digits, median, percentile} from '../numbers.ts'
import {startServer} from '../processes/server.ts'
import {typed} from '../processes/typed.ts'
import {manyArticles, textsOf} from '../text/corpus.ts'
import {typist} from '../text/typist.ts'
import type {Case} from './case.ts'

/** Seconds that the server is watched when it has nothing to do. */
const idleFor = 3

/** A workspace of ten thousand files, scanned by the server. */
export const workspace: Case = {
  name: 'workspace',
  async run(bench) {
    const {rounds, server, say} = bench
    const many = manyArticles(bench)
    const {folder, bytes} = many
    const count = many.files.length.toLocaleString('en-GB')
    const [text = ''] = textsOf(many, 10_000, 1)
    const samples: Sample[] = []
    for (let round = 0; round < rounds; round++) {
      say(`a workspace of ${count} files`)
      samples.push(await measured(server, folder, text))
    }
    const of = (what: (sample: Sample) => number) => median(samples.map(what))
    const during = samples.flatMap(sample => sample.during)
    const without = samples.flatMap(sample => sample.without)
    return {
      tables: [
        {
          title: `A workspace of ${count} files, scanned by the server`,
          about: `Made-up articles, ${digits(bytes / 1e6)} MB. Times are from the request to scan on; the keystrokes go into an open article of 10 KB.`,
          columns: ['', 'median'],
          rows: [
            ['first findings, ms', digits(of(sample => sample.first))],
            ['whole scan, s', digits(of(sample => sample.whole) / 1000)],
            ['whole scan, CPU s', digits(of(sample => sample.cpu) / 1000)],
            ['from cancelling to the answer, ms', digits(of(sample => sample.cancel))],
            ['CPU of one core when idle afterwards', `${digits(of(sample => sample.idle) * 100)} %`],
            ['keystroke without a scan, ms: median, p99', both(without)],
            ['keystroke during a scan, ms: median, p99', both(during)],
            ['peak MB', digits(of(sample => sample.peak))],
          ],
        },
      ],
      goals: [
        atMost(`${count} files, first findings`, of(sample => sample.first) / 1000, 1, 's'),
        atMost(
          `${count} files, cancel`,
          of(sample => sample.cancel),
          200,
          'ms',
        ),
        atMost('keystroke during a scan, beside one without (medians)', median(during) / median(without), 1.2, '×'),
        atMost('idle CPU after a scan', of(sample => sample.idle) * 100, 1, '%'),
      ],
    }
  },
}

const both = (values: readonly number[]): string => `${digits(median(values))}, ${digits(percentile(values, 0.99))}`

interface Sample {
  readonly first: number
  readonly whole: number
  readonly cpu: number
  readonly cancel: number
  /** The share of a core. */
  readonly idle: number
  readonly without: readonly number[]
  readonly during: readonly number[]
  readonly peak: number
}

async function measured(script: string, folder: string, text: string): Promise<Sample> {
  const server = await startServer(script, folder)
  const before = await server.usage()
  const scan = server.scan()
  const [first, whole] = await Promise.all([scan.first, scan.done])
  const after = await server.usage()
  await server.settled()
  const quiet = await server.usage()
  await new Promise(resolve => setTimeout(resolve, idleFor * 1000))
  const idle = ((await server.usage()).cpu - quiet.cpu) / (idleFor * 1000)

  const file = path.join(folder, 'open.md')
  const edits = typist(text)
  await server.open(file, text)
  await typed(server, file, edits, 34)
  const {walls: without} = await typed(server, file, edits, 102)
  const again = server.scan()
  await again.first
  const {walls: during} = await typed(server, file, edits, 102)
  await again.cancel()
  const last = server.scan()
  await last.first
  const cancel = await last.cancel()
  const {peak} = await server.usage()
  await server.stop()
  return {first, whole, cpu: after.cpu - before.cpu, cancel, idle, without, during, peak}
}
