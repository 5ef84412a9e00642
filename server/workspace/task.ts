import type {DocumentKind} from '../../rules/kit/types.ts'
import {type OwnShapeSettings, ownShape} from '../formats/shapes/own-shape.ts'
import type {PhraseRule} from '../house-style/phrase-rule.ts'
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
  /** One list for all files of a configuration. */
  readonly phrases: readonly PhraseRule[]
  readonly recording: boolean
  /** The form that the configuration gives it. */
  readonly shape?: OwnShapeSettings
}

/** A document as a task. */
export function taskOf(found: Found): Task {
  const {path, kind, config} = found
  const {rules, phrases, recording, maxFileSize} = config
  const shape = config.ownShapes.find(({test}) => test(path))?.settings
  return {path, kind, named: natureOf(found).named, maxFileSize, rules, phrases, recording, ...(shape && {shape})}
}

/** Makes what turns tasks into documents again; the plans of each configuration are made once. */
export function makeTaskReader(): (task: Task) => Found {
  const configs = new Map<string, Config>()
  const numberOf = makePhraseNumbers()
  return ({path, kind, ...settings}) => {
    const key = JSON.stringify({...settings, phrases: numberOf(settings.phrases)})
    const config = configs.get(key) ?? configOf(settings)
    configs.set(key, config)
    return {path, kind, config}
  }
}

/** Numbers lists of phrases by what they say. A list can be long, so each is written out once, not for each file. */
function makePhraseNumbers(): (phrases: readonly PhraseRule[]) => number {
  const byText = new Map<string, number>()
  const known = new WeakMap<readonly PhraseRule[], number>()
  return phrases => {
    const before = known.get(phrases)
    if (before !== undefined) return before
    const text = JSON.stringify(phrases)
    const number = byText.get(text) ?? byText.size
    byText.set(text, number)
    known.set(phrases, number)
    return number
  }
}

function configOf({named, maxFileSize, rules, phrases, recording, shape}: Omit<Task, 'path' | 'kind'>): Config {
  const always = () => true
  return makeConfig(rules, {
    recording,
    maxFileSize,
    phrases,
    styleFiles: new Set(),
    ownShapes: shape === undefined ? [] : [{test: always, shape: ownShape(shape), settings: shape}],
    ...(named && {isMacro: always}),
  })
}
