import assert from 'node:assert/strict'
import {test} from 'node:test'
import {globMistake, globTest} from '../../server/workspace/globs.ts'

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['replies', ['replies/a.md', 'replies/x/a.md', 'deep/replies/a.md'], ['a.md', 'replies2/a.md']],
  ['./replies/', ['replies/a.md'], ['a.md']],
  ['/replies', ['replies/a.md'], ['deep/replies/a.md']],
  ['docs/**/old', ['docs/old/a.md', 'docs/x/y/old/a.md'], ['old/a.md']],
  ['*.draft.md', ['a.draft.md', 'x/a.draft.md'], ['a.md']],
  ['docs/*.md', ['docs/a.md'], ['docs/x/a.md', 'docs']],
  ['{a,b}/[cd].md', ['a/c.md', 'b/d.md'], ['c/c.md']],
  ['.hidden/**', ['.hidden/a.md'], ['hidden/a.md']],
  ['C++ (new)/a|b@+.md', ['C++ (new)/a|b@+.md'], ['C (new)/a', 'C++ new/a.md']],
]

for (const [glob, inside, outside] of cases) {
  test(`${glob} matches as in .gitignore`, () => {
    const matches = globTest('/w', [glob])
    for (const path of inside) assert.ok(matches(`/w/${path}`), path)
    for (const path of outside) assert.ok(!matches(`/w/${path}`), path)
    assert.ok(!matches(`/v/${inside[0]}`))
  })
}

test('globs that would take long are refused, and what is let through is fast', () => {
  for (const glob of ['*'.repeat(34), '*a*a*a*a', '**/a/**/a/**/b', 'a'.repeat(201), '*(*(*(a|b)))*'])
    assert.notEqual(globMistake(glob), undefined, glob)
  const started = performance.now()
  for (const glob of ['(a+)+$', '*a*a*b', '**/a/**/b', '{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*b', '[a]+[a]+[a]+b']) {
    const matches = globTest('/', [glob])
    for (const path of ['a'.repeat(255), 'a/'.repeat(495), 'a'.repeat(5000)]) matches(`/${path}c`)
  }
  assert.ok(performance.now() - started < 2000)
})
