import {principles, severities} from '../../rules/kit/types.ts'
import type {Outcome} from './outcome.ts'
import {type Counts, plainCounts} from './result.ts'

/** What was found in a file, and what it rests on. */
export interface CacheEntry {
  readonly key: string
  readonly outcome: Outcome
}

/** A cache begins with this, so that no other file is taken for one and replaced. */
const head = '{"poiseCache":1,'

/** Whether a text is that of a cache, whole or damaged. An empty file is one that was not written to yet. */
export function isCacheText(text: string): boolean {
  return text === '' || text.startsWith(head)
}

/** The entries of a cache by the names of their files; undefined where it is damaged. */
export function readEntries(text: string): ReadonlyMap<string, CacheEntry> | undefined {
  if (text === '') return new Map()
  try {
    const entries = new Map<string, CacheEntry>()
    for (const [name, value] of Object.entries(recordOf(recordOf(JSON.parse(text))['files']))) {
      const entry = entryOf(recordOf(value))
      if (entry === undefined) return undefined
      entries.set(name, entry)
    }
    return entries
  } catch {
    return undefined
  }
}

/** The text of a cache, with a line for each file. */
export function writeEntries(entries: ReadonlyMap<string, CacheEntry>): string {
  const lines = [...entries].map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`)
  return `${head}"files":{\n${lines.join(',\n')}\n}}\n`
}

type Data = Readonly<Record<string, unknown>>

function entryOf({key, outcome}: Data): CacheEntry | undefined {
  const {report, counts, isRead, notWritten} = recordOf(outcome)
  const read = countsOf(recordOf(counts))
  const isSound = typeof key === 'string' && typeof report === 'string' && !steers(report)
  if (!isSound || read === undefined || typeof isRead !== 'boolean' || typeof notWritten !== 'boolean') return undefined
  return {key, outcome: {report, counts: read, isRead, notWritten}}
}

function countsOf(data: Data): Counts | undefined {
  const plain = numbersOf(data, plainCounts)
  const bySeverity = numbersOf(recordOf(data['bySeverity']), severities)
  const byPrinciple = numbersOf(recordOf(data['byPrinciple']), principles)
  return plain && bySeverity && byPrinciple && {...plain, bySeverity, byPrinciple}
}

function numbersOf<Name extends string>(
  data: Data,
  names: readonly Name[],
): Readonly<Record<Name, number>> | undefined {
  const isSound = names.every(name => Number.isSafeInteger(data[name]) && Number(data[name]) >= 0)
  if (!isSound) return undefined
  return Object.fromEntries(names.map(name => [name, Number(data[name])])) as Record<Name, number>
}

/** Whether a report holds more than text and colours: a cache could come from anywhere, and what it holds is printed. */
function steers(report: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
  return /[\u0000-\u0009\u000B-\u001A\u001C-\u001F\u007F-\u009F]|\u001B(?!\[\d{1,2}m)/.test(report)
}

function recordOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}
}
