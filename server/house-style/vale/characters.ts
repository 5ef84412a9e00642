/** A set of characters: a bit for each of ASCII, one for all other letters and digits, one for the curly apostrophe, and one for all else. */
export type Characters = bigint

const ascii = Array.from({length: 128}, (_, code) => String.fromCharCode(code))
const otherWord = 1n << 128n
const otherSign = 1n << 129n
const curlyApostrophe = 1n << 130n

export const everything: Characters = (1n << 131n) - 1n
export const nothing: Characters = 0n

const matching = (pattern: RegExp): Characters =>
  ascii.reduce((set, char, code) => (pattern.test(char) ? set | (1n << BigInt(code)) : set), 0n)

export const lineFeed: Characters = matching(/\n/)
export const wordCharacters: Characters = matching(/\w/) | otherWord
export const digits: Characters = matching(/\d/)
export const spaces: Characters = matching(/\s/) | otherSign

/** The characters that are not in a set; what is partly in it stays. */
export function except(set: Characters): Characters {
  return (everything & ~set) | (set & (otherWord | otherSign))
}

/** The set of one character; without its case, where that does not count. */
export function setOf(char: string, ignoreCase: boolean): Characters {
  const forms = ignoreCase ? [char.toLowerCase(), char.toUpperCase()] : [char]
  return forms.reduce((set, form) => set | bitOf(form), 0n)
}

function bitOf(char: string): Characters {
  const code = char.codePointAt(0) ?? 0
  if (code < 128) return 1n << BigInt(code)
  if (char === '’') return curlyApostrophe
  return /[\p{L}\p{N}]/u.test(char) ? otherWord : otherSign
}

/** The set of a range of characters, for example a to z. */
export function rangeOf(from: string, to: string, ignoreCase: boolean): Characters {
  const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0]
  const inAscii = ascii.slice(first, Math.min(last, 127) + 1).reduce((set, char) => set | setOf(char, ignoreCase), 0n)
  return last < 128 ? inAscii : inAscii | otherWord | otherSign | curlyApostrophe
}

export const isDisjoint = (one: Characters, other: Characters): boolean => (one & other) === 0n
export const isSubset = (part: Characters, whole: Characters): boolean => (part & ~whole) === 0n

/** The characters of a small set of ASCII, any apostrophe as the straight one; undefined where there are more than `most`, or others. */
export function membersOf(set: Characters, most: number): readonly string[] | undefined {
  if (!isDisjoint(set, otherWord | otherSign)) return undefined
  if (!isDisjoint(set, curlyApostrophe)) return membersOf((set & ~curlyApostrophe) | setOf("'", false), most)
  const members: string[] = []
  for (const [code, char] of ascii.entries()) {
    if (((set >> BigInt(code)) & 1n) === 0n) continue
    if (members.length === most) return undefined
    members.push(char)
  }
  return members
}
