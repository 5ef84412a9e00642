/** Where Vale puts in a text: the next one, or the one with that number. */
const places = /%(?:\[(\d)\])?[sv]|%%/g

/**
 * A message of Vale as one of ours. A substitution says first what to write and then what was found. Where what to write stands in quotes, `quotes`
 * closes them and opens them again, so that each of several choices gets its own.
 */
export function messageOf(
  message: string,
  kind: 'existence' | 'substitution',
): {readonly message: string; readonly quotes: readonly [close: string, open: string]} {
  const names = kind === 'substitution' ? ['better', 'found'] : ['found']
  let next = 0
  let quotes: readonly [string, string] = ['', '']
  const ours = message.replace(places, (whole, number: string | undefined, at: number) => {
    if (whole === '%%') return '%'
    const name = names[number === undefined ? next++ : Number(number) - 1] ?? 'found'
    const [open, close] = [message.charAt(at - 1), message.charAt(at + whole.length)]
    if (name === 'better' && /["'“‘`]/.test(open) && /["'”’`]/.test(close)) quotes = [close, open]
    return `{${name}}`
  })
  return {message: ours, quotes}
}

/** Texts as one reads them: a, b or c; `between` goes around each “or”, to close a quote and open the next. */
export function joinedByOr(texts: readonly string[], [close, open]: readonly [string, string] = ['', '']): string {
  if (texts.length < 2) return texts[0] ?? ''
  return `${texts.slice(0, -1).join(`${close}, ${open}`)}${close} or ${open}${texts.at(-1)}`
}
