/** Of each ASCII character whether it is a letter or digit. */
const ascii = new Uint8Array(128)
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') ascii[char.charCodeAt(0)] = 1

function isWordCode(code: number): boolean {
  if (code < 128) return ascii[code] === 1
  // Quotation marks, dashes and objects are most of what is not ASCII in English.
  if ((code >= 0x2000 && code <= 0x206f) || code === 0xfffc) return false
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code))
}

/**
 * Calls `visit` with the start and end of each run of letters and digits; runs that one of the characters in `joints` holds together are one. (A
 * regular expression does the same at several times the cost, and this runs over all that is read.)
 */
export function eachWord(text: string, joints: string, visit: (start: number, end: number) => void): void {
  const {length} = text
  let at = 0
  while (at < length) {
    if (!isWordCode(text.charCodeAt(at))) {
      at++
      continue
    }
    const start = at
    do {
      at++
      while (at < length && isWordCode(text.charCodeAt(at))) at++
    } while (at + 1 < length && hasCode(joints, text.charCodeAt(at)) && isWordCode(text.charCodeAt(at + 1)))
    visit(start, at)
  }
}

function hasCode(characters: string, code: number): boolean {
  for (let at = 0; at < characters.length; at++) if (characters.charCodeAt(at) === code) return true
  return false
}

/** How many runs of letters, digits and apostrophes a text has. */
export function countWords(text: string): number {
  let count = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Half of a character tells nothing; such letters are rare enough for the slow way.
    if (code >= 0xd800 && code <= 0xdfff) return text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
    const isPart = code === apostrophe || code === curlyApostrophe || isWordCode(code)
    if (isPart && !isInside) count++
    isInside = isPart
  }
  return count
}

const apostrophe = "'".charCodeAt(0)
const curlyApostrophe = '’'.charCodeAt(0)
