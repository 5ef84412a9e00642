import type {Session} from './session.ts'

/** What is done with the cells of a notebook. */
interface Cells {
  readonly opened: (uri: string) => void
  readonly changed: (uri: string) => void
  readonly closed: (uri: string) => void
}

/** Follows the Markdown cells of notebooks: each is a document of its own. */
export function followNotebooks({connection, documents}: Session, {opened, changed, closed}: Cells): void {
  const {synchronization} = connection.notebooks
  synchronization.onDidOpenNotebookDocument(({notebookDocument, cellTextDocuments}) => {
    for (const cell of cellTextDocuments) {
      documents.openCell(cell, notebookDocument.uri)
      opened(cell.uri)
    }
  })
  synchronization.onDidChangeNotebookDocument(({notebookDocument, change: {cells}}) => {
    for (const {uri} of cells?.structure?.didClose ?? []) closed(uri)
    for (const cell of cells?.structure?.didOpen ?? []) {
      documents.openCell(cell, notebookDocument.uri)
      opened(cell.uri)
    }
    for (const {document, changes} of cells?.textContent ?? []) {
      documents.change({textDocument: document, contentChanges: changes})
      changed(document.uri)
    }
  })
  synchronization.onDidSaveNotebookDocument(({notebookDocument}) => {
    for (const {uri} of documents.all()) {
      if (documents.notebookOf(uri) !== notebookDocument.uri) continue
      documents.save(uri)
      opened(uri)
    }
  })
  synchronization.onDidCloseNotebookDocument(({cellTextDocuments}) => {
    for (const {uri} of cellTextDocuments) closed(uri)
  })
}
