import {atMost} from '../goals.ts'
import {digits, median, percentile} from '../numbers.ts'
import {startServer} from '../processes/server.ts'
import {typed} from '../processes/typed.ts'
import {textsOf} from '../text/corpus.ts'
import {typist} from '../text/typist.ts'
import type {Case} from './case.ts'

/** A long day of typing in one file: what the server keeps must not grow. */
export const long: Case = {
  name: 'long',
  async run({corpus, keystrokes, server: script, say}) {
    const [text = ''] = textsOf(corpus, 100_000, 1)
    const file = '/bench/article.md'
    const server = await startServer(script)
    await server.open(file, text)
    const edits = typist(text)
    const rows: string[][] = []
    const heaps: number[] = []
    const steps = 10
    for (let step = 1; step <= steps; step++) {
      const {cpu, walls} = await typed(server, file, edits, keystrokes / steps)
      const {heap, rss} = await server.usage({collect: true})
      heaps.push(heap)
      const typedSoFar = (keystrokes / steps) * step
      say(`${typedSoFar} keystrokes, heap ${digits(heap)} MB`)
      rows.push([
        typedSoFar.toLocaleString('en-GB'),
        digits(heap),
        digits(rss),
        digits(cpu),
        digits(median(walls)),
        digits(percentile(walls, 0.99)),
      ])
    }
    await server.stop()
    const grown = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0)
    const keys = keystrokes.toLocaleString('en-GB')
    return {
      tables: [
        {
          title: `${keys} keystrokes in one file of 100 KB`,
          about: 'Words are typed and taken back all over the file; the heap is measured after a collection.',
          columns: ['keystrokes', 'heap MB', 'resident MB', 'CPU ms a key', 'wall ms, median', 'p99'],
          rows,
        },
      ],
      goals: [atMost(`heap grown from the first tenth of ${keys} keystrokes to the last`, grown, 10, 'MB')],
    }
  },
}
