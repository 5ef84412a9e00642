import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {calm, doubtful, type Ended, folderOf, minimised, nobody, poise} from './poise.ts'
import {commitAll, git, gitEnv, needsGit, repositoryOf} from './repository.ts'

const page = `# Invoices\n\n${doubtful}\n\nThe list is long.\n\n${minimised}\n`

interface Shown {
  readonly path: string
  readonly findings: readonly {readonly rule: string; readonly start: {readonly line: number}}[]
}

function check(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return poise(['check', ...args], {cwd, env: gitEnv})
}

/** What a run shows: `rule@file:line`. */
async function shown(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const {out, err} = await check(cwd, '--format', 'json', ...args)
  assert.equal(err, '')
  const files: readonly Shown[] = JSON.parse(out).files
  return files.flatMap(({path, findings}) => findings.map(({rule, start}) => `${rule}@${path}:${start.line}`))
}

test(
  'only a new phrase is shown, and old ones in a file or on a line that was edited are not',
  needsGit,
  async context => {
    const cwd = repositoryOf(context, {'a.md': page, 'b.md': page})
    assert.deepEqual(await shown(cwd, '--changed'), [])
    assert.equal((await check(cwd)).code, 1)
    assert.equal((await check(cwd, '--changed')).code, 0)

    // Beside the old phrase on its line, within its four words, and lines above it.
    const edited = page.replace(doubtful, `Open it. ${doubtful.replace('invoice now', 'newest invoice now')}`)
    writeFileSync(join(cwd, 'a.md'), `A line above.\n\n${edited}`)
    assert.deepEqual(await shown(cwd, '--changed'), [])
    assert.equal((await check(cwd, '--changed')).code, 0)

    writeFileSync(join(cwd, 'a.md'), `${edited}\nJust open the menu.\n`)
    assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:9'])
    assert.equal((await check(cwd, '--changed')).code, 1)
    assert.deepEqual(await shown(cwd, '--changed', 'b.md'), [])
  },
)

test(
  'a second one of a phrase is new, one that moved is not, and a paragraph that was wrapped anew is not',
  needsGit,
  async context => {
    const cwd = repositoryOf(context, {'a.md': page})
    writeFileSync(join(cwd, 'a.md'), page.replace(minimised, `${minimised}\n\n${minimised}`))
    assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:9'])
    writeFileSync(join(cwd, 'a.md'), `${minimised}\n\n${page}`)
    assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:1'])
    writeFileSync(
      join(cwd, 'a.md'),
      `# Invoices\n\n${minimised}\n\nThe list is long.\n\n${doubtful.replace('able ', 'able\n')}\n`,
    )
    assert.deepEqual(await shown(cwd, '--changed'), [])
  },
)

test('another phrase in the place of an old one of the same rule is new', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page})
  writeFileSync(join(cwd, 'a.md'), page.replace(doubtful, 'The file should open after that.'))
  assert.deepEqual(await shown(cwd, '--changed'), ['outcome-should@a.md:3'])
})

test('what is said of a whole document is new only where it was not said of it before', needsGit, async context => {
  const text = (...replies: readonly (readonly [string, string])[]) =>
    JSON.stringify({macros: replies.map(([title, body]) => ({title, body}))}, undefined, 1)
  const one = 'We have handed it over to the team.'
  const two = 'Your ticket is now with the billing team.'
  const cwd = repositoryOf(context, {'replies.json': text(['One', one], ['Two', two])})
  const rulesAt = (all: readonly string[], line: number) =>
    all.filter(each => each.endsWith(`:${line}`)).map(each => each.split('@')[0])
  const before = await shown(cwd)
  assert.ok(rulesAt(before, 5).length > 0 && rulesAt(before, 9).length > 0, before.join())

  const changed = [`${one} It took a day.`, 'Your ticket lies with them.'] as const
  writeFileSync(join(cwd, 'replies.json'), text(['One', changed[0]], ['Another title', two], ['Three', changed[1]]))
  const now = await shown(cwd, '--changed')
  assert.ok(rulesAt(now, 13).includes('macro-closing'), now.join())
  assert.deepEqual(now.length, rulesAt(now, 13).length, now.join())
})

test('--staged reads what is staged and never the working file', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page, 'b.md': page})
  writeFileSync(join(cwd, 'a.md'), `${page}\nJust open the menu.\n`)
  assert.deepEqual(await shown(cwd, '--staged'), [])
  git(cwd, 'add', 'a.md')
  writeFileSync(join(cwd, 'a.md'), page)
  writeFileSync(join(cwd, 'b.md'), `${page}\nJust open the menu.\n`)
  assert.deepEqual(await shown(cwd, '--staged'), ['minimiser@a.md:9'])
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@b.md:9'])
  rmSync(join(cwd, 'a.md'))
  assert.deepEqual(await shown(cwd, '--staged', 'a.md'), ['minimiser@a.md:9'])
  const {code, err} = await check(cwd, '--staged', '--fix')
  assert.equal(code, 2)
  assert.match(err, /--staged reads what is staged\. Use --changed/)
})

test('--staged goes by the configuration and the baseline that are staged', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': calm})
  writeFileSync(join(cwd, 'a.md'), minimised)
  writeFileSync(join(cwd, '.poise.json'), '{"rules": {"minimiser": "off"}}')
  git(cwd, 'add', '--all')
  writeFileSync(join(cwd, '.poise.json'), '{}')
  assert.deepEqual(await shown(cwd, '--staged'), [])
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:1'])
})

test('--changed counts files that git does not know yet, but none that it ignores', needsGit, async context => {
  const cwd = repositoryOf(context, {'.gitignore': 'out/\n', 'a.md': page})
  mkdirSync(join(cwd, 'new/below'), {recursive: true})
  mkdirSync(join(cwd, 'out'))
  for (const name of ['new/below/b.md', 'out/c.md']) writeFileSync(join(cwd, name), minimised)
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@new/below/b.md:1'])
  assert.deepEqual(await shown(join(cwd, 'new'), '--changed'), ['minimiser@below/b.md:1'])
  assert.deepEqual(await shown(cwd, '--staged'), [])
})

test('a file that got another name is the same file, whoever moved it', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page, 'c.md': `# Other\n\n${minimised}\n`})
  git(cwd, 'mv', 'a.md', 'b.md')
  assert.deepEqual(await shown(cwd, '--staged'), [])
  writeFileSync(join(cwd, 'b.md'), `${page}\nJust open the menu.\n`)
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@b.md:9'])
  git(cwd, 'reset', '--quiet', '--hard')
  renameSync(join(cwd, 'a.md'), join(cwd, 'b.md'))
  assert.deepEqual(await shown(cwd, '--changed'), [])
  const other = 'Another text, of which most lines are like none of those that are gone.'
  writeFileSync(join(cwd, 'b.md'), `The list is long.\n\n${other}\n\n${minimised}\n`)
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@b.md:5'])
})

test('--since compares the working files with where the branch began', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page})
  git(cwd, 'checkout', '--quiet', '-b', 'topic')
  writeFileSync(join(cwd, 'a.md'), `${page}\nJust open the menu.\n`)
  commitAll(cwd)
  git(cwd, 'checkout', '--quiet', 'main')
  // What others did on main in the meantime is not what this branch did.
  writeFileSync(join(cwd, 'b.md'), minimised)
  commitAll(cwd)
  git(cwd, 'checkout', '--quiet', 'topic')
  assert.deepEqual(await shown(cwd, '--since', 'main'), ['minimiser@a.md:9'])
  writeFileSync(join(cwd, 'c.md'), minimised)
  assert.deepEqual(await shown(cwd, '--since', 'main'), ['minimiser@a.md:9', 'minimiser@c.md:1'])
  assert.deepEqual(await shown(cwd, '--since', 'HEAD'), ['minimiser@c.md:1'])
})

test('before the first commit everything is new', needsGit, async context => {
  const cwd = folderOf(context, {'a.md': minimised})
  git(cwd, 'init', '--quiet')
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:1'])
  assert.deepEqual(await shown(cwd, '--staged'), [])
  git(cwd, 'add', 'a.md')
  assert.deepEqual(await shown(cwd, '--staged'), ['minimiser@a.md:1'])
})

test('names may hold anything, and one that is no text is named', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': calm})
  const names = [
    '-rf.md',
    'with space.md',
    'new\nline.md',
    '"quoted" \'name\'.md',
    'ümläut.md',
    ':(top)x.md',
    '$(touch made).md',
  ]
  for (const name of names) writeFileSync(join(cwd, name), minimised)
  assert.deepEqual([...(await shown(cwd, '--changed'))].sort(), names.map(name => `minimiser@${name}:1`).sort())
  git(cwd, 'add', '--all')
  assert.equal((await shown(cwd, '--staged')).length, names.length)
  assert.deepEqual(await shown(cwd, '--staged', '--', '-rf.md'), ['minimiser@-rf.md:1'])
  assert.equal(existsSync(join(cwd, 'made')), false)

  writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0x66, 0xff]), Buffer.from('.md')]), minimised)
  for (const how of ['--changed', '--staged']) {
    if (how === '--staged') git(cwd, 'add', '--all')
    const {out, err} = await check(cwd, how, '--format', 'json')
    assert.match(err, /^The name “f\uFFFD\.md” is not UTF-8, so the file was left out\. Rename it/)
    assert.equal(JSON.parse(out).summary.skipped, 1)
  }
})

test('links are left out and said, submodules are another repository', needsGit, async context => {
  const inner = repositoryOf(context, {'inner.md': minimised})
  const cwd = repositoryOf(context, {'a.md': calm})
  git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub')
  writeFileSync(join(cwd, 'sub/inner.md'), `${minimised}\n\nJust go.\n`)
  symlinkSync('sub/inner.md', join(cwd, 'link.md'))
  for (const how of ['--changed', '--staged']) {
    if (how === '--staged') git(cwd, 'add', '--all')
    const {out, err} = await check(cwd, how, '--format', 'json')
    assert.deepEqual(JSON.parse(out).files, [])
    assert.match(err, /^link\.md is a link, and links are not followed/)
  }
})

test(
  'a file in a merge conflict is checked as it lies there, and can’t be checked as staged',
  needsGit,
  async context => {
    const cwd = repositoryOf(context, {'a.md': page})
    git(cwd, 'checkout', '--quiet', '-b', 'topic')
    writeFileSync(join(cwd, 'a.md'), page.replace('long', 'longer'))
    commitAll(cwd)
    git(cwd, 'checkout', '--quiet', 'main')
    writeFileSync(join(cwd, 'a.md'), page.replace('The list is long.', 'Just scroll the list.'))
    commitAll(cwd)
    assert.throws(() => git(cwd, 'merge', 'topic'))
    writeFileSync(join(cwd, 'a.md'), `${readFileSync(join(cwd, 'a.md'), 'utf8')}\nJust go to it.\n`)
    assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:13'])
    const {code, err} = await check(cwd, '--staged')
    assert.equal(code, 2)
    assert.match(err, /^a\.md is in a merge conflict\. Resolve it, stage it with git add, and check again\.\n/)
  },
)

test('line breaks that git changes on the way make nothing new', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page})
  writeFileSync(join(cwd, 'a.md'), page.replaceAll('\n', '\r\n'))
  assert.deepEqual(await shown(cwd, '--changed'), [])
})

test('--fix mends what is new and leaves what is old', needsGit, async context => {
  const cwd = repositoryOf(context, {'a.md': page})
  writeFileSync(join(cwd, 'a.md'), `${page}\nJust open the menu.\n`)
  assert.equal((await check(cwd, '--changed', '--fix')).code, 0)
  assert.equal(readFileSync(join(cwd, 'a.md'), 'utf8'), `${page}\nOpen the menu.\n`)
})

test(
  'git is not there, no repository, no such commit, too little history: each is said with the remedy, and nothing runs',
  needsGit,
  async context => {
    const cwd = repositoryOf(context, {'a.md': page})
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Later')
    git(cwd, 'checkout', '--quiet', '--orphan', 'apart')
    writeFileSync(join(cwd, 'apart.md'), calm)
    commitAll(cwd)
    const shallow = join(folderOf(context, {}), 'clone')
    git(cwd, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${cwd}`, shallow)
    const bare = join(folderOf(context, {}), 'bare')
    git(cwd, 'clone', '--quiet', '--bare', cwd, bare)
    const outside = folderOf(context, {'a.md': page})
    const wrong: readonly (readonly [string, readonly string[], RegExp, Readonly<Record<string, string>>?])[] = [
      [
        outside,
        ['--changed'],
        /in no git repository.*leave out --since/,
        {GIT_CEILING_DIRECTORIES: join(outside, '..')},
      ],
      [cwd, ['--changed'], /git can’t be run on this machine.*Install it/, {PATH: outside}],
      [cwd, ['--since', 'nope'], /no commit “nope” in this clone\. .* git fetch origin/],
      [cwd, ['--since', 'main..HEAD'], /no commit “main\.\.HEAD”/],
      [cwd, ['--since', 'main'], /“main” and this branch have no commit in common/],
      [cwd, ['--since=--output=made'], /--since is the name of a commit.*not “--output=made”/],
      [cwd, ['--since', '$(touch made)'], /no commit “\$\(touch made\)”/],
      [shallow, ['--since', 'origin/main'], /too little history.*git fetch --unshallow.*fetch-depth: 0.*GIT_DEPTH: 0/],
      [bare, ['--changed'], /no working files of a repository here/],
      [join(cwd, '.git'), ['--changed'], /no working files of a repository here/],
      [cwd, ['--staged', '--changed'], /--staged and --changed compare different things/],
      [cwd, ['--staged', '--stdin'], /--staged is for files/],
    ]
    for (const [folder, args, message, env = {}] of wrong) {
      const {code, out, err} = await poise(['check', ...args], {cwd: folder, env: {...gitEnv, ...env}})
      assert.deepEqual([code, out], [2, ''], `${args.join(' ')}: ${err}`)
      assert.match(err, message)
      assert.equal(err.trim().split('\n').length, 1, err)
      assert.equal(existsSync(join(folder, 'made')), false)
    }
  },
)

test('a repository of another user is not read, and the remedy names it', {
  ...needsGit,
  skip: needsGit.skip || (process.getuid?.() !== 0 && 'only root can run as another user'),
}, async context => {
  const cwd = repositoryOf(context, {'a.md': page})
  chmodSync(cwd, 0o755)
  const {code, err} = await poise(['check', '--changed'], {cwd, env: gitEnv, ...nobody})
  assert.equal(code, 2)
  assert.equal(
    err,
    `This repository belongs to another user, so git does not read it. If you trust it, run: git config --global --add safe.directory ${cwd}\n`,
  )
})

test('nothing that a repository configures is run', needsGit, async context => {
  const cwd = repositoryOf(context, {'.gitattributes': '*.md filter=x diff=x\n', 'a.md': page})
  // Of a file that is as new as the index, git can't tell by its time whether it has changed, and would read it through the filter.
  writeFileSync(join(cwd, 'racy.md'), calm)
  const later = new Date(Date.now() + 3_600_000)
  utimesSync(join(cwd, 'racy.md'), later, later)
  commitAll(cwd)
  const run = join(cwd, 'run.sh')
  writeFileSync(run, `#!/bin/sh\ntouch ${cwd}/ran\ncat\n`)
  chmodSync(run, 0o755)
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'diff.external',
    'diff.x.command',
    'diff.x.textconv',
    'filter.x.clean',
    'filter.x.smudge',
    'filter.x.process',
  ])
    git(cwd, '-c', 'core.fsmonitor=false', 'config', key, run)
  git(cwd, '-c', 'core.fsmonitor=false', 'config', 'filter.x.required', 'true')
  git(cwd, '-c', 'core.fsmonitor=false', 'config', 'alias.diff-index', `!${run}`)
  mkdirSync(join(cwd, '.git/hooks'), {recursive: true})
  writeFileSync(join(cwd, '.git/hooks/post-index-change'), `#!/bin/sh\ntouch ${cwd}/ran\n`, {mode: 0o755})
  rmSync(join(cwd, 'ran'), {force: true})
  writeFileSync(join(cwd, 'a.md'), `${page}\nJust open the menu.\n`)
  for (const how of [['--changed'], ['--staged'], ['--since', 'main']]) await check(cwd, ...how)
  assert.deepEqual(await shown(cwd, '--changed'), ['minimiser@a.md:9'])
  assert.equal(existsSync(join(cwd, 'ran')), false)
})

test('the house style counts though none of its files has changed', needsGit, async context => {
  const cwd = repositoryOf(context, {
    '.poise.json': '{"phrases": ["style/words.yaml"], "vale": ["style/Acme"]}',
    'style/words.yaml': '- name: utilise\n  find: utilise\n  say: use\n',
    'style/Acme/Terms.yml': 'extends: substitution\nmessage: Use %s instead of %s.\nswap:\n  e-mail: email\n',
    'a.md': 'Open the page.\n',
  })
  writeFileSync(join(cwd, 'a.md'), 'Open the page.\n\nYou utilise e-mail.\n')
  const expected = ['house/utilise@a.md:3', 'vale/Acme.Terms@a.md:3']
  assert.deepEqual(await shown(cwd, '--changed'), expected)
  git(cwd, 'add', '-A')
  assert.deepEqual(await shown(cwd, '--staged'), expected)
})
