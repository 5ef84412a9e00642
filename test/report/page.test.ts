import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import type {Digest} from '../../server/report/digest.ts'
import {fileLinks, linksFrom, viewLinks} from '../../server/report/links.ts'
import {filePage, viewPage} from '../../server/report/page.ts'
import {foundIn, ruleMessage} from '../../server/report/rule-text.ts'
import {makeSummary, type RunFacts} from '../../server/report/summary.ts'
import {all, attributesOf, parsed, textOf} from './parsed.ts'

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202Egnp.`
const facts: RunFacts = {title: hostile, date: '2026-11-25', skipped: 2, recorded: 9, notes: [hostile]}

function digest(path: string, overall: number, more: Partial<Digest> = {}): Digest {
  return {
    path,
    kind: 'article',
    score: {overall, knowledge: overall, intent: 4, understanding: 0, standing: 12},
    mending: [{rule: 'minimiser', overall: Math.max(0, overall - 6)}],
    findings: [
      {rule: 'minimiser', principle: 'understanding', severity: 'suggestion', line: 7, words: 'just'},
      {rule: 'own-rule', principle: 'intent', severity: 'hint', line: 9, words: hostile, recorded: true},
    ],
    ...more,
  }
}

function summary(run: Partial<RunFacts> = {}, digests = documents) {
  const sum = makeSummary()
  for (const each of digests) sum.add(each)
  return sum.summary({...facts, ...run})
}

const documents = [
  digest('docs/a.md', 8),
  digest(`docs/${hostile}.md`, 33),
  digest('replies.json', 71, {kind: 'macro', reply: hostile}),
  digest('javascript:alert(1).md', 52, {kind: 'macro'}),
]

const uriOf = (path: string): string => `file:///${encodeURIComponent(path)}`
const view = {nonce: 'N', script: 'https://x/report.js', links: viewLinks(['/w'], uriOf), hasFolder: true, busy: false}
const pages = {
  file: filePage(summary(), 'N'),
  view: viewPage(summary(), view),
}

for (const [name, html] of Object.entries(pages)) {
  const page = parsed(html)

  test(`${name}: nothing that a workspace holds becomes markup`, () => {
    const known = new Set(
      'html head meta title style body main header section h1 h2 h3 p dl div dt dd ol ul li a b q strong small code span bdi figure figcaption details summary table caption thead tbody tr th td svg rect text line circle path button script'.split(
        ' ',
      ),
    )
    assert.deepEqual(
      all(page)
        .map(element => element.name)
        .filter(tag => !known.has(tag)),
      [],
    )
    assert.deepEqual(
      all(page)
        .flatMap(element => Object.keys(element.attribs))
        .filter(key => /^on|^style$/.test(key)),
      [],
    )
    assert.ok(!html.includes('\u202E'))
    assert.ok(
      all(page, 'q').some(
        element => textOf(element) === String.raw`<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202egnp.`,
      ),
    )
    assert.ok(all(page, 'h1').some(element => textOf(element).startsWith('<script>alert(1)</script>')))
  })

  test(`${name}: a policy lets nothing in but what bears the nonce`, () => {
    const [policy = ''] = attributesOf(page, 'meta', 'content').filter(content => content.includes('-src'))
    assert.match(policy, /^default-src 'none'; style-src 'nonce-N';/)
    assert.doesNotMatch(policy, /unsafe|https?:|\*/)
    assert.deepEqual(attributesOf(page, 'style', 'nonce'), ['N'])
    const scripts = all(page, 'script').map(({attribs}) => attribs)
    assert.deepEqual(scripts, name === 'view' ? [{nonce: 'N', src: 'https://x/report.js'}] : [])
    assert.doesNotMatch(html, /url\(|@import|src="http(?!s:\/\/x\/)/)
  })

  test(`${name}: ids are unique, headings go down one by one, and what refers to an id finds it`, () => {
    const ids = all(page).flatMap(({attribs}) => attribs['id'] ?? [])
    assert.equal(new Set(ids).size, ids.length)
    for (const id of all(page).flatMap(({attribs}) => attribs['aria-labelledby'] ?? [])) assert.ok(ids.includes(id), id)
    const levels = all(page).flatMap(({name: tag}) => (/^h\d$/.test(tag) ? [Number(tag[1])] : []))
    assert.equal(levels[0], 1)
    for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1)
  })

  test(`${name}: each chart says what it shows, and each figure has its table`, () => {
    for (const {attribs} of all(page, 'svg')) {
      if (attribs['class'] === 'mark') continue
      assert.ok(
        attribs['aria-hidden'] === 'true' || (attribs['role'] === 'img' && attribs['aria-label']),
        JSON.stringify(attribs),
      )
    }
    const figures = all(page, 'figure')
    assert.equal(figures.length, 4)
    for (const figure of figures.filter(each => all(each, 'svg').some(({attribs}) => attribs['class'] !== 'bands')))
      assert.equal(all(figure, 'table').length, 1)
    for (const table of all(page, 'table')) {
      assert.notEqual(textOf(all(table, 'caption')[0]), '')
      const width = all(all(table, 'thead')[0], 'th').length
      for (const row of all(all(table, 'tbody')[0], 'tr'))
        assert.equal(all(row, 'th').length + all(row, 'td').length, width)
    }
  })

  test(`${name}: the columns of the histogram are as high as the figures in its table`, () => {
    const figure = all(page, 'figure').find(each =>
      all(each, 'svg').some(({attribs}) => attribs['class'] === 'histogram'),
    )
    const rows = all(all(figure, 'tbody')[0], 'tr').map(row => textOf(all(row, 'td')[0]))
    const columns = all(figure, 'text').filter(({attribs}) => attribs['class']?.startsWith('count'))
    assert.deepEqual(columns.map(textOf), rows)
    assert.deepEqual(rows.map(Number), summary().histogram)
    const heights = all(figure, 'rect')
      .slice(0, 11)
      .map(({attribs}) => Number(attribs['height']))
    const highest = Math.max(...summary().histogram)
    assert.deepEqual(
      heights,
      summary().histogram.map(count => Math.round((160 * count) / highest)),
    )
  })
}

test('links of a file lead to the document, whatever its name', () => {
  const hrefs = attributesOf(parsed(pages.file), 'a', 'href')
  assert.ok(hrefs.includes('./docs/a.md#L7'))
  assert.ok(hrefs.includes('./javascript%3Aalert(1).md#L7'))
  for (const href of hrefs)
    assert.match(href, /^(?:\.\/[^:"<>?\s]+#L\d+|https:\/\/github\.com\/poise-writing\/poise\/[^"<>\s]+)$/)
  const encoded = hrefs.find(href => href.startsWith('./docs/%3Cscript')) ?? ''
  assert.equal(decodeURIComponent(encoded), `./docs/${hostile}.md#L7`)
})

test('links of a view say what to open, and a half of a pair in a name breaks nothing', () => {
  const links = all(parsed(pages.view), 'a')
  assert.ok(links.every(({attribs}) => attribs['href'] === '#' && (attribs['data-uri'] ?? attribs['data-rule'])))
  const html = filePage(summary({}, [digest('\uD800.md', 40)]), 'N', fileLinks)
  assert.ok(html.includes('href="./%EF%BF%BD.md#L7"'))
})

test('links count from the folder that the file is saved in, and paths are shown from their workspace folder', () => {
  const place = (from: string) =>
    linksFrom(from, ['/w/one', '/w/two']).place({path: '/w/one/docs/a.md', line: 3}, 'x').html
  assert.equal(place('/w/one'), '<a href="./docs/a.md#L3">x</a>')
  assert.equal(place('/w/one/docs'), '<a href="./a.md#L3">x</a>')
  assert.equal(place('/w/two/out'), '<a href="../../one/docs/a.md#L3">x</a>')
  assert.equal(viewLinks(['/w/one', '/w/two'], uriOf).shown('/w/two/b.md'), 'two/b.md')
  assert.equal(viewLinks(['/w/one'], uriOf).shown('/w/one/b.md'), 'b.md')
})

test('a view keeps its summary where its script finds it again', () => {
  const [body] = all(parsed(pages.view), 'body')
  assert.deepEqual(JSON.parse(body?.attribs['data-summary'] ?? ''), summary())
})

test('where there is nothing to show, a line says what to do', () => {
  const says = (html: string) => textOf(all(parsed(html), 'main')[0])
  assert.match(
    says(viewPage(undefined, {...view, hasFolder: false})),
    /Open the folder that holds your articles and macros/,
  )
  assert.match(says(viewPage(undefined, view)), /was not scanned yet/)
  assert.match(says(viewPage(undefined, {...view, busy: true})), /is reading every article and macro/)
  assert.match(says(filePage(summary({}, []), 'N')), /There is no article or macro here/)
  const calm = filePage(summary({}, [digest('a.md', 0, {findings: [], mending: []})]), 'N')
  assert.match(says(calm), /1 article was read\. Poise marks nothing\./)
  assert.equal(all(parsed(calm), 'svg').length, 0)
})

test('each rule that quotes what it found is understood again from its message', () => {
  for (const {id, message} of rules) {
    if (!message.includes('{found}')) continue
    const said = message.replaceAll('{found}', 'some (odd) words?').replace(/\{\w+\}/g, 'something else')
    assert.equal(foundIn(id, said), 'some (odd) words?', id)
    assert.doesNotMatch(ruleMessage(id, undefined), /[{}]|^$/, id)
  }
})
