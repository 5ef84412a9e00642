/** At least two characters, which tells a scheme from a drive of Windows. */
const start = /^[a-z][a-z\d+.-]+:\//i
const address = /^([a-z][a-z\d+.-]+:)(?:\/\/([^/?#]*))?(\/[^?#]*)?$/i

/**
 * A file that is not on the disk as a path of the workspace: its scheme and authority as they are, then the names as a person
 * reads them, `vscode-vfs://github/team/help/Lost card.md`. Undefined for what is no file, such as a new document.
 */
export function virtualPath(uri: string): string | undefined {
  const [, scheme = '', authority = '', path = '/'] = address.exec(uri) ?? []
  if (scheme === '' || scheme === 'untitled:' || /%2f/i.test(path)) return undefined
  try {
    return `${scheme}${authority === '' ? '' : `//${authority}`}${decodeURIComponent(path)}`
  } catch {
    return undefined
  }
}

/** Whether a path is one of `virtualPath`. */
export function isVirtual(path: string): boolean {
  return start.test(path)
}

/** The address of such a path, as clients write it. */
export function virtualUri(path: string): string {
  const [, scheme = '', authority, names = '/'] = /^([^/:]+:)(?:\/\/([^/]*))?(\/.*)?$/s.exec(path) ?? []
  // An address of the disk has an authority even where it is empty.
  const place = authority ?? (scheme === 'file:' ? '' : undefined)
  return `${scheme}${place === undefined ? '' : `//${place}`}${names.split('/').map(encodeURIComponent).join('/')}`
}
