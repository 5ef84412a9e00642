import type {DocumentKind} from '../../rules/kit/types.ts'
import {type OwnShapeSettings, ownShape} from '../formats/shapes/own-shape.ts'
import {type Config, makeConfig, natureOf} from './config.ts'
import type {Found} from './find-documents.ts'

/** All that the check of a file depends on besides its text: plain data, which another thread can be given and a cache compares. */
export interface Task {
  readonly path: string
  readonly kind: DocumentKind
  /** Whether the configuration names it as one that holds replies. */
  readonly named: boolean
  readonly maxFileSize: number
  readonly rules: Config['rules']
  readonly phrases: Config['phrases']
  readonly styles: Config['styles']
  readonly allow: Config['allow']
  readonly recording: boolean
  /** The form that the configuration gives it. */
  readonly shape?: OwnShapeSettings
}

/** A document as a task. */
export function taskOf(found: Found): Task {
  const {path, kind, config} = found
  const {rules, phrases, styles, allow, recording, maxFileSize} = config
  const shape = config.ownShapes.find(({test}) => test(path))?.settings
  const lists = {phrases, styles, allow}
  return {path, kind, named: natureOf(found).named, maxFileSize, rules, ...lists, recording, ...(shape && {shape})}
}

/** What of a task can be long; each is one list for all files of a configuration. */
type Lists = Pick<Task, 'phrases' | 'styles' | 'allow'>

/** Makes what tells such lists apart. Each list is written out once, not for each file, and `shorten` gives a short text for what was written. */
export function makeListKeys(shorten: (written: string) => string): (lists: Lists) => readonly string[] {
  const known = new WeakMap<readonly unknown[], string>()
  const keyOf = (list: readonly unknown[]) => {
    const key = known.get(list) ?? shorten(JSON.stringify(list))
    known.set(list, key)
    return key
  }
  return ({phrases, styles, allow}) => [phrases, styles, allow].map(keyOf)
}

/** Makes what turns tasks into documents again; the plans of each configuration are made once. */
export function makeTaskReader(): (task: Task) => Found {
  const configs = new Map<string, Config>()
  const numbers = new Map<string, string>()
  const keysOf = makeListKeys(written => {
    const number = numbers.get(written) ?? String(numbers.size)
    numbers.set(written, number)
    return number
  })
  return ({path, kind, ...settings}) => {
    const {phrases, styles, allow, ...rest} = settings
    const key = JSON.stringify([rest, keysOf({phrases, styles, allow})])
    const config = configs.get(key) ?? configOf(settings)
    configs.set(key, config)
    return {path, kind, config}
  }
}

function configOf({named, shape, ...settings}: Omit<Task, 'path' | 'kind'>): Config {
  const {rules, ...rest} = settings
  const always = () => true
  return makeConfig(rules, {
    ...rest,
    layers: [],
    styleFiles: new Set(),
    ownShapes: shape === undefined ? [] : [{test: always, shape: ownShape(shape), settings: shape}],
    ...(named && {isMacro: always}),
  })
}
