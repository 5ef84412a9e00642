// What folders can hold that is no file, or has a name that is a command elsewhere.
import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {doubtful} from '../cli/poise.ts'
import {scene} from './afterwards.ts'

/** Each by its name, and how it is laid in a folder; all of them can lie in one. */
export const traps: readonly (readonly [name: string, lay: (folder: string) => unknown])[] = [
  ['a link to the folder itself', folder => symlinkSync('.', join(folder, 'loop'))],
  ['a link to /', folder => symlinkSync('/', join(folder, 'root'))],
  ['a link to nothing', folder => symlinkSync('nowhere', join(folder, 'dangling.md'))],
  ['a link out of the folder', folder => symlinkSync('/etc/hostname', join(folder, 'outside.md'))],
  ['a link to a device', folder => symlinkSync('/dev/zero', join(folder, 'zero.md'))],
  ['a pipe', folder => execFileSync('mkfifo', [join(folder, 'pipe.md')])],
  [
    'a socket',
    folder =>
      new Promise(resolve => {
        const server = createServer().listen(join(folder, 'socket.md'), () => resolve(undefined))
        scene.after(() => void server.close())
      }),
  ],
  ['a folder nobody may read', folder => mkdirSync(join(folder, 'closed'), {mode: 0})],
  ['a file nobody may read', folder => writeFileSync(join(folder, 'closed.md'), doubtful, {mode: 0})],
  ['a folder named like a file', folder => mkdirSync(join(folder, 'folder.md'))],
  [
    'names that are commands',
    folder => {
      for (const name of [
        '$(touch x).md',
        '`touch x`.md',
        ';touch x;.md',
        '--fix.md',
        '-rf.md',
        'a\nb.md',
        '\u202Efdp.md',
      ])
        writeFileSync(join(folder, name), doubtful)
    },
  ],
  [
    'folders 500 deep',
    folder => {
      const deepest = join(folder, ...Array.from({length: 500}, () => 'd'))
      mkdirSync(deepest, {recursive: true})
      writeFileSync(join(deepest, 'deep.md'), doubtful)
    },
  ],
  [
    'a folder of 10,000 entries',
    folder => {
      mkdirSync(join(folder, 'pictures'))
      for (let at = 0; at < 10_000; at++) writeFileSync(join(folder, `pictures/${at}.png`), '')
    },
  ],
  [
    'a name of bytes that are no UTF-8',
    folder =>
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]),
        doubtful,
      ),
  ],
]
