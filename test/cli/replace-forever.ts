// Replaces a file's text to and fro until it is killed: node replace-forever.ts FILE ONE OTHER
import {readFileSync} from 'node:fs'
import {replaceFile} from '../../server/node/replace-file.ts'

const [file = '', one = '', other = ''] = process.argv.slice(2)
for (let round = 0; ; round++) {
  const before = readFileSync(file, 'utf8')
  const after = before.startsWith(one) ? before.replaceAll(one, other) : before.replaceAll(other, one)
  const message = replaceFile(file, before, after)
  if (message !== undefined) throw new Error(message)
  if (round === 1) console.log('at work')
}
