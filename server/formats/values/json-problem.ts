import type {Span} from '../../../rules/kit/types.ts'
import type {Problem} from '../format.ts'

const remedies = {
  comma: 'put a comma before this',
  colon: 'put a colon between a name and its value',
  name: 'put the name in double quotation marks',
  value: 'write a value for this name, or remove the name',
  quote: 'close this text with a quotation mark, and write a line break inside it as \\n',
  escape: 'inside a text, write a backslash as \\\\ and a tab as \\t',
  bracket: 'give each bracket its partner',
  comment: 'close this comment with */',
  stray: 'remove this, or put it in double quotation marks',
  after: 'put several values into one list, between [ and ]',
  end: 'the file breaks off here, so add what is missing or export it again',
} as const

/** What would make a broken place of a JSON file whole. */
export type Remedy = keyof typeof remedies | 'depth'

/** A broken place of a JSON file. */
export function jsonProblem(remedy: Remedy, span: Span<'source'>): Problem {
  if (remedy === 'depth') {
    const message = 'This is nested too deeply for Poise to read, so it is left out; keep replies nearer to the top.'
    return {code: 'too-deep', message, span}
  }
  return {
    code: 'json-syntax',
    message: `This is not valid JSON: ${remedies[remedy]}. Poise reads the entries that are complete.`,
    span,
  }
}
