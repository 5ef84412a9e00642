/** A value of plain YAML, and where it stands, quotes included. */
export interface PlainValue {
  readonly value: string
  readonly start: number
  readonly end: number
}

const name = String.raw`[A-Za-z_][\w-]{0,60}`
const words = String.raw`[\p{L}\p{N}(/](?:[^\r\n\t:#]|:(?=\S)|(?<=\S)#)*(?<! )`
const item = String.raw`[A-Za-z\d][\w -]*`
const value = String.raw`(?:${words}|'[^'\r\n\t]*'|"[^"\\\r\n\t]*"|\[(?:${item}(?:, ?${item})*)?\])`
/** A name with its value, the same indented, an item of a list, a comment, or nothing. */
const line = new RegExp(
  String.raw`(?:(${name}):(?: +(${value}))?|( +)${name}:(?: +${value})?|( *- )(${name}: +)?${value}|#[^\r\n]*|) *(?:\r?\n|$)`,
  'uy',
)

/**
 * Reads YAML as most front matter has it: names with values of a line, and under a name without one a list, or indented names with
 * values, as an item of a list may be. Gives the values at the top that are texts; undefined where anything else stands, which a whole
 * parser has to judge.
 */
export function readPlainYaml(yaml: string): ReadonlyMap<string, PlainValue> | undefined {
  const values = new Map<string, PlainValue>()
  const names = new Set<string>()
  let isOpen = false
  /** What lines under the last name begin with, and further ones of an item that is names and values. */
  let lead: string | undefined
  let inner: string | undefined
  for (let at = 0; at < yaml.length; at = line.lastIndex) {
    line.lastIndex = at
    const found = line.exec(yaml)
    if (found === null) return undefined
    const [whole, key, written, indent, bullet, named] = found
    if (key !== undefined) {
      if (names.has(key)) return undefined
      names.add(key)
      isOpen = written === undefined
      lead = inner = undefined
      if (written === undefined || written.startsWith('[')) continue
      const start = at + whole.indexOf(written, key.length + 1)
      const isQuoted = /^["']/.test(written)
      values.set(key, {value: isQuoted ? written.slice(1, -1) : written, start, end: start + written.length})
      continue
    }
    const start = bullet ?? indent
    if (start === undefined) continue
    lead ??= start
    if (!isOpen || (start !== lead && start !== inner)) return undefined
    if (bullet !== undefined) inner = named && ' '.repeat(bullet.length)
  }
  return values
}
