import type {Entry, EntryType, FileSystem} from '../../server/workspace/files.ts'

/** Files kept in memory, by absolute path; the second argument says of which type the names without content are. */
export function memoryFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  types: Readonly<Record<string, EntryType | 'closed'>> = {},
): FileSystem & {readonly opened: string[]} {
  const opened: string[] = []
  return {
    opened,
    async readFile(path, limit) {
      opened.push(path)
      const content = files[path]
      if (content === undefined) return {failure: types[path] === undefined ? 'missing' : 'special'}
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      return bytes.length > limit ? {failure: 'too-large', size: bytes.length} : {bytes}
    },
    async readHead(path, length) {
      const content = files[path]
      return content === undefined
        ? undefined
        : (typeof content === 'string' ? new TextEncoder().encode(content) : content).subarray(0, length)
    },
    async typeOf(path) {
      if (files[path] !== undefined) return 'file'
      return [...Object.keys(files), ...Object.keys(types)].some(name => name.startsWith(`${path}/`))
        ? 'folder'
        : undefined
    },
    async list(folder) {
      if (types[folder] === 'closed') return undefined
      const entries = new Map<string, Entry>()
      for (const path of [...Object.keys(files), ...Object.keys(types)]) {
        if (!path.startsWith(`${folder}/`)) continue
        const [name = '', ...more] = path.slice(folder.length + 1).split('/')
        const type = types[path] ?? 'file'
        entries.set(name, {name, type: more.length > 0 || type === 'closed' ? 'folder' : type})
      }
      return [...entries.values()].reverse()
    },
  }
}
