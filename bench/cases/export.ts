import {digits, median, percentile} from '../numbers.ts'
import {startServer} from '../processes/server.ts'
import {type Typed, typed} from '../processes/typed.ts'
import {exportOf} from '../text/export.ts'
import {isReply, typist} from '../text/typist.ts'
import type {Case} from './case.ts'

const file = '/bench/macros.json'

/** An export of 10 MB with 5,000 replies, opened and edited in the server. No peer reads replies inside exports. */
export const largeExport: Case = {
  name: 'export',
  async run({rounds, server: script, say}) {
    const text = exportOf(5000)
    const firsts: number[] = []
    const rest: number[] = []
    const samples: Typed[] = []
    let peak = 0
    for (let round = 0; round < rounds; round++) {
      say('an export of 10 MB')
      const server = await startServer(script)
      firsts.push(await server.open(file, text))
      await server.settled()
      rest.push((await server.usage()).cpu)
      const edits = typist(text, isReply)
      await typed(server, file, edits, 34)
      samples.push(await typed(server, file, edits, 102))
      peak = Math.max(peak, (await server.usage()).peak)
      await server.stop()
    }
    const walls = samples.flatMap(each => each.walls)
    return {
      tables: [
        {
          title: 'An export of a help desk: 10 MB, 5,000 replies',
          about: `One JSON file of ${digits(text.length / 1e6)} MB through the server over stdio.`,
          columns: ['', 'median', 'p99'],
          rows: [
            ['first findings, ms', digits(median(firsts)), ''],
            ['CPU until every reply is checked, start of the server included, ms', digits(median(rest)), ''],
            ['keystroke, ms', digits(median(walls)), digits(percentile(walls, 0.99))],
            ['keystroke, CPU ms', digits(median(samples.map(({cpu}) => cpu))), ''],
            ['peak MB', digits(peak), ''],
          ],
        },
      ],
      goals: [],
    }
  },
}
