import {randomUUID} from 'node:crypto'
import {locateIn} from '../../engine/positions.ts'
import {type Digest, digestOf} from '../../report/digest.ts'
import {filePage} from '../../report/page.ts'
import {makeSummary} from '../../report/summary.ts'
import {today} from '../../report/wording.ts'
import type {ConfigResult, Reporter} from '../result.ts'

/** The report for whoever leads the team: one page of HTML, put together when all documents are known. */
export function htmlReporter(): Reporter {
  const all = makeSummary()
  return {
    start: () => '',
    first: '',
    between: '\n',
    document(result) {
      const locate = locateIn(result.text ?? '')
      const digest = digestOf(result, span => locate(span).start.line)
      return digest === undefined ? '' : JSON.stringify(digest)
    },
    take(documents) {
      for (const line of documents.split('\n')) if (line !== '') all.add(JSON.parse(line) as Digest)
    },
    end: ({folder = '', recorded, skipped, configuration}) =>
      filePage(
        all.summary({
          title: folder,
          date: today(),
          skipped,
          ...(recorded !== undefined && {recorded}),
          notes: configuration.map(noteOf),
        }),
        randomUUID().replaceAll('-', ''),
      ),
  }
}

function noteOf({path, problems: {length}}: ConfigResult): string {
  return `${path} has ${length === 1 ? 'a mistake' : `${length} mistakes`}, so a part of it was not followed. poise check names it.`
}
