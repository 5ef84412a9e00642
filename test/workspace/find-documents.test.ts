import assert from 'node:assert/strict'
import {test} from 'node:test'
import {makeConfigs} from '../../server/workspace/config.ts'
import type {FileSystem} from '../../server/workspace/files.ts'
import {findDocuments, type LeftOut} from '../../server/workspace/find-documents.ts'
import {memoryFiles} from './memory-files.ts'

async function found(
  files: FileSystem,
  root: string,
  onLeftOut?: (leftOut: LeftOut) => void,
): Promise<readonly string[]> {
  const paths: string[] = []
  for await (const {path} of findDocuments(files, makeConfigs(files), root, onLeftOut === undefined ? {} : {onLeftOut}))
    paths.push(path)
  return paths
}

test('finds what can be ours, in the order of names', async () => {
  const files = memoryFiles({
    '/w/b.md': '',
    '/w/a/z.macro.md': '',
    '/w/a/b.markdown': '',
    '/w/c.txt': '',
    '/w/C.MD': '',
    '/w/node_modules/x/README.md': '',
    '/w/.git/x.md': '',
    '/w/.github/x.md': '',
    '/w/.x.md': '',
  })
  assert.deepEqual(await found(files, '/w'), ['/w/C.MD', '/w/a/b.markdown', '/w/a/z.macro.md', '/w/b.md'])
})

test('leaves out what git leaves out, by nested files, the nearest last', async () => {
  const files = memoryFiles({
    '/repo/.git/HEAD': '',
    '/repo/.gitignore': 'build/\n*.tmp.md\n/top.md\n# comment\n',
    '/repo/docs/.gitignore': '!keep.tmp.md\nlocal.md\n',
    '/repo/docs/keep.tmp.md': '',
    '/repo/docs/x.tmp.md': '',
    '/repo/docs/local.md': '',
    '/repo/docs/top.md': '',
    '/repo/docs/build/a.md': '',
    '/repo/docs/sub/local.md': '',
    '/repo/docs/sub/b.md': '',
    '/repo/top.md': '',
    '/repo/local.md': '',
  })
  const inDocs = ['/repo/docs/keep.tmp.md', '/repo/docs/sub/b.md', '/repo/docs/top.md']
  assert.deepEqual(await found(files, '/repo'), [...inDocs, '/repo/local.md'])
  assert.deepEqual(await found(files, '/repo/docs'), inDocs, 'the rules of the folders above hold too')
  assert.deepEqual(await found(files, '/repo/docs/build'), ['/repo/docs/build/a.md'], 'a folder that is named is meant')
})

test('folders above count only within a git repository', async () => {
  const files = memoryFiles({'/home/.gitignore': '*', '/home/docs/a.md': ''})
  assert.deepEqual(await found(files, '/home/docs'), ['/home/docs/a.md'])
})

test('a line of .gitignore that would take long to match is left out', async () => {
  const name = `${'a'.repeat(200)}.md`
  const files = memoryFiles({
    '/w/.gitignore': `${'*a'.repeat(30)}b\n${'**/a/'.repeat(20)}b\ny.md\n`,
    [`/w/${name}`]: '',
    '/w/y.md': '',
  })
  assert.deepEqual(await found(files, '/w'), [`/w/${name}`])
})

test('leaves out what the configuration ignores, and follows the nearest', async () => {
  const files = memoryFiles({
    '/w/.poise.json': '{"ignore": ["old", "*.draft.md"]}',
    '/w/a.md': '',
    '/w/a.draft.md': '',
    '/w/old/b.md': '',
    '/w/in/a.draft.md': '',
    '/w/in/b.md': '',
    '/w/in/.poise.json': '{"ignore": ["b.md"]}',
  })
  assert.deepEqual(await found(files, '/w'), ['/w/a.md', '/w/in/a.draft.md'])
  assert.ok(!files.opened.some(path => path.startsWith('/w/old/')), 'an ignored folder is not entered')
})

test('tells what it left out: links, pipes, closed folders', async () => {
  const files = memoryFiles(
    {'/w/a.md': ''},
    {
      '/w/link.md': 'link',
      '/w/folder': 'link',
      '/w/x.png': 'link',
      '/w/pipe.md': 'other',
      '/w/pipe': 'other',
      '/w/shut': 'closed',
    },
  )
  const left: string[] = []
  await found(files, '/w', ({path, reason}) => left.push(`${path} ${reason}`))
  assert.deepEqual(left, ['/w/folder link', '/w/link.md link', '/w/pipe.md special', '/w/shut unreadable'])
})

test('goes down a very deep folder, and stops when it is told to', async () => {
  const deep = `/w${'/d'.repeat(1500)}`
  const files = memoryFiles({[`${deep}/a.md`]: '', '/w/a.md': '', '/w/b.md': ''})
  assert.equal((await found(files, '/w')).length, 3)
  const stop = new AbortController()
  const paths: string[] = []
  for await (const {path} of findDocuments(files, makeConfigs(files), '/w', {signal: stop.signal})) {
    paths.push(path)
    stop.abort()
  }
  assert.deepEqual(paths, ['/w/a.md'])
})
