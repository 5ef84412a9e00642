import {createScanner} from 'jsonc-parser'
import type {Problem} from '../format.ts'
import {wholeCharacters} from '../prose/whole-characters.ts'
import {jsonProblem, type Remedy} from './json-problem.ts'
import {jsonLiteral} from './json-string.ts'
import {startTree} from './json-tree.ts'
import {JsonOther, JsonText} from './json-values.ts'
import type {Data, TextValue} from './value.ts'

/** The scanner's number for a string that is not closed on its line; its enum can't be imported. */
const unclosed = 2
const known = /^(?:true|false|null|-?Infinity|NaN|-?\d.*)$/
const beforeColon = /[ \t\r\n]*:/y

/** Reads the one string that starts at `start`; undefined where none stands there whole and valid. */
export function jsonStringAt(text: string, start: number): TextValue | undefined {
  if (text[start] !== '"') return undefined
  const scanner = createScanner(text)
  scanner.setPosition(start)
  scanner.scan()
  if (scanner.getTokenError() !== 0) return undefined
  const end = scanner.getPosition()
  // A slice alone would keep the whole file in memory for as long as the value lives.
  return new JsonText(` ${text.slice(start, end)}`, 1, start, end)
}

/**
 * Reads a JSON file, which may have comments and a comma after the last entry. All complete entries of a broken file are kept; a name
 * that stands twice is there twice.
 */
export function readJson(text: string): Data {
  const scanner = createScanner(text)
  const comments: Data['comments'][number][] = []
  const problems = new Map<string, Problem>()
  const closingQuote = quoteFinder(text)

  function report(remedy: Remedy, start: number, end: number): void {
    const kind = remedy === 'depth' ? remedy : 'syntax'
    if (!problems.has(kind)) problems.set(kind, jsonProblem(remedy, wholeCharacters(text, {start, end})))
  }

  const tree = startTree(report)

  /** Takes the string that was scanned and says where it really ends: one that runs over lines is read on to its quotation mark. */
  function string(start: number, scanned: number): number {
    const error = scanner.getTokenError()
    const isName = tree.awaits() === 'name' || (tree.awaits() === 'comma' && tree.isMap())
    const end = error === unclosed ? closingQuote(scanned) : scanned
    if (error === unclosed) report(scanned < text.length ? 'quote' : 'end', start, scanned)
    else if (error !== 0) report('escape', start, scanned)
    if (end === undefined) tree.lose()
    else if (!isName) tree.value(new JsonText(text, start, start, end), start, end)
    else if (error === 0) tree.name(scanner.getTokenValue(), start, end)
    else tree.name(jsonLiteral(text.slice(start, end)).text, start, end)
    return end ?? scanned
  }

  function word(start: number, end: number): number {
    const raw = text.slice(start, end)
    const isKnown = known.test(raw) && scanner.getTokenError() === 0
    beforeColon.lastIndex = end
    if ((tree.awaits() === 'value' && raw.trim() !== '') || (tree.awaits() === 'colon' && isKnown)) {
      if (!isKnown) report('stray', start, end)
      tree.value(new JsonOther(text, start, end), start, end)
    } else if (tree.awaits() === 'name' && beforeColon.test(text)) {
      report('name', start, end)
      tree.name(raw, start, end)
    } else report(isKnown && tree.awaits() === 'comma' ? 'comma' : 'stray', start, end)
    return end
  }

  function comment(start: number, end: number): void {
    const inner = text.slice(start + 2, text[start + 1] === '*' ? end - 2 : end)
    if (scanner.getTokenError() === 0) comments.push({text: inner, span: {start, end}})
    else report('comment', start, start + 2)
  }

  /** Takes what is no bracket and says where it ends. */
  function within(sign: string, start: number, end: number): number {
    if (sign === '"') return string(start, end)
    if (sign === ',') tree.comma(start)
    else if (sign === ':') tree.colon(start)
    else if (text.startsWith('-Infinity', start)) return word(start, start + 9)
    else return word(start, end)
    return end
  }

  let last = 0
  scanner.setPosition(text.startsWith('\ufeff') ? 1 : 0)
  while (scanner.getPosition() < text.length) {
    scanner.scan()
    const start = scanner.getTokenOffset()
    let end = Math.min(scanner.getPosition(), text.length)
    const sign = text.charAt(start)
    if (sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r') continue
    if (sign === '/' && end > start + 1) {
      comment(start, end)
      continue
    }
    if (tree.isDone()) {
      report('after', start, end)
      break
    }
    if (sign === '{' || sign === '[') tree.open(start, sign === '{')
    else if (sign === '}' || sign === ']') tree.close(start, end, sign === '}')
    else if (!tree.isSkipping()) end = within(sign, start, end)
    if (end > scanner.getPosition()) scanner.setPosition(end)
    last = end
  }
  const root = tree.finish(last)
  return {...(root !== undefined && {root}), problems: [...problems.values()], comments}
}

const closing = /[ \t\r\n]*(?:[,:}\]]|$)/y

/**
 * Finds where a string ends that is not closed on its line: at the next quotation mark, if what follows it can follow a string. A file of
 * such lines is searched once.
 */
function quoteFinder(text: string): (from: number) => number | undefined {
  let searched = {from: 0, to: 0, end: undefined as number | undefined}
  return from => {
    if (from >= searched.from && from < searched.to) return searched.end
    let at = from
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    closing.lastIndex = at + 1
    const isEnd = at < text.length && closing.test(text)
    searched = {from, to: at, end: isEnd ? at + 1 : undefined}
    return searched.end
  }
}
