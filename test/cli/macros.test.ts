import assert from 'node:assert/strict'
import {chmodSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {folderOf, nobody, poise, temporaries} from './poise.ts'

const posix = {skip: process.platform === 'win32'}
const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8')

const late = 'Hi {{ticket.requester.first_name}},\\n\\nYour parcel left us \\u201ctoday\\u201d. Thank you for waiting.'
const refund = '<p>Hi {{ticket.requester.first_name}},</p><p>Your refund is on its way &amp; takes five days.</p>'

/** An export with two macros, one of them in HTML and switched off. */
const zendesk = (one: string, other: string) => `{"macros": [
  {"id": 7, "title": "Late parcel", "active": true,\t"actions": [{"field": "comment_value", "value": "${one}"}]},
  {"id": 8, "title": "Rückgabe / Refund", "active": false, "actions": [{"field": "comment_value_html", "value": "${other}"}]}
]}`
const before = zendesk(late, refund)
const toReplies = ['macros', 'import', 'export.json', '--to', 'team/replies']
const back = ['macros', 'export', 'team/replies', '--into', 'export.json']
const lateFile = 'team/replies/late-parcel.macro.md'

const edit = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

test('an export becomes one file for each reply, and edited ones go back without harm to a byte', async context => {
  const cwd = folderOf(context, {'export.json': before})
  const first = await poise(toReplies, {cwd})
  assert.deepEqual(
    [first.code, first.out, first.err],
    [0, 'Wrote macros to team/replies: 2 new, 0 refreshed, 0 as before.\n', ''],
  )
  assert.deepEqual(readdirSync(join(cwd, 'team/replies')).toSorted(), [
    'late-parcel.macro.md',
    'ruckgabe-refund.macro.md',
  ])
  assert.match(
    read(cwd, 'team/replies/ruckgabe-refund.macro.md'),
    /^---\ntitle: Rückgabe \/ Refund\nid: "8"\ninactive: true\nas: html\norigin:\n {2}file: \.\.\/\.\.\/export\.json\n {2}index: 2\n {2}id: "8"\n {2}title: Rückgabe \/ Refund\n {2}fingerprint: [\w"]+\n---\n<p>Hi .*days\.<\/p>\n$/,
  )
  assert.equal((await poise(['check', 'team'], {cwd})).code, 0)

  const same = await poise(back, {cwd})
  assert.deepEqual([same.code, same.out], [0, 'Macros into export.json: 0 put back, 2 as before.\n'])
  assert.equal(read(cwd, 'export.json'), before)

  edit(join(cwd, lateFile), 'Thank you for waiting.', 'It is "on time"\\now.')
  const patch = await poise([...back, '--dry-run'], {cwd})
  assert.equal(patch.code, 0)
  assert.match(patch.out, /^--- a\/export\.json\n[\s\S]*^\+ .*It is \\"on time\\"\\\\now\./m)
  assert.equal(read(cwd, 'export.json'), before)
  const put = await poise(back, {cwd})
  assert.deepEqual([put.code, put.out], [0, 'Macros into export.json: 1 put back, 1 as before.\n'])
  const after = before.replace('Thank you for waiting.', 'It is \\"on time\\"\\\\now.')
  assert.equal(read(cwd, 'export.json'), after)
  const again = await poise(toReplies, {cwd})
  assert.deepEqual([again.code, again.out], [0, 'Wrote macros to team/replies: 0 new, 0 refreshed, 2 as before.\n'])
  assert.equal((await poise(back, {cwd})).code, 0)
  assert.deepEqual([read(cwd, 'export.json'), temporaries(cwd)], [after, []])
})

test('a macro that was changed on both sides stops the export, until both say the same', async context => {
  const cwd = folderOf(context, {'export.json': before})
  await poise(toReplies, {cwd})
  edit(join(cwd, lateFile), 'today', 'on Monday')
  edit(join(cwd, 'team/replies/ruckgabe-refund.macro.md'), 'five', 'two')
  const there = before.replace('today', 'on Tuesday')
  writeFileSync(join(cwd, 'export.json'), there)
  const stopped = await poise(back, {cwd})
  assert.deepEqual([stopped.code, stopped.out], [1, ''])
  assert.match(stopped.err, /^Nothing was written: 1 macro was changed on both sides\.\n/)
  assert.match(stopped.err, /team\/replies\/late-parcel\.macro\.md and export\.json:2:\d+ “Late parcel”/)
  assert.equal(read(cwd, 'export.json'), there)
  const imported = await poise(toReplies, {cwd})
  assert.equal(imported.code, 1)
  assert.match(imported.err, /^Nothing was written: 2 macros were edited in the folder since the import\./)
  assert.match(read(cwd, lateFile), /on Monday/)

  edit(join(cwd, lateFile), 'on Monday', 'on Tuesday')
  assert.equal((await poise(back, {cwd})).code, 0)
  assert.equal(read(cwd, 'export.json'), there.replace('five', 'two'))
  edit(join(cwd, lateFile), 'on Tuesday', 'on Monday')
  assert.equal((await poise(back, {cwd})).code, 0)
  assert.match(read(cwd, 'export.json'), /on Monday/)
})

test('what was changed in the export alone comes with the next import, and what the writer added stays', async context => {
  const cwd = folderOf(context, {'export.json': before})
  await poise(toReplies, {cwd})
  edit(join(cwd, lateFile), 'as: text', 'purpose: status # ours\nas: text')
  renameSync(join(cwd, lateFile), join(cwd, 'team/replies/mine.macro.md'))
  const there = before.replace('today', 'on Tuesday').replace('"Late parcel"', '"Parcel, late"')
  writeFileSync(join(cwd, 'export.json'), there)
  const kept = await poise(back, {cwd})
  assert.equal(kept.code, 0)
  assert.match(kept.out, /0 put back, 1 as before\. 1 macro was changed there alone: import to have it here\./)
  const dry = await poise([...toReplies, '--dry-run'], {cwd})
  assert.match(dry.out, /^refreshed {2}team\/replies\/mine\.macro\.md\nWould write /)
  assert.doesNotMatch(read(cwd, 'team/replies/mine.macro.md'), /Tuesday/)
  assert.match((await poise(toReplies, {cwd})).out, /0 new, 1 refreshed, 1 as before/)
  assert.match(
    read(cwd, 'team/replies/mine.macro.md'),
    /^---\ntitle: Parcel, late\n[\s\S]*purpose: status # ours\n[\s\S]*“on Tuesday”/,
  )
})

test('what has no place in the export is named and kept, and the rest goes back', async context => {
  const cwd = folderOf(context, {'export.json': before})
  await poise(toReplies, {cwd})
  writeFileSync(join(cwd, 'team/replies/new.macro.md'), '---\ntitle: New\n---\nHi.\n')
  edit(join(cwd, lateFile), 'today', 'on Monday')
  edit(join(cwd, lateFile), 'title: Late parcel', 'title: Parcel is late')
  edit(join(cwd, 'team/replies/ruckgabe-refund.macro.md'), 'five', 'two')
  writeFileSync(join(cwd, 'export.json'), before.replace('"id": 8', '"id": 9'))
  const {code, out, err} = await poise(back, {cwd})
  assert.deepEqual([code, out], [1, 'Macros into export.json: 1 put back, 1 as before.\n'])
  assert.match(err, /New, without an origin .*:\n {2}team\/replies\/new\.macro\.md\n/)
  assert.match(
    err,
    /No longer in export\.json.*:\n {2}team\/replies\/ruckgabe-refund\.macro\.md “Rückgabe \/ Refund”\n/,
  )
  assert.match(
    err,
    /titles are not put back.*:\n {2}team\/replies\/late-parcel\.macro\.md “Parcel is late”, there “Late parcel”/,
  )
  assert.match(read(cwd, 'team/replies/ruckgabe-refund.macro.md'), /two days/)
  assert.equal(read(cwd, 'export.json'), before.replace('"id": 8', '"id": 9').replace('today', 'on Monday'))
})

test('two files for one reply, an emptied one, and a file of the same name overwrite nothing', async context => {
  const cwd = folderOf(context, {'export.json': before, [lateFile]: 'Ours.\n'})
  await poise(toReplies, {cwd})
  assert.equal(read(cwd, lateFile), 'Ours.\n')
  const second = 'team/replies/late-parcel-2.macro.md'
  writeFileSync(join(cwd, 'team/replies/copy.macro.md'), read(cwd, second).replace('today', 'on Monday'))
  edit(join(cwd, second), 'today', 'on Tuesday')
  const both = await poise(back, {cwd})
  assert.equal(both.code, 1)
  assert.match(both.err, /copy\.macro\.md and team\/replies\/late-parcel-2\.macro\.md, both for export\.json:2:/)
  writeFileSync(join(cwd, second), read(cwd, second).replace(/---\nHi[\s\S]*/, '---\n'))
  const emptied = await poise(back, {cwd})
  assert.equal(emptied.code, 1)
  assert.match(emptied.err, /Without text.*\n {2}team\/replies\/late-parcel-2\.macro\.md/)
  assert.equal(read(cwd, 'export.json'), before.replace('today', 'on Monday'))
})

test('a broken export gives what can be read, and takes it back', async context => {
  const broken = before.replace('\n]}', ',\n  {"id": 9, "title": "Cut')
  const cwd = folderOf(context, {'export.json': broken})
  const {code, out, err} = await poise(toReplies, {cwd})
  assert.deepEqual([code, out], [1, 'Wrote macros to team/replies: 2 new, 0 refreshed, 0 as before.\n'])
  assert.match(err, /^export\.json: /)
  edit(join(cwd, lateFile), 'today', 'on Monday')
  assert.equal((await poise(back, {cwd})).code, 0)
  assert.equal(read(cwd, 'export.json'), broken.replace('today', 'on Monday'))
})

test('a page goes back where it stays the same page', async context => {
  const body = 'Hi {{name}}, thank you for writing to us. We will look at your order today.'
  const page = `# Saved replies\n\n## One\n\n${body}\n\n## Two\n\n${body}\n`
  const cwd = folderOf(context, {'replies.md': page})
  assert.equal((await poise(['macros', 'import', 'replies.md', '--to', 'r'], {cwd})).code, 0)
  edit(join(cwd, 'r/one.macro.md'), 'today', 'on Monday')
  writeFileSync(join(cwd, 'r/two.macro.md'), `${read(cwd, 'r/two.macro.md')}\n## Three\n\n${body}\n`)
  const {code, out, err} = await poise(['macros', 'export', 'r', '--into', 'replies.md'], {cwd})
  assert.deepEqual([code, out], [1, 'Macros into replies.md: 1 put back, 0 as before.\n'])
  assert.match(err, /exactly, so nothing of it was changed there.*\n {2}r\/two\.macro\.md and replies\.md:9:1/)
  assert.equal(read(cwd, 'replies.md'), page.replace('today', 'on Monday'))
})

test('a read-only export or folder is named, and nothing is half-way', posix, async context => {
  const cwd = folderOf(context, {'export.json': before, 'closed/a.txt': ''})
  await poise(toReplies, {cwd})
  edit(join(cwd, lateFile), 'today', 'on Monday')
  const edited = read(cwd, lateFile)
  chmodSync(join(cwd, 'export.json'), 0o444)
  const {code, err} = await poise(back, {cwd})
  assert.equal(code, 2)
  assert.match(err, /read-only.*permission/)
  assert.deepEqual([read(cwd, 'export.json'), read(cwd, lateFile)], [before, edited])
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'closed'), 0o555)
  const closed = await poise(['macros', 'import', 'export.json', '--to', 'closed'], {cwd, ...nobody})
  assert.equal(closed.code, 2)
  assert.match(closed.err, /late-parcel\.macro\.md could not be written/)
  chmodSync(join(cwd, 'closed'), 0o755)
})

const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
  [['macros'], /poise macros import, or poise macros export/],
  [['macros', 'imprt', 'a'], /Did you mean “import”/],
  [['macros', 'import', 'export.json'], /poise macros import EXPORT --to FOLDER/],
  [['macros', 'export', 'team', '--to', 'a'], /poise macros export FOLDER --into EXPORT/],
  [['macros', 'import', 'export.json', '--to', 'a', '--fix'], /no flag --fix/],
  [['check', '--to', 'a'], /poise check has no flag --to/],
  [['macros', 'import', 'none.json', '--to', 'a'], /none\.json: There is no such file/],
  [['macros', 'import', 'team', '--to', 'a'], /team is a folder/],
  [['macros', 'import', 'picture.png', '--to', 'a'], /of a kind that Poise does not read/],
  [['macros', 'import', 'other.json', '--to', 'a'], /holds no replies/],
  [['macros', 'import', 'team/a.md', '--to', 'a'], /is one text/],
  [['macros', 'import', 'export.json', '--to', 'other.json'], /is a file. Name a folder/],
  [['macros', 'export', 'none', '--into', 'export.json'], /no folder “none”/],
  [['macros', 'export', 'team', '--into', 'export.json'], /No macro in team comes from export\.json/],
]

test('a mistake in the command is said with its remedy, and nothing is written', async context => {
  const files = {'export.json': before, 'other.json': '{"a": 1}', 'picture.png': 'x', 'team/a.md': 'One.'}
  const cwd = folderOf(context, files)
  for (const [args, message] of mistakes) {
    const {code, out, err} = await poise(args, {cwd})
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, message)
  }
  assert.ok(!existsSync(join(cwd, 'a')))
})
