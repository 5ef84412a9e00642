import type {Edit} from '../processes/server.ts'

const typed = 'a few words more '

/**
 * Types in a text for ever: some words at the end of a sentence, then takes them back and goes to another place. The text is never
 * more than a few words longer than it was.
 */
export function* typist(text: string, canTypeIn: (line: string) => boolean = isProse): Generator<Edit, never> {
  const places = placesIn(text, canTypeIn)
  if (places.length === 0) throw new Error('There is no line of prose to type in.')
  for (let turn = 0; ; turn++) {
    const {line, character} = places[(turn * 7919) % places.length] ?? {line: 0, character: 0}
    for (let index = 0; index < typed.length; index++)
      yield {line, character: character + index, inserts: typed.charAt(index)}
    for (let index = typed.length; index > 0; index--) yield {line, character: character + index, deletes: 1}
  }
}

/** A line of Markdown that is prose in all likelihood. */
const isProse = (line: string): boolean => /^[A-Z][^|<>{}]{60,}\.$/.test(line)

/** A line of an export that holds a reply's text. */
export const isReply = (line: string): boolean => line.includes('"value": "<p>')

function placesIn(text: string, canTypeIn: (line: string) => boolean): readonly Pick<Edit, 'line' | 'character'>[] {
  return text.split('\n').flatMap((content, line) => {
    if (!canTypeIn(content)) return []
    // Behind a word in the middle of the line.
    const space = /[a-z] [a-z]/.exec(content.slice(content.length >> 1))
    return space === null ? [] : [{line, character: (content.length >> 1) + space.index + 2}]
  })
}
