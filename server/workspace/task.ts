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
  readonly allow: Config['allow']
  readonly styles: Config['styles']
  readonly recording: boolean
  /** The form that the configuration gives it. */
  readonly shape?: OwnShapeSettings
}

/** A document as a task. */
export function taskOf(found: Found): Task {
  const {path, kind, config} = found
  const {rules, allow, styles, recording, maxFileSize} = config
  const shape = config.ownShapes.find(({test}) => test(path))?.settings
  return {path, kind, named: natureOf(found).named, maxFileSize, rules, allow, styles, recording, ...(shape && {shape})}
}

const keys = new WeakMap<Task['styles'], string>()

/** What tells styles apart; files of one folder share it, for it is as long as they are. */
export function keyOfStyles(styles: Task['styles']): string {
  const known = keys.get(styles) ?? JSON.stringify(styles)
  keys.set(styles, known)
  return known
}

/** Makes what turns tasks into documents again; the plans of each configuration are made once. */
export function makeTaskReader(): (task: Task) => Found {
  const configs = new Map<string, Config>()
  return ({path, kind, ...settings}) => {
    const {styles, ...rest} = settings
    const key = JSON.stringify(rest) + keyOfStyles(styles)
    const config = configs.get(key) ?? configOf(settings)
    configs.set(key, config)
    return {path, kind, config}
  }
}

function configOf({named, maxFileSize, rules, allow, styles, recording, shape}: Omit<Task, 'path' | 'kind'>): Config {
  const always = () => true
  return makeConfig(rules, {
    layers: [],
    allow,
    styles,
    recording,
    maxFileSize,
    ownShapes: shape === undefined ? [] : [{test: always, shape: ownShape(shape), settings: shape}],
    ...(named && {isMacro: always}),
  })
}
