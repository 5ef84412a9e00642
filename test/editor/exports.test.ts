import assert from 'node:assert/strict'
import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {editorTests, picture, saved} from './editor.ts'
import {coloursOf, wordsOverSquiggles} from './host/drawn-text.ts'
import {repositoryRoot, type Workbench} from './host/index.ts'
import {within} from './host/waiting.ts'

// Each squiggle is in sight, and none is broken in two by the indentation of a wrapped line.
const settings = {'editor.wordWrap': 'on', 'editor.wrappingIndent': 'none', 'editor.stickyScroll.enabled': false}
const {test} = await editorTests({settings})

const others = {
  'package.json': '{"name": "site", "description": "You can simply start it. It should work."}\n',
  '.vscode/settings.json': '{"window.title": "Hi, simply do it as soon as possible"}\n',
  'data.json': '{"hi": [{"message": "You can simply restart it, unfortunately."}]}\n',
  'deploy.yaml': 'steps:\n  - name: You can simply restart it, unfortunately\n',
}
const exampleNames = [
  'chat-replies.csv',
  'order-shipped.ftl',
  'osticket.yaml',
  'phone-follow-ups.md',
  'refund.yaml',
  'saved-replies.md',
  'thunderbird-templates.xml',
  'trial-ends.html',
  'welcome-back.quickText-meta.xml',
  'zendesk-macros.json',
]
const json = 'macros/zendesk-macros.json'
const yaml = 'macros/refund.yaml'

test('squiggles in a JSON export stand under the words of each reply', json, async window => {
  await window.waitForSquiggles('warning')
  await window.goTo(20, 1)
  // A squiggle is drawn in two where its line wraps.
  const words = await once(
    async () => (await wordsOverSquiggles(window.page, 'warning', 'info')).join(' ').replace(/ +/g, ' '),
    text => text.includes('soon as possible'),
  )
  assert.match(words, /^Simply You <strong>should be able to see We\\u2019ll try to as soon as possible/)
  await window.screenshot(picture('export'))
})

test('above each reply stands its risk', json, async window => {
  await window.waitForSquiggles('warning')
  await lens(window, /^Risk 34 of 100: watch · 4 findings/)
  await window.goTo(50, 1)
  await lens(window, /^Risk 0 of 100: calm · nothing to change/)
  await window.goTo(80, 1)
  await lens(window, /switched off/)
  await window.screenshot(picture('export-lens'))
})

test('placeholders have a colour of their own in JSON and in YAML', json, async window => {
  for (const [file, line] of [
    [json, 14],
    [yaml, 8],
  ] as const) {
    await window.openFile(file)
    await window.goTo(line, 1)
    const [placeholder, ...others] = await once(
      () => coloursOf(window.page, '{{ticket.requester.first_name}}'),
      colours => colours.length === 1,
    )
    assert.ok(placeholder)
    assert.deepEqual(others, [])
    assert.notDeepEqual(await coloursOf(window.page, 'Hi '), [placeholder], file)
  }
})

test('a quick fix inside an escaped string changes its words and nothing else', json, async (window, folder) => {
  const file = path.join(folder, json)
  const before = readFileSync(file, 'utf8')
  await window.waitForSquiggles('warning')
  await window.goTo(26, 175)
  const titles = await window.openQuickFixes()
  await window.screenshot(picture('export-quick-fix'))
  assert.ok(
    titles.some(title => title.includes('Remove “try to”')),
    titles.join('\n'),
  )
  await window.page.keyboard.press('Escape')
  await window.quickFix('Remove “try to”')
  await changed(window)
  const after = await saved(window, file, /We\\u2019ll fix this/)
  assert.equal(after, before.replace('We\\u2019ll try to fix', 'We\\u2019ll fix'))
  JSON.parse(after)
})

test('a fact is asked for inside an escaped string, and the string stays one', json, async (window, folder) => {
  const file = path.join(folder, json)
  const before = readFileSync(file, 'utf8')
  await window.waitForSquiggles('warning')
  await window.goTo(26, 195)
  await lens(window, /^Risk/)
  await window.openQuickFixes()
  await window.screenshot(picture('export-fact'))
  await window.page.keyboard.press('Escape')
  await window.quickFix('by [day or date]')
  await changed(window)
  await window.page.keyboard.type('Friday')
  const after = await saved(window, file, /by Friday/)
  assert.equal(after, before.replace('as soon as possible', 'by Friday'))
})

test('a rewrite of HTML in JSON leaves its tags as they are', json, async (window, folder) => {
  const file = path.join(folder, json)
  const before = readFileSync(file, 'utf8')
  await window.waitForSquiggles('warning')
  await window.goTo(14, 166)
  await window.quickFix('You’ll see')
  await changed(window)
  const after = await saved(window, file, /You\\u2019ll <strong>/)
  assert.equal(after, before.replace('You <strong>should be able to see', 'You\\u2019ll <strong>see'))
})

test('a misspelt placeholder is mended', json, async (window, folder) => {
  const file = path.join(folder, json)
  const before = readFileSync(file, 'utf8')
  await window.waitForSquiggles('warning')
  await window.goTo(38, 70)
  await window.quickFix('first_name')
  await changed(window)
  const after = await saved(window, file, /Hi \{\{ticket\.requester\.first_name\}\},<\/p><p>Unf/)
  assert.equal(after, before.replace('first_nam}}', 'first_name}}'))
})

test('the outline lists the replies by their titles', json, async window => {
  await window.waitForSquiggles('warning')
  const rows = window.page.locator('.quick-input-widget .monaco-list-row')
  const titles = await once(
    async () => {
      await window.focusEditor()
      await window.page.keyboard.press('Control+Shift+O')
      await window.page.keyboard.type('::')
      await sleep(500)
      const found = await rows.allInnerTexts()
      if (!found.some(row => row.includes('::'))) await window.page.keyboard.press('Escape')
      return found
    },
    found => found.some(row => row.includes('::')),
  )
  await window.screenshot(picture('export-symbols'))
  assert.deepEqual(
    titles.map(title => title.trim().split('\n')[0]),
    [
      'Sync::Notes are missing',
      'Sync::We are on it',
      'Billing::Refund after 30 days',
      'Billing::Charged twice',
      'Account::Link has expired',
      'Closing::No answer for a week',
    ],
  )
  await window.page.keyboard.press('Escape')
  await window.runCommand('Explorer: Focus on Outline View')
  await window.page.getByText('Billing::Charged twice').first().waitFor()
  await window.screenshot(picture('export-outline'))
})

test('a macro in YAML has the same', yaml, async (window, folder) => {
  const file = path.join(folder, yaml)
  const before = readFileSync(file, 'utf8')
  await window.waitForSquiggles('info')
  assert.deepEqual((await drawn(window, now => now.length > 0)).slice(0, 1), ['It should arrive'])
  await lens(window, /^Risk \d+ of 100/)
  await window.goTo(13, 75)
  await window.screenshot(picture('export-yaml'))
  await window.quickFix('It will arrive')
  await changed(window)
  const after = await saved(window, file, /It will arrive/)
  assert.equal(after, before.replace('It should arrive', 'It will arrive'))
})

test('a scan finds the replies of every shape', undefined, async (window, folder) => {
  const shapes = path.join(repositoryRoot, 'test/formats/shapes')
  cpSync(shapes, path.join(folder, 'shapes'), {recursive: true})
  const asked = ['macro-acknowledgement', 'macro-closing', 'macro-next-step', 'macro-ownership', 'macro-greeting']
  const rules = Object.fromEntries(asked.map(rule => [rule, 'suggestion']))
  writeFileSync(path.join(folder, 'shapes/.poise.json'), JSON.stringify({rules}))
  await window.runCommand('Poise: Scan Workspace')
  await window.page
    .getByText(/^Poise: \d+ files · /)
    .first()
    .waitFor()
  await window.openProblems()
  await window.runCommand('View: Toggle Maximized Panel')
  await window.openProblems()
  await window.page.keyboard.press('Control+ArrowLeft')
  // GitHub's are known by the folder that they lie in, which is hidden.
  const names = [...readdirSync(shapes).filter(name => !name.startsWith('github')), ...exampleNames]
  const listed = await once(
    () => filesInProblems(window),
    files => names.every(name => files.includes(name)),
  )
  await window.screenshot(picture('export-scan'))
  assert.ok(!listed.some(name => /^(?:package|settings)\.json/.test(name)))
})

test('data files that hold no replies are left alone', undefined, async (window, folder) => {
  mkdirSync(path.join(folder, '.vscode'))
  for (const [name, text] of Object.entries(others)) writeFileSync(path.join(folder, name), text)
  for (const name of Object.keys(others)) {
    await window.openFile(name)
    const status = await once(
      () => languageStatus(window),
      text => text.includes('not checked'),
    )
    assert.match(status, /Poise: not checked.*No article or reply/, name)
    await window.screenshot(picture(`export-other-${path.basename(name)}`))
    await once(
      () => window.page.locator('.editor-group-container.active .codelens-decoration').count(),
      count => count === 0,
    )
  }
  await window.openFile('refund.yaml')
  await window.openProblems()
  const rows = await once(
    () => window.problemRows(),
    found => found.some(row => row.includes('outcome-should')),
  )
  assert.equal(rows.filter(row => row.includes('poise')).length, 2, rows.join('\n'))
})

/** What is drawn over warnings and suggestions, once it is as wanted. */
function drawn(window: Workbench, isDone: (words: readonly string[]) => boolean): Promise<readonly string[]> {
  return once(() => wordsOverSquiggles(window.page, 'warning', 'info'), isDone)
}

/** The names of all files that Problems lists, by going through it with the keyboard. */
async function filesInProblems(window: Workbench): Promise<readonly string[]> {
  const names = new Set<string>()
  await window.page.keyboard.press('Home')
  for (let page = 0; page < 4; page++) {
    for (const row of await window.page.locator('.markers-panel .monaco-list-row .label-name').allInnerTexts())
      names.add(row.trim())
    await window.page.keyboard.press('PageDown')
  }
  return [...names]
}

/** What the language status of the file in front says of Poise, as its menu shows it. */
async function languageStatus(window: Workbench): Promise<string> {
  const entry = window.page.locator('.hover-language-status .element').filter({hasText: 'Poise'}).first()
  // The menu closes when an entry changes, and opens for a mouse that comes from elsewhere.
  await window.page.mouse.move(600, 400)
  await window.page.locator('[id="status.languageStatus"]').hover()
  if (!(await within(3000, entry))) return ''
  return (await entry.textContent()) ?? ''
}

/** Waits for a code lens in sight. */
async function lens(window: Workbench, wanted: RegExp): Promise<void> {
  const lenses = window.page.locator('.editor-group-container.active .codelens-decoration')
  await once(
    async () => (await lenses.allInnerTexts()).map(text => text.replaceAll('\u00a0', ' ').trim()),
    texts => texts.some(text => wanted.test(text)),
  )
}

/** Waits until the file that is open has unsaved changes. */
async function changed(window: Workbench): Promise<void> {
  await window.page.locator('.editor-group-container.active .tab.active.dirty').waitFor()
}

/** Asks until the answer is as wanted, and gives the last answer. */
async function once<Answer>(ask: () => Promise<Answer>, isDone: (answer: Answer) => boolean): Promise<Answer> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await ask()
    if (isDone(answer)) return answer
    await sleep(200)
  }
  const last = await ask()
  assert.ok(isDone(last), JSON.stringify(last))
  return last
}
