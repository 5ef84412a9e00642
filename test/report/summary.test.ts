import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checkFile, placedFindings} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'
import {type Digest, digestOf} from '../../server/report/digest.ts'
import {makeSummary, most, type RunFacts} from '../../server/report/summary.ts'

const facts: RunFacts = {title: 'Centre', date: '2026-11-25', skipped: 0}

type Found = [rule: string, line: number, words?: string, recorded?: true]

/** A digest whose principles all have the risk `overall`, and whose every rule is mended to `mended`. */
function digest(path: string, overall: number, found: readonly Found[] = [], more: Partial<Digest> = {}): Digest {
  return {
    path,
    kind: 'article',
    score: {overall, knowledge: overall, intent: 0, understanding: 0, standing: 0},
    mending: [...new Set(found.map(([rule]) => rule))].map(rule => ({rule, overall: overall - 10})),
    findings: found.map(([rule, line, words, recorded]) => ({
      rule,
      principle: 'knowledge',
      severity: 'suggestion',
      line,
      ...(words !== undefined && {words}),
      ...(recorded && {recorded}),
    })),
    ...more,
  }
}

function summaryOf(digests: readonly Digest[], run: Partial<RunFacts> = {}) {
  const all = makeSummary()
  for (const each of digests) all.add(each)
  return all.summary({...facts, ...run})
}

test('documents, findings, means, bands and bins are those of the documents', () => {
  const summary = summaryOf([
    digest('a.md', 0),
    digest('b.md', 19, [['x', 3, 'Just']]),
    digest('c.md', 20, [['x', 1, 'just']]),
    digest('d.md', 50, [['y', 2]], {kind: 'macro'}),
    digest('e.md', 100, [['y', 9]], {kind: 'macro'}),
    digest('f.md', 90, [['y', 9]], {foreign: true}),
  ])
  assert.deepEqual(summary.all, {
    documents: 5,
    withFindings: 4,
    findings: 4,
    risk: {overall: 37.8, knowledge: 37.8, intent: 0, understanding: 0, standing: 0},
  })
  assert.deepEqual(
    [summary.kinds.article, summary.kinds.macro].map(({documents, findings, risk}) => [
      documents,
      findings,
      risk.overall,
    ]),
    [
      [3, 2, 13],
      [2, 2, 75],
    ],
  )
  assert.deepEqual(summary.bands, {calm: 2, watch: 1, 'likely to invite pushback': 2})
  assert.deepEqual(summary.histogram, [1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1])
  assert.deepEqual(summary.bySeverity, {warning: 0, suggestion: 4, hint: 0})
  assert.deepEqual(summary.principles[0], {principle: 'knowledge', risk: 37.8, findings: 4, documents: 4})
  assert.equal(summary.foreign, 1)
  assert.equal(summary.change, undefined)
})

test('phrases are counted by rule and words, whatever their case and their apostrophe', () => {
  const {phrases} = summaryOf([
    digest('a.md', 30, [
      ['x', 3, 'We can’t'],
      ['x', 5, "we can't"],
      ['y', 6, 'we can’t'],
      ['y', 7, 'once'],
    ]),
    digest('b.md', 30, [
      ['x', 8, "We Can't"],
      ['y', 9, "we can't"],
    ]),
  ])
  assert.deepEqual(
    phrases.map(({rule, words, count, documents, first}) => [
      rule,
      words,
      count,
      documents,
      `${first.path}:${first.line}`,
    ]),
    [
      ['x', 'We can’t', 3, 2, 'a.md:3'],
      ['y', 'we can’t', 2, 2, 'a.md:6'],
    ],
  )
})

test('what mending a rule does to the mean is the mean of what it does to each document', () => {
  const {rules} = summaryOf([
    digest('a.md', 30, [
      ['x', 1],
      ['x', 2],
      ['y', 3],
    ]),
    digest('b.md', 10, [['x', 1]]),
    digest('c.md', 0),
  ])
  assert.deepEqual(
    rules.map(({rule, findings, documents, gain}) => [rule, findings, documents, gain]),
    [
      ['x', 3, 2, 6.67],
      ['y', 1, 1, 3.33],
    ],
  )
})

test('what is new, still there and mended is counted against what is recorded', () => {
  const digests = [
    digest('a.md', 30, [
      ['x', 1],
      ['x', 2, 'just', true],
      ['y', 3, 'as', true],
    ]),
  ]
  assert.deepEqual(summaryOf(digests, {recorded: 5}).change, {fresh: 1, still: 2, mended: 3})
  assert.deepEqual(summaryOf(digests, {recorded: 1}).change, {fresh: 1, still: 2, mended: 0})
  assert.deepEqual(summaryOf(digests, {recorded: 'unknown'}).change, {fresh: 1, still: 2})
})

test('the lists stay short, and the worst documents are the worst, however many there are', () => {
  const risks = Array.from({length: 3000}, (_, index) => (index * 37) % 101)
  const summary = summaryOf(
    risks.map((risk, index) =>
      digest(`${index}.md`, risk, [
        ['x', 1, `word ${index % 700}`],
        [`rule ${index % 7}`, 4],
      ]),
    ),
  )
  assert.deepEqual(
    summary.worst.map(({score}) => score.overall),
    risks.toSorted((a, b) => b - a).slice(0, most.worst),
  )
  assert.equal(summary.phrases.length, most.phrases)
  assert.ok(JSON.stringify(summary).length < 20_000)
})

test('a document leads to the line whose mending lowers its risk most', () => {
  const best = digest(
    'a.md',
    60,
    [
      ['x', 3],
      ['y', 8],
      ['y', 9],
    ],
    {
      mending: [
        {rule: 'x', overall: 50},
        {rule: 'y', overall: 40},
      ],
    },
  )
  assert.deepEqual(summaryOf([best]).worst[0]?.place, {path: 'a.md', line: 8})
  assert.deepEqual(summaryOf([best]).worst[0]?.mend, {rule: 'y', overall: 40})
})

test('words are those that a reader sees, not those of the file', () => {
  const text = String.raw`{"macros": [{"title": "One", "body": "Hi Ana,\n\nThere\u2019s nothing we can do."}]}`
  const file = openFile(text, {path: 'replies.json', kind: 'macro', named: false})
  assert.ok(file)
  const report = checkFile(file, makePlan('macro'), makeMemory())
  const [document] = report.documents
  assert.ok(document)
  const digests = digestOf(
    {path: 'replies.json', text, report: {...document.report, findings: placedFindings(document)}},
    () => 1,
  )
  assert.ok(
    digests?.findings.some(({words}) => words === 'There’s nothing we can do'),
    JSON.stringify(digests),
  )
})
