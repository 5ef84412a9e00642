import type {WorkspaceEdit} from 'vscode-languageserver'
import type {Purpose} from '../../rules/kit/types.ts'
import {applyEdits} from '../engine/fix.ts'
import type {Edit, Finding} from '../engine/report.ts'
import {readMarkdown} from '../formats/markdown/markdown.ts'
import {purposeEdit} from '../formats/markdown/purpose-line.ts'
import {phraseEdit} from './add-phrase.ts'
import {type Analysis, shownIn} from './analysis.ts'
import {allowEdit, turnOffEdit} from './configuration-edit.ts'
import {ignoreFileEdit, ignoreHereEdits} from './ignore-edit.ts'
import {safeEditsIn} from './safe-edits.ts'
import type {Session} from './session.ts'
import {editDocument, editWithSlots} from './workspace-edit.ts'

/** What a code action does, in a form that survives the way to the client and back. */
export type Fix =
  | {
      readonly does: 'suggestion'
      readonly rule: string
      readonly start: number
      readonly end: number
      readonly index: number
    }
  | {readonly does: 'all'; readonly rule?: string}
  | {readonly does: 'ignore-here'; readonly rule: string; readonly start: number; readonly end: number}
  | {readonly does: 'ignore-file'; readonly rule: string}
  | {readonly does: 'turn-off'; readonly rule: string}
  | {readonly does: 'add-phrase'; readonly find: string}
  | {readonly does: 'allow'; readonly phrase: string}
  | {readonly does: 'problem'; readonly code: string; readonly start: number; readonly end: number}
  | {readonly does: 'purpose'; readonly purpose: Purpose}

/** The edit that `fix` stands for in the very text of `analysis`; undefined where there is none (any more). */
export async function editOf(session: Session, analysis: Analysis, fix: Fix): Promise<WorkspaceEdit | undefined> {
  const {document, report} = analysis
  const {client} = session
  switch (fix.does) {
    case 'suggestion': {
      const suggestion = findingOf(analysis, fix)?.suggestions[fix.index]
      return suggestion && editWithSlots(document, suggestion.edits, client)
    }
    case 'all': {
      const check = await session.freshCheckerOf(document.uri)
      const edits = safeEditsIn(document.getText(), report, check, fix.rule)
      return edits.length === 0 ? undefined : editDocument(document, edits, client)
    }
    case 'ignore-here': {
      const finding = findingOf(analysis, fix)
      if (finding === undefined || analysis.file === undefined) return undefined
      const blocks = analysis.file.parts.flatMap(part => part.read().blocks)
      const edits = ignoreHereEdits(document.getText(), blocks, finding.span, fix.rule)
      const edit = await firstThatSilences(session, analysis, finding, edits)
      return edit && editWithSlots(document, [client.snippetEdits ? edit : withoutReason(edit)], client)
    }
    case 'ignore-file': {
      const edit = ignoreFileEdit(document.getText(), fix.rule)
      return editWithSlots(document, [client.snippetEdits ? edit : withoutReason(edit)], client)
    }
    case 'purpose': {
      const edit = purposeEdit(document.getText(), fix.purpose)
      return edit && editDocument(document, [edit], client)
    }
    case 'problem': {
      const problem = report.problems.find(each => each.code === fix.code && isAt(each, fix))
      const text = problem?.fix
      return text === undefined || problem === undefined
        ? undefined
        : editDocument(document, [{span: problem.span, text}], client)
    }
    case 'turn-off':
      return turnOffEdit(session, document.uri, fix.rule)
    case 'add-phrase':
      return phraseEdit(session, document.uri, fix.find)
    case 'allow':
      return allowEdit(session, document.uri, fix.phrase)
  }
}

function findingOf(
  analysis: Analysis,
  at: {readonly rule: string; readonly start: number; readonly end: number},
): Finding | undefined {
  return shownIn(analysis, at).find(finding => finding.rule === at.rule && isAt(finding, at))
}

function isAt({span}: Pick<Finding, 'span'>, {start, end}: {readonly start: number; readonly end: number}): boolean {
  return span.start === start && span.end === end
}

/** What a comment does depends on lists, quotes and tables around it, so each place is tried on a copy before it is offered. */
async function firstThatSilences(
  session: Session,
  {document, report: {kind}}: Analysis,
  {rule, span}: Finding,
  edits: readonly Edit[],
): Promise<Edit | undefined> {
  const check = await session.checkerOf(document.uri)
  const before = readMarkdown(document.getText(), kind).blocks.length
  return edits.find(edit => {
    const comment = withoutReason(edit)
    const text = applyEdits(document.getText(), [comment])
    const start = span.start + comment.text.length
    return (
      readMarkdown(text, kind).blocks.length === before &&
      !check(text).findings.some(each => each.rule === rule && each.span.start === start)
    )
  })
}

function withoutReason(edit: Edit): Edit {
  return {...edit, text: edit.text.replace(': ⟦reason⟧', '')}
}
