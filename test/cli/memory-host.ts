import {posix} from 'node:path'
import type {Host} from '../../server/cli/host.ts'
import {systemGit} from '../../server/node/git.ts'
import {watchFolders} from '../../server/node/watch-folders.ts'
import {memoryFiles} from '../workspace/memory-files.ts'

/** A host whose disk is an object, and what was said and printed. */
export interface MemoryHost extends Host {
  readonly said: string[]
}

/** Makes a host of files by their absolute paths; writing changes the object. */
export function memoryHost(files: Record<string, string>): MemoryHost {
  const said: string[] = []
  return {
    said,
    files: memoryFiles(files),
    git: systemGit,
    watchFolders,
    replaceFile(path, before, after) {
      if (files[path] !== before) return 'It changed.'
      files[path] = after
      return undefined
    },
    createFile(path, text) {
      if (files[path] !== undefined) return 'It is there.'
      files[path] = text
      return undefined
    },
    absolute: name => posix.resolve('/w', name),
    shown: path => posix.relative('/w', path) || '.',
    async print(text) {
      said.push(text)
    },
    note: line => said.push(line),
    readInput: async () => undefined,
    step: () => undefined,
    cores: 1,
    build: () => 'test',
    colours: false,
    signal: new AbortController().signal,
  }
}
