import type {Span} from '../../../rules/kit/types.ts'
import type {Remedy} from './json-problem.ts'
import {deepest, type Entry, type Value} from './value.ts'

/** What must come next; a comma or the end of the map or list comes after a value. */
type Awaited = 'name' | 'colon' | 'value' | 'comma'

/** A map or list whose closing bracket has not been read. */
interface Frame {
  readonly start: number
  /** One of the two. */
  readonly entries: Entry[] | undefined
  readonly items: Value[] | undefined
  awaits: Awaited
  key: string
  keySpan: Span<'source'>
}

/** Puts values together from the signs of a JSON file, whatever their order; what is out of order is reported. */
export interface Tree {
  /** Whether the innermost value that is open is a map. */
  isMap(): boolean
  awaits(): Awaited
  /** Whether what is read lies inside a value that is left out. */
  isSkipping(): boolean
  /** Whether the value of the file is complete. */
  isDone(): boolean
  open(start: number, isMap: boolean): void
  close(start: number, end: number, isMap: boolean): void
  comma(start: number): void
  colon(start: number): void
  name(key: string, start: number, end: number): void
  value(value: Value, start: number, end: number): void
  /** Passes over a value that can't be read. */
  lose(): void
  /** Closes what is open. */
  finish(end: number): Value | undefined
}

const nowhere = {start: 0, end: 0}

const frameAt = (start: number, isMap: boolean): Frame => ({
  start,
  entries: isMap ? [] : undefined,
  items: isMap ? undefined : [],
  awaits: isMap ? 'name' : 'value',
  key: '',
  keySpan: nowhere,
})

/** Starts the tree of a file, which is a list of one value without brackets. */
export function startTree(report: (remedy: Remedy, start: number, end: number) => void): Tree {
  const file = frameAt(0, false)
  const frames: Frame[] = [file]
  const opened = {map: 0, list: 0}
  let top = file
  /** How many brackets are open inside a value that is left out. */
  let skipped = 0
  /** Where the last sign ends, and with it a map or list that is never closed. */
  let last = 0

  /** Whether a value can stand here, as though a missing comma, colon or bracket were there. */
  function takes(start: number, isMap: boolean): boolean {
    if (top.awaits === 'value') return true
    if (top.items !== undefined) report('comma', start, start + 1)
    else if (top.awaits === 'colon') report('colon', start, start + 1)
    else if (isMap && frames.length > 2 && frames.at(-2)?.items !== undefined) {
      report('bracket', start, start + 1)
      pop(last)
    } else {
      report('stray', start, start + 1)
      return false
    }
    return true
  }

  function place(value: Value): void {
    if (top.entries === undefined) top.items?.push(value)
    else top.entries.push({key: top.key, keySpan: top.keySpan, value})
    top.awaits = 'comma'
  }

  function pop(end: number): void {
    const {start, entries, items, awaits, keySpan} = top
    if (entries !== undefined && (awaits === 'colon' || awaits === 'value')) report('value', keySpan.start, keySpan.end)
    opened[entries === undefined ? 'list' : 'map']--
    frames.pop()
    top = frames.at(-1) ?? file
    const span = {start, end}
    place(entries === undefined ? {type: 'list', span, items: items ?? []} : {type: 'map', span, entries})
  }

  return {
    isMap: () => top.entries !== undefined,
    awaits: () => top.awaits,
    isSkipping: () => skipped > 0,
    isDone: () => top === file && file.awaits === 'comma' && skipped === 0,
    open(start, isMap) {
      if (skipped > 0) skipped++
      else if (!takes(start, isMap)) skipped = 1
      else if (frames.length > deepest) {
        report('depth', start, start + 1)
        top.awaits = 'comma'
        skipped = 1
      } else {
        opened[isMap ? 'map' : 'list']++
        top = frameAt(start, isMap)
        frames.push(top)
      }
      last = start + 1
    },
    close(start, end, isMap) {
      if (skipped > 0) skipped--
      else if (opened[isMap ? 'map' : 'list'] === 0) report('bracket', start, end)
      else {
        while ((top.entries !== undefined) !== isMap) {
          report('bracket', start, end)
          pop(last)
        }
        pop(end)
      }
      last = end
    },
    comma(start) {
      if (skipped > 0) return
      if (top.awaits === 'colon' || (top.entries !== undefined && top.awaits === 'value'))
        report('value', top.keySpan.start, top.keySpan.end)
      else if (top.awaits !== 'comma') report('stray', start, start + 1)
      top.awaits = top.entries === undefined ? 'value' : 'name'
      last = start + 1
    },
    colon(start) {
      if (skipped > 0) return
      if (top.awaits === 'colon') top.awaits = 'value'
      else report('stray', start, start + 1)
      last = start + 1
    },
    name(key, start, end) {
      if (top.awaits === 'comma') report('comma', start, end)
      top.key = key
      top.keySpan = {start, end}
      top.awaits = 'colon'
      last = end
    },
    value(value, start, end) {
      if (skipped > 0 || !takes(start, false)) return
      place(value)
      last = end
    },
    lose() {
      if (top.awaits === 'colon' || top.awaits === 'value') top.awaits = 'comma'
    },
    finish(end) {
      if (frames.length > 1 || skipped > 0) report('end', Math.max(0, end - 1), end)
      while (frames.length > 1) pop(end)
      return file.items?.[0]
    },
  }
}
