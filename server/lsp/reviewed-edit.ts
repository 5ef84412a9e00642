import type {AnnotatedTextEdit, ChangeAnnotation, TextDocumentEdit, WorkspaceEdit} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Client} from './capabilities.ts'
import {toRange} from './diagnostics.ts'
import type {RuleEdit} from './safe-edits.ts'

/** A text with the edits that rewrite it. */
export interface FixedText {
  readonly uri: string
  /** Of the open document; null for a file on the disk. */
  readonly version: number | null
  readonly text: string
  readonly edits: readonly RuleEdit[]
}

const several = 'several rules'
const review = 'review'

/** The edits of many documents, grouped by rule, for a client that shows them to a person before it applies any. */
export function reviewedEdit(texts: readonly FixedText[], client: Client): WorkspaceEdit {
  const documentChanges = texts.map(documentEdit)
  const [first] = texts
  // VS Code shows its preview where one edit needs confirmation, and ticks only those that need none. One that never does anything, for the file
  // is there, opens the preview with everything ticked.
  if (first === undefined || !client.ticksUnconfirmed)
    return {documentChanges, changeAnnotations: annotations(texts, true)}
  const nothing = {kind: 'create', uri: first.uri, options: {ignoreIfExists: true}, annotationId: review} as const
  const asks = {label: 'Poise: safe rewrites', needsConfirmation: true}
  return {
    documentChanges: [nothing, ...documentChanges],
    changeAnnotations: {...annotations(texts, false), [review]: asks},
  }
}

function documentEdit({uri, version, text, edits}: FixedText): TextDocumentEdit {
  // An editor keeps the byte order mark apart from the text; offsets count it.
  const mark = version === null && text.startsWith('\uFEFF') ? 1 : 0
  const document = TextDocument.create(uri, '', 0, text.slice(mark))
  return {
    textDocument: {uri, version},
    edits: edits.map(({span: {start, end}, text: newText, rule = several}): AnnotatedTextEdit => {
      const range = toRange(document, {start: start - mark, end: end - mark})
      return {range, newText, annotationId: rule}
    }),
  }
}

function annotations(texts: readonly FixedText[], needsConfirmation: boolean): Record<string, ChangeAnnotation> {
  const counts = new Map<string, {edits: number; files: number}>()
  for (const {edits} of texts) {
    for (const {rule = several} of edits) {
      const count = counts.get(rule) ?? {edits: 0, files: 0}
      counts.set(rule, {...count, edits: count.edits + 1})
    }
    for (const rule of new Set(edits.map(each => each.rule ?? several))) {
      const count = counts.get(rule)
      if (count) count.files += 1
    }
  }
  return Object.fromEntries(
    [...counts].map(([rule, {edits, files}]) => [
      rule,
      {
        label: rule === several ? 'Poise: rewrites of several rules in one place' : `Poise: safe rewrites of “${rule}”`,
        description: `${edits} in ${files} ${files === 1 ? 'file' : 'files'}`,
        needsConfirmation,
      },
    ]),
  )
}
