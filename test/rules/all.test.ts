import assert from 'node:assert/strict'
import {test} from 'node:test'
import {recognisers, rules} from '../../rules/index.generated.ts'
import {check} from '../../server/engine/check.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import type {Finding} from '../../server/engine/report.ts'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'

const plans = {article: makePlan('article'), macro: makePlan('macro')}
const memory = makeMemory()

test('triggers are single lower-case words, since the matcher looks at one word after the other', () => {
  const wrong = [...rules, ...recognisers].flatMap(reader =>
    'triggers' in reader
      ? reader.triggers
          .filter(form => !/^(?:\*|\uFFFC|[a-zà-ÿ0-9'-]+)$/.test(form))
          .map(form => `${reader.id}: ${form}`)
      : [],
  )
  assert.deepEqual(wrong, [])
})

test('each rule still finds its own examples among all the others, or one that says more does', () => {
  for (const rule of rules) {
    const better = new Set(
      rules.filter(other => 'supersedes' in other && other.supersedes?.includes(rule.id)).map(({id}) => id),
    )
    for (const example of rule.examples) {
      if (!('bad' in example)) continue
      const text =
        (example.title === undefined ? '' : `---\ntitle: ${JSON.stringify(example.title)}\n---\n\n`) +
        example.bad.replace(/[«»]/g, '')
      for (const kind of example.kind ? [example.kind] : rule.scope) {
        const found = check(readMarkdown(text, kind), plans[kind], memory).findings.map(finding => finding.rule)
        assert.ok(
          found.some(id => id === rule.id || better.has(id)),
          `${rule.id} in ${kind}: ${text}\nfound: ${found}`,
        )
      }
    }
  }
})

test('what Poise says of a finding has no finding itself', () => {
  for (const {id, message, why} of rules) {
    for (const kind of ['article', 'macro'] as const) {
      const text = `${message.replace(/“?\{\w+\}”?/g, 'It')} ${why}`
      const sentences = check(readMarkdown(text, kind), plans[kind], memory).findings.filter(
        ({level}) => level !== 'document',
      )
      assert.deepEqual(
        sentences.map(finding => `${finding.rule}: ${text.slice(finding.span.start, finding.span.end)}`),
        [],
        id,
      )
    }
  }
})

test('messages are one short line, reasons end as sentences', () => {
  for (const {id, message, why, sources} of rules) {
    assert.ok(message.length <= 110 && !message.includes('\n'), `${id}: ${message}`)
    assert.match(why, /[.”]$/, id)
    assert.ok(sources.length > 0, id)
  }
})

test('every rule knows at least four sentences that are fine', () => {
  const few = rules.filter(({examples}) => examples.filter(example => 'good' in example).length < 4).map(({id}) => id)
  assert.deepEqual(few, [])
})

test('no rewrite of an article speaks of “I” or “we”, pleads or promises', () => {
  for (const rule of rules) {
    for (const example of rule.examples) {
      if (!('bad' in example) || example.kind === 'macro' || !rule.scope.includes('article')) continue
      const text = example.bad.replace(/[«»]/g, '')
      for (const {suggestions} of check(readMarkdown(text, 'article'), plans.article, memory).findings) {
        for (const {edits, title} of suggestions) {
          for (const edit of edits)
            assert.doesNotMatch(edit.text, /\b(?:I|we|please|will)\b|'ll\b/i, `${rule.id}: ${title}`)
        }
      }
    }
  }
})

test('no rule marks what stands in quotation marks', () => {
  for (const rule of rules) {
    if (rule.level === 'document') continue
    for (const example of rule.examples) {
      if (!('bad' in example) || /["“”]/.test(example.bad)) continue
      const words = /«([^»]*)»/.exec(example.bad)?.[1] ?? ''
      const text = `On the page stands “${words}” in the first line.`
      for (const kind of example.kind ? [example.kind] : rule.scope) {
        const {findings} = check(readMarkdown(text, kind), plans[kind], memory)
        const found: readonly Finding[] = findings.filter(finding => finding.rule === rule.id)
        assert.deepEqual(
          found.map(({span}) => text.slice(span.start, span.end)),
          [],
          `${rule.id} in ${kind}: ${text}`,
        )
      }
    }
  }
})
