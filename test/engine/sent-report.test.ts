import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {receivedReport, sentReport} from '../../server/engine/sent-report.ts'
import {openFile} from '../../server/formats/files/file.ts'

const texts: readonly (readonly [name: string, kind: DocumentKind, text: string])[] = [
  [
    'a.md',
    'article',
    '# Invoices\n\nSimply click **Save**. You should be able to see it.\n\n<!-- poise-ignore nothing -->\n',
  ],
  ['b.macro.md', 'macro', 'Hi {{name}},\n\nUnfortunately our policy does not allow refunds.\n'],
  [
    'c.json',
    'macro',
    JSON.stringify({
      macros: [
        'I hope this works.',
        'You should be able to see it.',
        'Bonjour, nous avons bien reçu votre message et nous vous répondrons dans les plus brefs délais. Cordialement, l’équipe',
      ].map((body, at) => ({
        title: `Reply ${at}`,
        actions: [{field: 'comment_value', value: body}],
      })),
    }),
  ],
]

test('a report that another thread was sent says all that the report says, and its rewrites are the same', () => {
  for (const [path, kind, text] of texts) {
    const plan = makePlan(kind)
    const report = () => checkFile(openFile(text, {path, kind, named: false}) ?? assert.fail(), plan, makeMemory())
    const sent = structuredClone(sentReport(report()))
    let again = 0
    const received = receivedReport(sent, plan, () => {
      again++
      return report()
    })
    const whole = report()
    assert.ok(whole.findings.length + whole.problems.length > 0, path)
    const said = ({documents, findings, problems, ownProblems}: typeof whole) => ({
      documents: documents.map(({base, reply, report: {findings: _, ...own}}) => ({base, reply, own})),
      findings: findings.map(({suggestions: _, ...own}) => own),
      problems,
      ownProblems,
    })
    assert.equal(again, 0, 'nothing is checked again before somebody asks for a rewrite')
    assert.deepEqual(
      received.findings.map(({suggestions}) => suggestions),
      whole.findings.map(({suggestions}) => suggestions),
      path,
    )
    assert.ok(again <= 1)
    assert.deepEqual(said(received), said(whole), path)
  }
})
