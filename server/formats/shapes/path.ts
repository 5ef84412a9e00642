import type {Entry, Value} from '../values/value.ts'

/** One step of a path down a data file: by a name, by a number, to all items of a list, or to all that a map or a list holds. */
export type Step =
  | {readonly kind: 'name'; readonly name: string}
  | {readonly kind: 'index'; readonly index: number}
  | {readonly kind: 'items' | 'all'}

/** What is wrong with a path, with the remedy, and where in it. */
export interface PathMistake {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** A value that a path leads to, and the last name on the way. */
export interface Reached {
  readonly value: Value
  readonly under?: Entry
}

const longest = 200
const step = /\.\*|\.([^.[\]"'\s*$][^.[\]"'*]*)|\[\*\]|\[(\d{1,9})\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]/y

/** Reads a path such as `$.categories[*].macros[*]`, which starts at the file's top, or `content.text`, which starts at an entry. */
export function parsePath(path: string, from: 'top' | 'entry'): readonly Step[] | PathMistake {
  if (path.length > longest)
    return mistake(`This path is longer than ${longest} characters. Shorten it.`, 0, path.length)
  if (path.trim() === '') return mistake('This path is empty. ' + examples[from], 0, path.length)
  const text = from === 'top' ? path : relative(path)
  if (from === 'top' && !path.startsWith('$'))
    return mistake('The path to the replies starts at the file’s top. Put “$” before it, as in “$.macros[*]”.', 0, 1)
  if (text === undefined)
    return mistake('This path starts at the reply’s own entry. Leave out “$”, as in “content.text”.', 0, 1)
  const shift = path.length - text.length
  const steps: Step[] = []
  step.lastIndex = from === 'top' ? 1 : 0
  for (let at = step.lastIndex; at < text.length; at = step.lastIndex) {
    const found = step.exec(text)
    if (found === null)
      return mistake('The path can’t be read from here on. ' + examples[from], Math.max(0, at + shift), path.length)
    steps.push(stepOf(found))
  }
  return steps
}

/** Whether a path that was read is none. */
export const isMistake = (path: readonly Step[] | PathMistake): path is PathMistake => 'message' in path

const examples = {
  top: 'Steps are .name, ["a name"], [*], .* and [0], as in “$.categories[*].macros[*]”.',
  entry: 'Steps are name, .name, ["a name"] and [0], as in “content.text”.',
} as const

const mistake = (message: string, start: number, end: number): PathMistake => ({message, start, end})

/** A path from an entry with the point that its first name leaves out. */
function relative(path: string): string | undefined {
  if (path.startsWith('$')) return undefined
  return path.startsWith('[') || path.startsWith('.') ? path : `.${path}`
}

function stepOf([text, name, index, double, single]: RegExpExecArray): Step {
  if (text === '.*') return {kind: 'all'}
  if (text === '[*]') return {kind: 'items'}
  if (index !== undefined) return {kind: 'index', index: Number(index)}
  return {kind: 'name', name: name?.trim() ?? (double ?? single ?? '').replace(/\\(.)/g, '$1')}
}

/** All that a path leads to, in the order of the file. */
export function follow(root: Value, steps: readonly Step[]): readonly Reached[] {
  let reached: readonly Reached[] = [{value: root}]
  for (const each of steps) reached = reached.flatMap(from => next(from, each))
  return reached
}

function next({value, under}: Reached, each: Step): readonly Reached[] {
  const here = under === undefined ? {} : {under}
  if (each.kind === 'name') {
    if (value.type !== 'map') return []
    return value.entries.filter(({key}) => key === each.name).map(entry => ({value: entry.value, under: entry}))
  }
  if (each.kind === 'index') {
    if (value.type !== 'list') return each.index === 0 ? [{value, ...here}] : []
    const item = value.items[each.index]
    return item === undefined ? [] : [{value: item, ...here}]
  }
  if (value.type === 'list') return value.items.map(item => ({value: item, ...here}))
  // One child of XML is no list, nor is the short form of one in YAML.
  if (each.kind === 'items') return [{value, ...here}]
  return value.type === 'map' ? value.entries.map(entry => ({value: entry.value, under: entry})) : []
}
