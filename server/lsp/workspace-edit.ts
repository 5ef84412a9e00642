import type {SnippetTextEdit, TextEdit, WorkspaceEdit} from 'vscode-languageserver'
import type {Edit} from '../engine/report.ts'
import {hasSlot, plainSlots} from '../engine/slots.ts'
import type {Client} from './capabilities.ts'
import {toRange} from './diagnostics.ts'
import type {Text} from './snapshot.ts'

/** Edits of one open document as the client understands them: with the version where it can check it. */
export function editDocument(document: Text, edits: readonly Edit[], client: Client): WorkspaceEdit {
  return versioned(
    document,
    edits.map(edit => textEdit(document, edit)),
    client,
  )
}

/** The same, with each `⟦slot⟧` a place to type at where the client has them; else it stays in square brackets. */
export function editWithSlots(document: Text, edits: readonly Edit[], client: Client): WorkspaceEdit {
  if (!client.snippetEdits || !edits.some(({text}) => hasSlot(text))) {
    return editDocument(
      document,
      edits.map(edit => ({...edit, text: plainSlots(edit.text)})),
      client,
    )
  }
  let stop = 0
  const snippets = edits.map((edit): SnippetTextEdit => {
    const value = toSnippet(edit.text, () => ++stop)
    return {range: toRange(document, edit.span), snippet: {kind: 'snippet', value}}
  })
  return versioned(document, snippets, client)
}

function toSnippet(text: string, nextStop: () => number): string {
  return text
    .split(/(⟦[^⟧]*⟧)/)
    .map(part => (hasSlot(part) ? `\${${nextStop()}:${escapeSnippet(part.slice(1, -1))}}` : escapeSnippet(part)))
    .join('')
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

function textEdit(document: Text, {span, text}: Edit): TextEdit {
  return {range: toRange(document, span), newText: text}
}

function versioned(document: Text, edits: (TextEdit | SnippetTextEdit)[], client: Client): WorkspaceEdit {
  if (client.documentChanges)
    return {documentChanges: [{textDocument: {uri: document.uri, version: document.version}, edits}]}
  return {changes: {[document.uri]: edits.filter(edit => 'newText' in edit)}}
}
