import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {all, attributesOf, parsed, textOf} from '../report/parsed.ts'
import {calm, doubtful, folderOf, minimised, poise} from './poise.ts'

const odd = `docs/<b>"a" & 'c'.md`
const files = {
  [odd]: `# Invoices\n\n${doubtful}\n\n${minimised}\n`,
  'docs/calm.md': `# Invoices\n\n${calm}\n`,
  'replies.json': JSON.stringify({
    macros: [
      {title: '<script>alert(1)</script>', body: `Hi Ana,\n\n${doubtful} Just click Save.`},
      {title: 'Two', body: `Hi Ana,\n\n${doubtful}`},
    ],
  }),
}

/** The page that a run prints, without its day and its nonce, which another run need not share. */
async function reportIn(cwd: string, ...args: readonly string[]) {
  const {code, out, err} = await poise(['check', '--format', 'html', ...args], {cwd})
  assert.equal(err, '')
  return {code, page: parsed(out), html: out.replace(/<p class="kicker">.*?<\/p>/s, '').replace(/[0-9a-f]{32}/g, '')}
}

function figuresOf(page: ReturnType<typeof parsed>): Readonly<Record<string, string>> {
  const [figures] = all(page, 'dl')
  return Object.fromEntries(all(figures, 'div').map(each => [textOf(all(each, 'dt')[0]), textOf(all(each, 'dd')[0])]))
}

test('the report has the figures that the other forms have, and its links lead to the line', async context => {
  const cwd = folderOf(context, files)
  const {code, page} = await reportIn(cwd)
  assert.equal(code, 1)
  const json = JSON.parse((await poise(['check', '--format', 'json'], {cwd})).out)
  const found: {rule: string; start: {line: number}}[] = json.files.flatMap(
    ({findings}: {findings: object[]}) => findings,
  )
  const risks: number[] = json.files.map(({score}: {score: {overall: number}}) => score.overall)
  const mean = risks.reduce((sum, risk) => sum + risk, 0) / risks.length
  assert.deepEqual(figuresOf(page), {
    Documents: '4',
    Findings: String(found.length),
    'Mean risk': `${(Math.round(mean * 10) / 10).toFixed(1)} of 100`,
  })
  const rows = all(page, 'tr').filter(row => all(row, 'q').length > 0)
  const counts = Object.fromEntries(rows.map(row => [textOf(all(row, 'q')[0]), textOf(all(row, 'td')[0])]))
  assert.deepEqual(counts, {'You should be able to see': '3', Just: '2'})
  const worst = all(page, 'section').find(({attribs}) => attribs['class'] === 'worst')
  const titles = all(worst, 'a').map(textOf)
  assert.deepEqual(titles.toSorted(), [odd, 'docs/calm.md', '<script>alert(1)</script>', 'Two'].toSorted())
  for (const href of attributesOf(page, 'a', 'href').filter(each => each.startsWith('./'))) {
    const [, path = '', line] = /^(.*)#L(\d+)$/.exec(href) ?? []
    const lines = readFileSync(join(cwd, decodeURIComponent(path)), 'utf8').split('\n')
    assert.ok(Number(line) >= 1 && Number(line) <= lines.length, href)
  }
  assert.equal(all(page, 'script').length, 0)
})

test('with a baseline it says what is new, what was mended and what is still there, and the exit code is that of what is new', async context => {
  const cwd = folderOf(context, files)
  await poise(['baseline'], {cwd})
  const before = await reportIn(cwd)
  assert.equal(before.code, 0)
  const {Findings: count = ''} = figuresOf(before.page)
  const shown = ({page}: typeof before) => {
    const {'New since the baseline': fresh, Mended: mended, 'Still there': still, Findings: findings} = figuresOf(page)
    return {fresh, mended, still, findings}
  }
  assert.deepEqual(shown(before), {fresh: '0', mended: '0', still: count, findings: count})

  writeFileSync(join(cwd, odd), `# Invoices\n\n${doubtful}\n\nJust open the menu.\n`)
  const after = await reportIn(cwd)
  assert.equal(after.code, 1)
  assert.deepEqual(shown(after), {fresh: '+1', mended: '−1', still: String(Number(count) - 1), findings: count})
  assert.deepEqual(shown(await reportIn(cwd, 'docs/calm.md')), {fresh: '0', mended: '0', still: '1', findings: '1'})
  assert.equal(figuresOf((await reportIn(cwd, '--no-baseline')).page)['Still there'], undefined)
})

test('it is the same from several threads and from a cache', async context => {
  const many = Object.fromEntries(
    Array.from({length: 150}, (_, index) => [
      `${index}.md`,
      `# Page ${index}\n\n${index % 3 === 0 ? minimised : calm}\n`,
    ]),
  )
  const cwd = folderOf(context, {...files, ...many})
  const {html} = await reportIn(cwd, '--workers', '1')
  assert.equal((await reportIn(cwd, '--workers', '3')).html, html)
  assert.equal((await reportIn(cwd, '--cache=c')).html, html)
  assert.equal((await reportIn(cwd, '--cache=c')).html, html)
})

test('it can be made of the standard input, and of nothing', async context => {
  const cwd = folderOf(context, {'.poise.json': '{"rulez": 1}'})
  const args = ['check', '--stdin', '--stdin-filename', 'a.md', '--format', 'html']
  const {out} = await poise(args, {cwd, input: `# Invoices\n\n${minimised}\n`})
  assert.match(textOf(all(parsed(out), 'main')[0]), /1 article was read\. In it Poise marks/)
  const {code, page} = await reportIn(cwd)
  assert.equal(code, 1)
  assert.match(textOf(all(page, 'main')[0]), /There is no article or macro here/)
})

test('what the report could not take in is said, and warnings alone are no report', async context => {
  const cwd = folderOf(context, {
    'a.md': `${minimised}\n`,
    '.poise.json': '{"rulez": 1}',
    'b.md': new Uint8Array([0, 1, 2]),
  })
  const {code, page} = await reportIn(cwd)
  assert.equal(code, 1)
  const notes = all(page, 'ul').find(({attribs}) => attribs['class'] === 'notes')
  assert.match(textOf(notes), /One file, folder or link was left out\..*\.poise\.json has a mistake/s)
  const quiet = await poise(['check', '--format', 'html', '--quiet'], {cwd})
  assert.equal(quiet.code, 2)
  assert.match(quiet.err, /Leave out --quiet/)
})
