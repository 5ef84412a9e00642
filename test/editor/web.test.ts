import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {after, before, test} from 'node:test'
import {picture, reasonToSkip, vsix} from './editor.ts'
import {ensureWebHost, openWebWindow, repositoryRoot, type WebWindow} from './host/index.ts'
import {retry} from './host/waiting.ts'

/** Without Node, without a disk: the workbench of vscode.dev on a folder that it sees as a virtual file system. */
const skip = (await reasonToSkip(ensureWebHost)) ?? false
const folder = mkdtempSync(path.join(tmpdir(), 'poise-web-'))
let web: WebWindow

if (skip === false) {
  before(async () => {
    cpSync(path.join(repositoryRoot, 'examples'), folder, {recursive: true})
    writeFileSync(path.join(folder, 'articles/.poise.json'), '{\n  "rules": {"closing-hope": "off"}\n}\n')
    mkdirSync(path.join(folder, '.vscode'))
    const settings = {'workbench.startupEditor': 'none', 'files.autoSave': 'off'}
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings))
    web = await openWebWindow(vsix, folder)
  })
  after(async () => {
    await web?.stop()
    rmSync(folder, {recursive: true, force: true})
  })
}

/** What the status bar said last of a scan. */
const statusOf = async (): Promise<string> =>
  ((await web.window.page.locator('.statusbar').textContent()) ?? '').replaceAll('\u00a0', ' ')

/** The same counts, by the command line. */
function countsOnDisk(): string {
  const cli = path.join(repositoryRoot, 'dist/cli.mjs')
  const {stdout} = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '.'], {cwd: folder, encoding: 'utf8'})
  const {files} = JSON.parse(stdout) as {files: {findings: {severity: string}[]}[]}
  const count = (severity: string) =>
    files.flatMap(({findings}) => findings).filter(finding => finding.severity === severity).length
  return `${count('warning')} warnings, ${count('suggestion')} suggestions, ${count('hint')} hints`
}

test('an article of a virtual folder is marked under the configuration beside it', {
  skip,
  timeout: 240_000,
}, async () => {
  await web.open('articles', 'export-your-notes.md')
  await web.window.waitForSquiggles('info', 2)
  await web.window.waitForSquiggles('warning', 0)
  await web.window.screenshot(picture('web-article'))
})

test('a scan lists closed files, and finds what the command line finds', {skip, timeout: 240_000}, async () => {
  await web.window.runCommand('Poise: Scan Workspace')
  const counts = countsOnDisk()
  await retry(async () => (await statusOf()).includes(counts), `${counts} in “${await statusOf()}”`)
  await web.window.openProblems()
  const rows = await web.window.problemRows()
  assert.ok(
    rows.some(row => row.includes('connect-a-calendar.md')),
    rows.join('\n'),
  )
  await web.window.screenshot(picture('web-scan'))
})

test('a quick fix rewrites the article', {skip, timeout: 240_000}, async () => {
  await web.window.goTo(7, 41)
  await web.window.quickFix('Remove “Just”')
  await web.window.waitForSquiggles('info', 1)
  await web.window.page.locator('.view-line', {hasText: /with\syou\.\sOpen\s/}).waitFor()
})

test('a rule is turned off in the configuration of a virtual folder', {skip, timeout: 240_000}, async () => {
  await web.window.goTo(7, 1)
  await web.window.quickFix('Turn off “minimiser”')
  await web.window.waitForSquiggles('info', 0)
})

test('a server that is restarted goes on', {skip, timeout: 240_000}, async () => {
  await web.window.runCommand('Poise: Restart Server')
  await web.window.goTo(10, 1)
  await web.window.page.keyboard.type('This should fix the problem. ')
  await web.window.waitForSquiggles('warning', 1)
})

test('activation is quick, and nothing outside this machine is asked for', {skip, timeout: 240_000}, async () => {
  await web.window.runCommand('Poise: Show Log')
  const log = web.window.page.locator('.output-view .view-lines')
  await log.filter({hasText: 'Activated'}).waitFor()
  const [, milliseconds = 'NaN'] = /Activated\s+in\s+(\d+)\s+ms/.exec((await log.textContent()) ?? '') ?? []
  assert.ok(Number(milliseconds) < 100, `${milliseconds} ms`)
  assert.deepEqual(web.contacted(), [])
  // That the list was empty says something only if what goes out is on it.
  const page = await web.browser.newPage()
  await page.goto('http://outside.example/').catch(() => undefined)
  assert.deepEqual(web.contacted(), ['http://outside.example/'])
})
