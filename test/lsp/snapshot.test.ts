import assert from 'node:assert/strict'
import {test} from 'node:test'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {makeSnapshot} from '../../server/lsp/snapshot.ts'
import {randomFrom} from '../formats/random.ts'

test('after any edits a snapshot has the text and the positions of the protocol’s own text document', () => {
  const {below: pick} = randomFrom(7)
  const pieces = ['a', '\n', '\r', '\r\n', '😀', 'word ', '']
  const text = () => Array.from({length: pick(6)}, () => pieces[pick(pieces.length)]).join('')
  for (let round = 0; round < 300; round++) {
    const start = text() + text() + text()
    let snapshot = makeSnapshot('file:///a', 'markdown', 1, start)
    let document = TextDocument.create('file:///a', 'markdown', 1, start)
    for (let step = 2; step < 8; step++) {
      const length = document.getText().length
      const [from, to] = [pick(length + 1), pick(length + 1)].sort((a, b) => a - b)
      const range = {start: document.positionAt(from ?? 0), end: document.positionAt(to ?? 0)}
      const events = [pick(9) === 0 ? {text: text()} : {range, text: text()}]
      const edited = snapshot.edit(events, step)
      snapshot = edited.next
      // Read anew: the library's own update leaves a wrong table of lines where an edit joins or parts a CRLF.
      document = TextDocument.create('file:///a', 'markdown', step, apply(document, events))
      assert.equal(snapshot.getText(), document.getText())
      assert.equal(snapshot.lineCount, document.lineCount)
      for (let offset = 0; offset <= document.getText().length; offset++) {
        assert.deepEqual(snapshot.positionAt(offset), document.positionAt(offset), JSON.stringify(document.getText()))
        const position = document.positionAt(offset)
        assert.equal(snapshot.offsetAt(position), document.offsetAt(position))
      }
      assert.equal(snapshot.offsetAt({line: 0, character: 99}), document.offsetAt({line: 0, character: 99}))
      assert.equal(snapshot.offsetAt({line: 99, character: 0}), document.offsetAt({line: 99, character: 0}))
    }
  }
})

test('an edit says what it replaced in offsets, and a whole text says nothing', () => {
  const snapshot = makeSnapshot('file:///a', 'markdown', 1, 'one\ntwo\n')
  const range = {start: {line: 1, character: 0}, end: {line: 1, character: 3}}
  assert.deepEqual(snapshot.edit([{range, text: 'three'}], 2).changes, [{from: 4, to: 7, insert: 5}])
  assert.equal(snapshot.edit([{text: 'three'}], 2).changes, undefined)
})

function apply(document: TextDocument, events: Parameters<typeof TextDocument.update>[1]): string {
  return TextDocument.update(TextDocument.create('', '', 0, document.getText()), events, 1).getText()
}
