import {FileSystemError, FileType, Uri, workspace} from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'

/** What the server is told of a file that it asked for; the same words as for files of the disk. */
type ReadAnswer =
  | {readonly base64: string}
  | {readonly failure: 'missing' | 'unreadable' | 'folder' | 'special' | 'too-large'; readonly size?: number}

/** A file system gives whole files only, so of a larger one the server does not get the first bytes either. */
const largestForHead = 20_000_000

/** Answers the server for files that only the editor can reach: those of virtual workspaces, and in a browser all. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest<ReadAnswer, void>('poise/readFile', ({uri, limit}: {uri: string; limit: number}) =>
    readFile(uri, limit),
  )
  client.onRequest<ReadAnswer, void>('poise/readHead', ({uri, length}: {uri: string; length: number}) =>
    readFile(uri, largestForHead, length),
  )
  client.onRequest<string | null, void>('poise/typeOf', async ({uri}: {uri: string}) => {
    const type = await typeOf(uri)
    return type === undefined ? null : nameOf(type & ~FileType.SymbolicLink)
  })
  client.onRequest('poise/list', async ({uri}: {uri: string}) => {
    const folder = inWorkspace(uri)
    if (folder === undefined) return null
    const entries = await workspace.fs.readDirectory(folder).then(undefined, () => undefined)
    return entries?.map(([name, type]) => ({name, type: nameOf(type)})) ?? null
  })
}

async function readFile(address: string, limit: number, length = limit): Promise<ReadAnswer> {
  const uri = inWorkspace(address)
  if (uri === undefined) return {failure: 'missing'}
  try {
    const {type, size} = await workspace.fs.stat(uri)
    if ((type & FileType.Directory) !== 0) return {failure: 'folder'}
    if ((type & FileType.File) === 0) return {failure: 'special'}
    if (size > limit) return {failure: 'too-large', size}
    const bytes = await workspace.fs.readFile(uri)
    // Some file systems don't know a size before they have read the file.
    if (bytes.length > limit) return {failure: 'too-large', size: bytes.length}
    return {base64: base64Of(bytes.subarray(0, length))}
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound'
    return {failure: isMissing ? 'missing' : 'unreadable'}
  }
}

async function typeOf(address: string): Promise<FileType | undefined> {
  const uri = inWorkspace(address)
  if (uri === undefined) return undefined
  return workspace.fs.stat(uri).then(
    ({type}) => type,
    () => undefined,
  )
}

/** The address, if it lies in a folder of the workspace: the server is given nothing else. */
function inWorkspace(address: string): Uri | undefined {
  const uri = Uri.parse(address)
  const leadsOut = uri.path.split('/').includes('..')
  return leadsOut || workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri
}

function nameOf(type: FileType): 'file' | 'folder' | 'link' | 'other' {
  if ((type & FileType.SymbolicLink) !== 0) return 'link'
  if (type === FileType.File) return 'file'
  return type === FileType.Directory ? 'folder' : 'other'
}

function base64Of(bytes: Uint8Array): string {
  // One call has room for so many arguments, not for a whole file.
  const step = 0x8000
  let text = ''
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step))
  }
  return btoa(text)
}
