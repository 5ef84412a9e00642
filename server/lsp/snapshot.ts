import type {Position, Range, TextDocumentContentChangeEvent} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {type SourceText, sourceText} from '../formats/files/source-text.ts'
import type {Change} from '../formats/markdown/fragments.ts'

/** A text with its lines, as far as Poise looks at it. */
export type Text = Pick<
  TextDocument,
  'uri' | 'languageId' | 'version' | 'lineCount' | 'getText' | 'positionAt' | 'offsetAt'
> & {
  /** Of a text that is edited: to read a part of it without putting it together. */
  readonly source?: SourceText
}

/** One version of a text that never changes; an edit gives the next one, whose table of lines is mended where the edit was. */
export interface Snapshot extends Text {
  readonly source: SourceText
  /** The next version, with the edits in offsets; `changes` is undefined where the client sent the whole text. */
  edit(
    events: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): {readonly next: Snapshot; readonly changes?: readonly Change[]}
}

/** Makes the snapshot of a text that a client opened. */
export function makeSnapshot(uri: string, languageId: string, version: number, text: string): Snapshot {
  return snapshot({uri, languageId, version}, sourceText(text), linesOf(text))
}

/** Where each line starts. */
type Lines = Uint32Array

interface Name {
  readonly uri: string
  readonly languageId: string
  readonly version: number
}

function snapshot(name: Name, text: SourceText, lines: Lines): Snapshot {
  const offsetAt = ({line, character}: Position): number => {
    if (line >= lines.length) return text.length
    const start = lines[Math.max(line, 0)] ?? 0
    return line < 0 ? 0 : Math.min(start + Math.max(character, 0), endOfLine(text, lines, line))
  }
  return {
    ...name,
    source: text,
    lineCount: lines.length,
    getText: range => (range === undefined ? text.whole() : text.slice(...sorted(offsetAt, range))),
    offsetAt,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length))
      const line = lineAt(lines, inside)
      // A position between the two characters of a line break does not exist.
      return {line, character: Math.min(inside, endOfLine(text, lines, line)) - (lines[line] ?? 0)}
    },
    edit(events, version) {
      let now: {readonly text: SourceText; readonly lines: Lines} = {text, lines}
      const changes: Change[] = []
      let isWhole = false
      for (const event of events) {
        if ('range' in event) {
          const [from, to] = sorted(snapshot(name, now.text, now.lines).offsetAt, event.range)
          now = replaced(now, from, to, event.text)
          changes.push({from, to, insert: event.text.length})
        } else {
          now = {text: sourceText(event.text), lines: linesOf(event.text)}
          isWhole = true
        }
      }
      const next = snapshot({...name, version}, now.text, now.lines)
      return isWhole ? {next} : {next, changes}
    },
  }
}

function sorted(offsetAt: (position: Position) => number, {start, end}: Range): [from: number, to: number] {
  const [a, b] = [offsetAt(start), offsetAt(end)]
  return a <= b ? [a, b] : [b, a]
}

function replaced(
  {text, lines}: {readonly text: SourceText; readonly lines: Lines},
  from: number,
  to: number,
  insert: string,
): {readonly text: SourceText; readonly lines: Lines} {
  const next = text.replace(from, to, insert)
  const grown = insert.length - (to - from)
  // An edit can join or split a carriage return and its line feed, so the lines around it are read again too.
  const first = Math.max(0, lineAt(lines, from) - 1)
  const last = Math.min(lines.length - 1, lineAt(lines, to) + 1)
  const end = lines[last + 1]
  const start = lines[first] ?? 0
  const between = linesIn(next.slice(start, end === undefined ? next.length : end + grown), start)
  const behind = first + 1 + between.length
  const mended = new Uint32Array(behind + Math.max(0, lines.length - last - 2))
  mended.set(lines.subarray(0, first + 1))
  mended.set(between, first + 1)
  for (let line = behind; line < mended.length; line++) mended[line] = (lines[line - behind + last + 2] ?? 0) + grown
  return {text: next, lines: mended}
}

function linesOf(text: string): Lines {
  return Uint32Array.from([0, ...linesIn(text, 0)])
}

/** The start of each line that begins in a piece of text, which lies at `base`. */
function linesIn(text: string, base: number): readonly number[] {
  const lines: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 10 && code !== 13) continue
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++
    lines.push(base + at + 1)
  }
  return lines
}

/** The line that holds `offset`. */
function lineAt(lines: Lines, offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Where a line ends, before its break. */
function endOfLine(text: SourceText, lines: Lines, line: number): number {
  const next = lines[line + 1]
  if (next === undefined) return text.length
  return next - (text.slice(next - 2, next) === '\r\n' ? 2 : 1)
}
