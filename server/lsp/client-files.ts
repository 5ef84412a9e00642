import type {Connection} from 'vscode-languageserver'
import type {Entry, FileSystem, Read, ReadFailure} from '../workspace/files.ts'
import {isVirtual, virtualPath, virtualUri} from '../workspace/virtual-path.ts'
import type {Host} from './host.ts'

/** What a client answers to `poise/readFile`: the file's bytes, or its first ones, in base 64. */
type ReadAnswer =
  | {readonly base64: string; readonly failure?: never}
  | {readonly failure: ReadFailure; readonly size?: number}

/**
 * Adds to a host the files that only its client can reach: those of a virtual file system, and in a browser all. The client
 * answers for what lies in the workspace folders, and says that anything else is missing.
 */
export function withClientFiles(host: Host, connection: Connection): Host {
  const virtual = clientFiles(connection)
  const filesOf = (path: string) => (isVirtual(path) ? virtual : host.files)
  const {write} = host
  const {realPath} = host.files
  return {
    ...host,
    ...(write && {
      write: async (path, before, after) =>
        isVirtual(path)
          ? 'Poise can write files of a disk alone. Run poise in a terminal where they are.'
          : write(path, before, after),
    }),
    files: {
      readFile: (path, limit) => filesOf(path).readFile(path, limit),
      readHead: (path, length) => filesOf(path).readHead(path, length),
      typeOf: path => filesOf(path).typeOf(path),
      list: folder => filesOf(folder).list(folder),
      // A virtual file system shows no links.
      ...(realPath && {realPath: async path => (isVirtual(path) ? path : realPath(path))}),
    },
    pathOf: uri => host.pathOf(uri) ?? virtualPath(uri),
    uriOf: path => (isVirtual(path) ? virtualUri(path) : host.uriOf(path)),
  }
}

function clientFiles(connection: Connection): FileSystem {
  /** What the client answers, or `otherwise` where it answers nothing or with an error. */
  async function ask<Answer>(what: string, path: string, otherwise: Answer, more?: object): Promise<Answer> {
    try {
      const answer = await connection.sendRequest<Answer | null>(`poise/${what}`, {uri: virtualUri(path), ...more})
      return answer ?? otherwise
    } catch {
      return otherwise
    }
  }
  const failed: ReadAnswer = {failure: 'unreadable'}
  return {
    async readFile(path, limit): Promise<Read> {
      const answer = await ask<ReadAnswer>('readFile', path, failed, {limit})
      if (answer.failure !== undefined) return answer
      return {bytes: bytesOf(answer.base64)}
    },
    async readHead(path, length) {
      const answer = await ask<ReadAnswer>('readHead', path, failed, {length})
      return answer.failure === undefined ? bytesOf(answer.base64) : undefined
    },
    typeOf: path => ask<'file' | 'folder' | 'other' | undefined>('typeOf', path, undefined),
    list: folder => ask<readonly Entry[] | undefined>('list', folder, undefined),
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), char => char.charCodeAt(0))
}
