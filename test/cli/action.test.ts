import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, type TestContext, test} from 'node:test'
import {parse} from 'yaml'
import {doubtful, minimised} from './poise.ts'
import {commitAll, git, gitEnv, needsGit, projectRepository, repositoryOf} from './repository.ts'

interface Step {
  readonly uses?: string
  readonly shell?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

const root = new URL('../../', import.meta.url)
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'))
const guide = readFileSync(new URL('docs/ci.md', root), 'utf8')
const steps: readonly Step[] = action.runs.steps
const page = `# Invoices\n\n${doubtful}\n\n${minimised}\n`

/** The release that the guide names. */
const releaseIn = (text: string): string => /^ {4}rev: (v\S+)$/m.exec(text)?.[1] ?? ''

/** The project as a service has it: cloned and not built. */
let clone = ''
const kept = mkdtempSync(join(tmpdir(), 'poise-action-'))
before(
  context => {
    if (needsGit.skip) return
    const project = projectRepository(context as unknown as TestContext)
    clone = join(kept, 'action')
    git(kept, 'clone', '--quiet', project, clone)
    git(clone, 'tag', releaseIn(guide))
  },
  {timeout: 600_000},
)
after(() => rmSync(kept, {recursive: true, force: true}))

const built = new Set<Step>()

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the steps of the action as a runner does: the shell that it uses, and inputs put in the place of the expressions. */
function act(cwd: string, inputs: Readonly<Record<string, string>>): Ran {
  const given = Object.fromEntries(
    Object.entries<{readonly default: string}>(action.inputs).map(([name, {default: usual}]) => [
      name,
      inputs[name] ?? usual,
    ]),
  )
  let last: Ran = {code: null, out: '', err: ''}
  for (const step of steps) {
    const {uses, shell, run = '', env = {}} = step
    if (uses !== undefined || built.has(step)) continue
    assert.equal(shell, 'bash')
    assert.doesNotMatch(run, /\$\{\{/, 'an input in a script would be read as a part of it')
    const values = Object.entries(env).map(([key, value]) => {
      const name = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? ''
      assert.ok(Object.hasOwn(given, name), value)
      return [key, given[name] ?? '']
    })
    last = bash(cwd, run, {...Object.fromEntries(values), GITHUB_ACTION_PATH: clone})
    if (last.code !== 0) return last
    // A step without inputs does the same each time.
    if (values.length === 0) built.add(step)
  }
  return last
}

function bash(cwd: string, script: string, env: Readonly<Record<string, string>>): Ran {
  const file = join(kept, 'step.sh')
  writeFileSync(file, script)
  const {status, stdout, stderr} = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, ...gitEnv, ...env},
    timeout: 600_000,
  })
  return {code: status, out: stdout, err: stderr}
}

/** A clone with a branch that has its own new phrase beside old ones, as a service checks it out. */
function pullRequest(context: TestContext): string {
  const origin = repositoryOf(context, {'articles/a.md': page, 'articles/two words.md': page, 'other/c.md': page})
  const cwd = join(mkdtempSync(join(kept, 'pull-')), 'work')
  git(origin, 'clone', '--quiet', origin, cwd)
  git(cwd, 'checkout', '--quiet', '-b', 'topic')
  for (const name of ['articles/a.md', 'other/c.md']) writeFileSync(join(cwd, name), `${page}\nJust open the menu.\n`)
  commitAll(cwd)
  return cwd
}

test('the action shows what is new in a pull request, and fails for it', {...needsGit, timeout: 900_000}, context => {
  const cwd = pullRequest(context)
  const inputs = {paths: 'articles\n', since: 'origin/main'}
  const {code, out, err} = act(cwd, {...inputs, 'sarif-file': 'poise.sarif'})
  assert.equal(code, 1, out + err)
  const commands = out.split('\n').filter(line => line.startsWith('::'))
  assert.equal(commands.length, 1, out)
  assert.match(commands[0] ?? '', /^::notice file=articles\/a\.md,line=7,col=1,endLine=7,endColumn=5,title=minimiser::/)
  const {runs} = JSON.parse(readFileSync(join(cwd, 'poise.sarif'), 'utf8'))
  assert.deepEqual(
    runs[0].results.map(({ruleId}: {readonly ruleId: string}) => ruleId),
    ['minimiser'],
  )

  assert.equal(act(cwd, {...inputs, 'max-warnings': '1'}).code, 0)
  assert.equal(act(cwd, {...inputs, 'fail-under': '1'}).code, 0)
  assert.equal(act(cwd, {...inputs, 'fail-under': '100'}).code, 1)
  assert.equal(act(cwd, {...inputs, paths: 'articles/two words.md'}).code, 0)
  assert.match(
    act(cwd, {paths: 'articles/two words.md\nother', format: 'checkstyle'}).out,
    /two words\.md[\s\S]*other\/c\.md/,
  )
})

test('no input is read as a program or as another flag', {...needsGit, timeout: 900_000}, context => {
  const cwd = pullRequest(context)
  const evil = '"; touch made; echo "$(touch made) `touch made`'
  for (const name of Object.keys(action.inputs)) {
    const {code, out, err} = act(cwd, {[name]: name === 'sarif-file' ? 'a"; touch made' : evil})
    assert.ok(code === 1 || code === 2, `${name}: ${out}${err}`)
    assert.equal(existsSync(join(cwd, 'made')), false, name)
  }
  for (const [name, message] of [
    ['since', /--since is the name of a commit/],
    ['paths', /There is no file or folder “--fix”/],
    ['fail-under', /--fail-under is a whole number/],
  ] as const) {
    const {code, err} = act(cwd, {[name]: '--fix'})
    assert.equal(code, 2)
    assert.match(err, message)
  }
  assert.equal(git(cwd, 'status', '--porcelain', '--untracked-files=no'), '')
})

/** The first block of a language behind a heading of the guide. */
function blockOf(heading: string): string {
  const [, block = ''] = new RegExp(`\\n## ${heading}\\n[\\s\\S]*?\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(guide) ?? []
  return block
}

test('the workflow of the guide gives the action inputs that it has, and the history that it needs', () => {
  const {jobs} = parse(blockOf('GitHub'))
  const [checkout, poise] = jobs.poise.steps
  assert.equal(checkout.with['fetch-depth'], 0)
  assert.deepEqual(
    Object.keys(poise.with).filter(name => !Object.hasOwn(action.inputs, name)),
    [],
  )
  for (const name of Object.keys(action.inputs)) assert.ok(guide.includes(`\`${name}\``), name)
  const [repo] = parse(blockOf('Before a commit')).repos
  assert.equal(poise.uses, `${repo.repo.replace('https://github.com/', '')}@${repo.rev}`)
  assert.equal(repo.rev, `v${JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version}`)
})

test('the job of the guide for GitLab installs Poise and writes what is new', {
  ...needsGit,
  timeout: 900_000,
}, context => {
  const cwd = pullRequest(context)
  const {poise: job} = parse(blockOf('GitLab'))
  const env = {
    ...Object.fromEntries(Object.entries(job.variables).map(([key, value]) => [key, String(value)])),
    POISE_REPOSITORY: `file://${clone}`,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: git(cwd, 'merge-base', 'origin/main', 'HEAD'),
  }
  const {code, out, err} = bash(cwd, [...job.before_script, ...job.script].join('\n'), env)
  assert.equal(code, 1, out + err)
  const issues = JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8'))
  assert.deepEqual(
    issues.map((issue: {check_name: string; location: {path: string; lines: {begin: number}}}) => [
      issue.check_name,
      issue.location.path,
      issue.location.lines.begin,
    ]),
    [['minimiser', 'articles/a.md', 7]],
  )
})
