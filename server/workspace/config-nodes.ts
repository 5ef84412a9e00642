import type {Node} from 'jsonc-parser'
import type {Problem} from '../formats/format.ts'
import {wholeCharacters} from '../formats/prose/whole-characters.ts'

/** Takes a mistake of a configuration file, by its place. Words that take work to find are a function, which is asked only while there is room. */
export type Report = (code: string, start: number, length: number, message: string | (() => string)) => void

/** So many problems of a file are shown; a hostile one could have millions. */
export const maxProblems = 100

/** The problems of a file as they are reported, in UTF-16 offsets of its text, of whole characters: the first `most` of them. */
export function problemList(
  text: string,
  most = maxProblems,
): {readonly problems: readonly Problem[]; readonly report: Report} {
  const problems: Problem[] = []
  return {
    problems,
    report(code, start, length, message) {
      if (problems.length >= most) return
      const words = typeof message === 'string' ? message : message()
      problems.push({code, message: words, span: wholeCharacters(text, {start, end: start + length})})
    },
  }
}

/** A setting as it stands in the file. */
export interface Property {
  readonly key: Node
  readonly name: string
  readonly value: Node
}

/** The settings of an object; one that is set twice is reported, and both are here. */
export function propertiesOf(tree: Node, report: Report): readonly Property[] {
  const seen = new Set<string>()
  const properties: Property[] = []
  for (const {children} of tree.children ?? []) {
    const key = children?.[0]
    const value = children?.[1]
    if (key === undefined || value === undefined) continue
    const name = String(key.value)
    if (seen.has(name))
      report(
        'config-duplicate',
        key.offset,
        key.length,
        `“${short(name)}” is set twice. The last one counts; remove the other.`,
      )
    seen.add(name)
    properties.push({key, name, value})
  }
  return properties
}

/** A name of the file, cut to what a message can show. */
export function short(name: string, most = 40): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`
}

/** Words as a message lists them: "a", "b" or "c". */
export function listOf(words: readonly string[]): string {
  const quoted = words.map(word => `"${word}"`)
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
