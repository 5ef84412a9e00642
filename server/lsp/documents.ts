import type {DidChangeTextDocumentParams, TextDocumentItem} from 'vscode-languageserver'
import type {Change} from '../formats/markdown/fragments.ts'
import {makeSnapshot, type Snapshot} from './snapshot.ts'

/** A document that is open in the client. */
export interface OpenDocument {
  readonly uri: string
  readonly languageId: string
  readonly text: Snapshot
  /** Counts the texts of this session: unlike `text.version`, never the same for two of them. */
  readonly revision: number
  /** The revision that was last opened or saved. */
  readonly savedRevision: number
  /** The last edits, in order, each with the revision that it was made to; empty where the client sent a whole text. */
  readonly edits: readonly {readonly of: number; readonly changes: readonly Change[]}[]
}

/** More edits than this between two checks are looked at as one. */
const editsKept = 50

/** The open documents. */
export interface Documents {
  readonly get: (uri: string) => OpenDocument | undefined
  readonly all: () => readonly OpenDocument[]
  readonly open: (item: TextDocumentItem) => OpenDocument
  /** The changed document, or why the change was refused. */
  readonly change: (params: DidChangeTextDocumentParams) => OpenDocument | 'unknown' | 'stale'
  readonly save: (uri: string) => OpenDocument | undefined
  readonly close: (uri: string) => void
  /** The notebook that a cell is of; undefined for any other document. */
  readonly notebookOf: (uri: string) => string | undefined
  /** Opens a cell of a notebook. */
  readonly openCell: (item: TextDocumentItem, notebook: string) => OpenDocument
}

/** Makes an empty set of documents; two spellings of an address are one document where `keyOf` says so. */
export function makeDocuments(keyOf: (uri: string) => string): Documents {
  const open = new Map<string, OpenDocument>()
  const notebooks = new Map<string, string>()
  let revisions = 0

  function keep(document: OpenDocument): OpenDocument {
    open.set(keyOf(document.uri), document)
    return document
  }

  function openOne({uri, languageId, version, text}: TextDocumentItem): OpenDocument {
    revisions += 1
    const document = makeSnapshot(uri, languageId, version, text)
    return keep({uri, languageId, text: document, revision: revisions, savedRevision: revisions, edits: []})
  }

  return {
    get: uri => open.get(keyOf(uri)),
    all: () => [...open.values()],
    open: openOne,
    openCell(item, notebook) {
      notebooks.set(keyOf(item.uri), notebook)
      return openOne(item)
    },
    notebookOf: uri => notebooks.get(keyOf(uri)),
    change({textDocument: {uri, version}, contentChanges}) {
      const document = open.get(keyOf(uri))
      if (document === undefined) return 'unknown'
      // Some clients send the same version each time; only going back is a sign of lost order.
      if (version < document.text.version) return 'stale'
      revisions += 1
      const {next, changes} = document.text.edit(contentChanges, version)
      const edits = changes ? [...document.edits.slice(1 - editsKept), {of: document.revision, changes}] : []
      return keep({...document, text: next, revision: revisions, edits})
    },
    save(uri) {
      const document = open.get(keyOf(uri))
      return document && keep({...document, savedRevision: document.revision})
    },
    close(uri) {
      open.delete(keyOf(uri))
      notebooks.delete(keyOf(uri))
    },
  }
}
