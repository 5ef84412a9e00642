import {applyEdits, findNodeAtLocation, type JSONPath, modify, type ParseError, parseTree} from 'jsonc-parser'
import type {WorkspaceEdit} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {configName} from '../workspace/config-keys.ts'
import {entryOf, parentOf, pathInside} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import type {Analysis} from './analysis.ts'
import type {Session} from './session.ts'

/** What is set in a configuration file: the path of its place, and the value; a path that ends in -1 adds to a list. */
interface Setting {
  readonly path: JSONPath
  readonly value: unknown
}

/** Turns `rule` off in the configuration file nearest to a document, or in a new one in its workspace folder. */
export function turnOffEdit(session: Session, uri: string, rule: string): Promise<WorkspaceEdit | undefined> {
  return settingEdit(session, uri, {path: ['rules', rule], value: 'off'})
}

/** Adds a phrase rule to the configuration file nearest to a document, or to a new one in its workspace folder. */
export function addPhraseEdit(
  session: Session,
  uri: string,
  phrase: {readonly find: string; readonly say?: string},
): Promise<WorkspaceEdit | undefined> {
  return settingEdit(session, uri, {path: ['phrases', -1], value: phrase})
}

/** Allows a phrase in that file. */
export function allowEdit(session: Session, uri: string, phrase: string): Promise<WorkspaceEdit | undefined> {
  return settingEdit(session, uri, {path: ['allow', -1], value: phrase})
}

async function settingEdit(session: Session, uri: string, setting: Setting): Promise<WorkspaceEdit | undefined> {
  const path = session.host.pathOf(uri)
  const root = path === undefined ? undefined : folderOf(session, path)
  if (path === undefined || root === undefined) return undefined
  const nearest = await nearestConfig(session, path, root)
  if (nearest !== undefined) return changeConfig(session, nearest, setting)
  if (!session.client.createFile) return undefined
  const target = session.host.uriOf(entryOf(root, configName))
  const newText = applyEdits('{}\n', modifyConfig('{}\n', setting))
  const start = {line: 0, character: 0}
  return {
    documentChanges: [
      {kind: 'create', uri: target, options: {ignoreIfExists: true}},
      {textDocument: {uri: target, version: null}, edits: [{range: {start, end: start}, newText}]},
    ],
  }
}

/** Whether a document has a place for settings: they are written into a file of the workspace. */
export function canConfigure(session: Session, {document}: Pick<Analysis, 'document'>): boolean {
  const path = session.host.pathOf(document.uri)
  return path !== undefined && folderOf(session, path) !== undefined
}

/** The workspace folder that holds `path`: the innermost, where folders nest. */
export function folderOf(session: Session, path: string): string | undefined {
  return session
    .folders()
    .filter(folder => pathInside(folder, path) !== undefined)
    .toSorted((a, b) => b.length - a.length)[0]
}

/** The nearest configuration file that does not lie outside of the workspace. */
async function nearestConfig(session: Session, path: string, root: string): Promise<string | undefined> {
  for (let folder = parentOf(path); folder !== undefined; folder = folder === root ? undefined : parentOf(folder)) {
    const file = entryOf(folder, configName)
    if ((await session.host.files.typeOf(file)) === 'file') return file
  }
  return undefined
}

async function changeConfig(session: Session, path: string, setting: Setting): Promise<WorkspaceEdit | undefined> {
  const uri = session.host.uriOf(path)
  const open = session.documents.get(uri)
  const text = open?.text.getText() ?? (await textOnDisk(session, path))
  if (text === undefined) return undefined
  const document = TextDocument.create(uri, 'jsonc', open?.text.version ?? 0, text)
  if (!canTake(text, setting)) return undefined
  const changes = modifyConfig(text, setting)
  const edits = changes.map(({offset, length, content}) => ({
    range: {start: document.positionAt(offset), end: document.positionAt(offset + length)},
    newText: content,
  }))
  if (session.client.documentChanges)
    return {documentChanges: [{textDocument: {uri, version: open?.text.version ?? null}, edits}]}
  return {changes: {[uri]: edits}}
}

/** Whether a setting has a clear place in a file: an edit of a broken one could make it worse. */
function canTake(text: string, {path}: Setting): boolean {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, {allowTrailingComma: true, allowEmptyContent: true})
  if (errors.length > 0 || (tree !== undefined && tree.type !== 'object')) return false
  const place = tree && findNodeAtLocation(tree, path.slice(0, 1))
  return place === undefined || place.type === (typeof path[1] === 'number' ? 'array' : 'object')
}

/** The edits that set something in the text of a configuration file; comments stay where they are. */
function modifyConfig(text: string, {path, value}: Setting): ReturnType<typeof modify> {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const formattingOptions = {eol, tabSize: indent === '\t' ? 1 : indent.length, insertSpaces: !indent.startsWith('\t')}
  return modify(text, path, value, {formattingOptions, isArrayInsertion: path.at(-1) === -1})
}

async function textOnDisk(session: Session, path: string): Promise<string | undefined> {
  const {bytes} = await session.host.files.readFile(path, 1_000_000)
  const text = bytes && decodeText(bytes)
  return typeof text === 'string' ? text : undefined
}
