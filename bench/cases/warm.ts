import {ahead, atMost} from '../goals.ts'
import {interleaved} from '../interleaved.ts'
import {digits, median} from '../numbers.ts'
import type {Measured, Task} from '../processes/checker-child.ts'
import {textsOf} from '../text/corpus.ts'
import type {Case} from './case.ts'

/** An article of 10 KB in a process that has checked others before. */
export const warm: Case = {
  name: 'warm',
  async run({corpus, rounds, checkers, say}) {
    const texts = textsOf(corpus, 10_000, 10)
    const [toType = ''] = texts
    const running = await checkers()
    for (const checker of running) {
      say(`warming up ${checker.name}`)
      await checker.run({do: 'check', texts, budget: 2000})
      await checker.run({do: 'type', text: toType, budget: 1000})
    }
    const measure = (task: Task) =>
      interleaved(
        running.map(({name, run}) => ({name, measure: () => run(task)})),
        rounds,
      )
    const articles = await measure({do: 'check', texts, budget: 500})
    const keys = await measure({do: 'type', text: toType, budget: 300})
    for (const checker of running) checker.stop()

    const of = (name: string, from: ReadonlyMap<string, readonly Measured[]>, what: keyof Measured) =>
      median((from.get(name) ?? []).map(sample => sample[what]))
    const names = running.map(({name}) => name)
    const [poise = '', ...others] = names
    const own = of(poise, articles, 'cpu')
    return {
      tables: [
        {
          title: 'A warm article of 10 KB, in process',
          about:
            'Ten articles in turns, each checked as a text that was never seen. “After one key” is the same text with a letter more: Poise takes the edit, the others have no way to take one and read the whole text.',
          columns: ['', 'CPU ms', 'wall ms', '× Poise', 'after one key, CPU ms', '× Poise', 'findings', 'peak MB'],
          rows: names.map(name => [
            name,
            digits(of(name, articles, 'cpu')),
            digits(of(name, articles, 'wall')),
            `${digits(of(name, articles, 'cpu') / own)}×`,
            digits(of(name, keys, 'cpu')),
            `${digits(of(name, keys, 'cpu') / of(poise, keys, 'cpu'))}×`,
            digits(of(name, articles, 'findings')),
            digits(of(name, keys, 'peak')),
          ]),
        },
      ],
      goals: [
        atMost('warm 10 KB article, CPU', own, 1, 'ms'),
        ...ahead(
          'warm 10 KB article',
          own,
          others.map(name => [name, of(name, articles, 'cpu')]),
          10,
        ),
      ],
    }
  },
}
