import assert from 'node:assert/strict'
import {test} from 'node:test'
import {type OpenFile, openFile} from '../../server/formats/files/file.ts'
import {sourceText} from '../../server/formats/files/source-text.ts'

const nature = {path: '/w/replies.json', kind: 'macro', named: true} as const
const text = JSON.stringify([
  {title: 'Refund', purpose: 'answer', content: 'Hi Ana, your refund was sent today. Reply here with any question.'},
  {content: 'Hi Ben, your seat is booked for Monday. Reply here with any question.'},
])

function open(): OpenFile {
  const file = openFile(text, nature)
  assert.ok(file)
  return file
}

/** The file after `old` is replaced, and the same read anew. */
function replaced(old: string, insert: string): readonly [edited: OpenFile, fresh: OpenFile | undefined] {
  const from = text.indexOf(old)
  assert.ok(from >= 0)
  const next = text.slice(0, from) + insert + text.slice(from + old.length)
  const edited = open().edit([{from, to: from + old.length, insert: insert.length}], sourceText(next))
  return [edited, openFile(next, nature)]
}

const seen = (file: OpenFile | undefined) =>
  file?.parts.map(({base, reply, read}) => ({base, reply, title: read().title, purpose: read().purpose}))

test('an edit of what the file says about a reply reaches its reading', () => {
  const [edited, fresh] = replaced('"answer"', '"ask"')
  assert.equal(edited.parts[0]?.read().purpose, 'ask')
  assert.deepEqual(seen(edited), seen(fresh))
})

test('a reply that is called by its first words is renamed with them', () => {
  const [edited, fresh] = replaced('Hi Ben', 'Dear Ben')
  assert.match(edited.parts[1]?.reply?.title ?? '', /^Dear Ben/)
  assert.deepEqual(seen(edited), seen(fresh))
})

test('an edit inside one string reads that string alone, and moves what stands behind it', () => {
  const before = open()
  const from = text.indexOf('today')
  const next = text.replace('today', 'yesterday')
  const edited = before.edit([{from, to: from + 5, insert: 9}], sourceText(next))
  assert.equal(edited.parts[1]?.read, before.parts[1]?.read)
  assert.notEqual(edited.parts[0]?.read, before.parts[0]?.read)
  assert.deepEqual(seen(edited), seen(openFile(next, nature)))
})
