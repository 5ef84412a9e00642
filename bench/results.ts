import os from 'node:os'
import type {Outcome, Table} from './cases/case.ts'
import type {Options} from './options.ts'
import type {Corpus} from './text/corpus.ts'

/** What a run was made with. */
export interface Circumstances {
  readonly options: Options
  readonly corpus: Corpus
  readonly version: string
  /** Each with its version. */
  readonly packages: readonly string[]
  readonly minutes: number
}

/** The page of a run, in Markdown; what somebody wrote under “Notes” on the page before stays on it. */
export function resultsPage(outcomes: readonly Outcome[], circumstances: Circumstances, before: string): string {
  const goals = outcomes.flatMap(each => each.goals)
  const missed = goals.filter(({reached}) => !reached)
  const profile = outcomes.find(each => each.profile !== undefined)?.profile
  const notes = before.indexOf('\n## Notes\n')
  return [
    '# Speed, measured\n',
    'Written by `npm run bench`; what stands under “Notes” is by hand.\n',
    about(circumstances),
    '## What is to be reached\n',
    markdownTable({
      columns: ['', 'goal', 'measured', ''],
      rows: goals.map(({what, goal, measured, reached}) => [
        what,
        goal,
        measured,
        reached ? 'reached' : '**not reached**',
      ]),
    }),
    missed.length === 0
      ? 'All of it is reached.\n'
      : `Not reached: ${missed.map(({what, measured, goal}) => `${what} (${measured}, to be ${goal})`).join('; ')}.\n`,
    ...(missed.length > 0 && profile !== undefined
      ? ['Where the time goes in the corpus, by `poise check --timing`:\n', `\`\`\`\n${profile.trim()}\n\`\`\`\n`]
      : []),
    ...outcomes
      .flatMap(({tables}) => tables)
      .map(table => `## ${table.title}\n\n${table.about}\n\n${markdownTable(table)}`),
    ...(outcomes.some(({plots}) => plots)
      ? ['![Cost over file size and number of files; the dashed line is linear growth](growth.svg)\n']
      : []),
    notes < 0 ? '' : before.slice(notes + 1),
  ].join('\n')
}

/** A table as Markdown shows it, numbers to the right. */
export function markdownTable({columns, rows}: Pick<Table, 'columns' | 'rows'>): string {
  const lines = [columns, columns.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
  return `${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

function about({options, corpus, version, packages, minutes}: Circumstances): string {
  const text = `${corpus.files.length.toLocaleString('en-GB')} ${options.folder === undefined ? 'made-up articles' : 'articles of a folder given on the command line'}, ${(corpus.bytes / 1e6).toFixed(1)} MB`
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`
  return [
    `- **When and where:** ${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${memory}, ${os.type()} ${os.release()}, Node ${process.versions.node}`,
    `- **Text:** ${text}`,
    `- **Versions:** Poise ${version}${packages.map(each => `, ${each}`).join('')}`,
    `- **How:** one run of ${Math.round(minutes)} minutes, medians of ${options.rounds} rounds; in each round every one in turn. CPU time is that of the whole process, all threads; “× Poise” is how many times as long as Poise.`,
    `- **Load of the machine at the end:** ${os
      .loadavg()
      .map(each => each.toFixed(1))
      .join(', ')} (1, 5 and 15 minutes, the benchmark's own included)\n`,
  ].join('\n')
}
