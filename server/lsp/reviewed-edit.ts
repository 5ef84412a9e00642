import type {AnnotatedTextEdit, ChangeAnnotation, TextDocumentEdit, WorkspaceEdit} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {Edit} from '../engine/report.ts'
import type {Client} from './capabilities.ts'
import {toRange} from './diagnostics.ts'
import type {SafeRewrite} from './safe-edits.ts'
import {filesIn, type Say} from './words.ts'

/** A text with what rewrites it. */
export interface FixedText {
  readonly uri: string
  /** Of the open document; null for a file on the disk. */
  readonly version: number | null
  readonly text: string
  readonly rewrites: readonly SafeRewrite[]
}

const several = 'several rules'
const review = 'review'

/** The rewrites of many documents, grouped by rule, for a client that shows them to a person before it applies any. */
export function reviewedEdit(texts: readonly FixedText[], client: Client): WorkspaceEdit {
  const documentChanges = texts.map(documentEdit)
  const [first] = texts
  if (first === undefined || !client.ticksUnconfirmed)
    return {documentChanges, changeAnnotations: annotations(client.t, texts, true)}
  // VS Code opens its preview where one change needs confirmation, and ticks only those that need none. This one does nothing, since the file is there: so
  // the preview opens with everything ticked.
  const nothing = {kind: 'create', uri: first.uri, options: {ignoreIfExists: true}, annotationId: review} as const
  const asks = {label: client.t('Poise: safe rewrites'), needsConfirmation: true}
  return {
    documentChanges: [nothing, ...documentChanges],
    changeAnnotations: {...annotations(client.t, texts, false), [review]: asks},
  }
}

function documentEdit({uri, version, text, rewrites}: FixedText): TextDocumentEdit {
  // An editor keeps the byte order mark of a file apart from its text; offsets count it.
  const mark = version === null && text.startsWith('\uFEFF') ? 1 : 0
  const document = TextDocument.create(uri, '', 0, text.slice(mark))
  const all = rewrites.flatMap(each => each.edits)
  const edits = rewrites.flatMap(({edits, rule = several}) =>
    inOne(text, edits, all).map(({span: {start, end}, text: newText}): AnnotatedTextEdit => {
      return {range: toRange(document, {start: start - mark, end: end - mark}), newText, annotationId: rule}
    }),
  )
  return {textDocument: {uri, version}, edits}
}

/** The edits of a rewrite as one, so that nobody applies half of it; unless an edit of another rewrite lies between them. */
function inOne(text: string, edits: readonly Edit[], all: readonly Edit[]): readonly Edit[] {
  const [first, last] = [edits[0], edits.at(-1)]
  if (first === undefined || last === undefined || first === last) return edits
  const span = {start: first.span.start, end: last.span.end}
  if (all.some(each => !edits.includes(each) && each.span.start < span.end && each.span.end > span.start)) return edits
  const parts = edits.map(
    (edit, index) => edit.text + text.slice(edit.span.end, edits[index + 1]?.span.start ?? edit.span.end),
  )
  return [{span, text: parts.join('')}]
}

function annotations(
  t: Say,
  texts: readonly FixedText[],
  needsConfirmation: boolean,
): Record<string, ChangeAnnotation> {
  const counts = new Map<string, {rewrites: number; readonly files: Set<string>}>()
  for (const {uri, rewrites} of texts) {
    for (const {rule = several} of rewrites) {
      const count = counts.get(rule) ?? {rewrites: 0, files: new Set()}
      counts.set(rule, {rewrites: count.rewrites + 1, files: count.files.add(uri)})
    }
  }
  return Object.fromEntries(
    [...counts].map(([rule, {rewrites, files}]) => {
      const label =
        rule === several ? t('Poise: rewrites that follow from others') : t('Poise: safe rewrites of “{0}”', rule)
      const description = t('{0} in {1}', rewrites, filesIn(t, files.size))
      return [rule, {label, description, needsConfirmation}]
    }),
  )
}
