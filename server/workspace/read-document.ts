import type {Problem} from '../formats/format.ts'
import type {FileSystem, ReadFailure} from './files.ts'

/** A document's text as the file has it, with its byte order mark if any; or why it was not read, with the remedy. */
export type ReadDocument =
  | {readonly text: string; readonly problem?: never}
  | {readonly problem: Problem; readonly text?: never}

/** Reads a document of at most `limit` bytes. Never rejects. */
export async function readDocument(files: FileSystem, path: string, limit: number): Promise<ReadDocument> {
  const read = await files.readFile(path, limit)
  if (read.failure !== undefined)
    return {problem: problemOf(read.failure, failureMessage(read.failure, limit, read.size))}
  const text = decodeText(read.bytes)
  return typeof text === 'string' ? {text} : {problem: problemOf(text.code, text.message)}
}

/** The text of UTF-8 bytes, with their byte order mark as U+FEFF; or what they are instead, with the remedy. */
export function decodeText(
  bytes: Uint8Array,
): string | {readonly code: 'not-utf8' | 'binary'; readonly message: string} {
  const mark = `${bytes[0]} ${bytes[1]}`
  if (mark === '255 254' || mark === '254 255')
    return {code: 'not-utf8', message: 'The file is saved as UTF-16. Save it as UTF-8, and Poise reads it.'}
  if (bytes.includes(0))
    return {
      code: 'binary',
      message: 'The file holds binary data, not text. Leave it out with "ignore" in .poise.json, or rename it.',
    }
  try {
    return makeDecoder().decode(bytes)
  } catch {
    return {
      code: 'not-utf8',
      message: `Line ${badLine(bytes)} holds bytes that are not UTF-8. Save the file as UTF-8, and Poise reads it.`,
    }
  }
}

function makeDecoder(): TextDecoder {
  return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
}

/** The first line, counted from 1, that is not UTF-8: no character of UTF-8 holds the byte of a line feed, so lines decode alone. */
function badLine(bytes: Uint8Array): number {
  const decoder = makeDecoder()
  for (let line = 1, start = 0; ; line++) {
    const feed = bytes.indexOf(10, start)
    try {
      decoder.decode(bytes.subarray(start, feed < 0 ? undefined : feed))
    } catch {
      return line
    }
    if (feed < 0) return line
    start = feed + 1
  }
}

function problemOf(code: string, message: string): Problem {
  return {code, message, span: {start: 0, end: 0}}
}

function failureMessage(failure: ReadFailure, limit: number, size = limit + 1): string {
  if (failure === 'missing') return 'There is no such file. Check its name.'
  if (failure === 'folder') return 'This is a folder. Name a file in it.'
  if (failure === 'special') return 'This is a pipe, socket or device. Name a regular file.'
  if (failure === 'unreadable') return 'The file can’t be opened. Give yourself permission to read it.'
  return `The file has ${bytesOf(size)}, and the limit is ${bytesOf(limit)}. Split it, or raise "maxFileSize" in .poise.json.`
}

function bytesOf(size: number): string {
  if (size < 10_000) return `${size} bytes`
  return size < 1_000_000 ? `${Math.ceil(size / 1000)} kB` : `${Math.ceil(size / 100_000) / 10} MB`
}
