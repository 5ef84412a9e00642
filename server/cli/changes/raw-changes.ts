/** A name that git lists; `name` is undefined where it is not UTF-8, and `shown` is as near to it as text comes. */
export interface ListedName {
  readonly name: string | undefined
  readonly shown: string
}

/** One line of git diff-index --raw. */
export interface RawChange extends ListedName {
  readonly oldMode: string
  readonly newMode: string
  readonly oldId: string
  /** All zeros where the working file is to be looked at. */
  readonly newId: string
  readonly status: string
}

/** Reads names that end in NUL. */
export function readNames(bytes: Uint8Array): readonly ListedName[] {
  return pieces(bytes).map(listedName)
}

/** Reads what git diff-index --raw -z prints: a piece of fields, then a piece with the name. */
export function readRaw(bytes: Uint8Array): readonly RawChange[] {
  const all = pieces(bytes)
  const changes: RawChange[] = []
  for (let at = 0; at + 1 < all.length; at += 2) {
    const fields = new TextDecoder().decode(all[at]).replace(/^:/, '').split(' ')
    const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = fields
    changes.push({...listedName(all[at + 1] ?? new Uint8Array()), oldMode, newMode, oldId, newId, status})
  }
  return changes
}

function pieces(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  for (let start = 0; ; ) {
    const end = bytes.indexOf(0, start)
    if (end < 0) return found
    found.push(bytes.subarray(start, end))
    start = end + 1
  }
}

function listedName(bytes: Uint8Array): ListedName {
  const shown = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  try {
    return {name: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes), shown}
  } catch {
    return {name: undefined, shown}
  }
}
