import type {Problem} from '../formats/format.ts'
import {readJson} from '../formats/values/json.ts'
import type {Data, Value} from '../formats/values/value.ts'
import {readYaml} from '../formats/values/yaml.ts'
import {problemList, type Report, short} from '../workspace/config-nodes.ts'
import {didYouMean} from '../workspace/did-you-mean.ts'
import {type PlacedPhrase, phraseOf} from './parse-phrases.ts'
import {phraseLimits} from './phrase-limits.ts'

/** The phrase rules of a file, and what is wrong with it. */
export interface ParsedStyle {
  readonly phrases: readonly PlacedPhrase[]
  readonly problems: readonly Problem[]
}

const readers: Readonly<Record<string, (text: string) => Data>> = {
  yaml: readYaml,
  yml: readYaml,
  json: readJson,
  jsonc: readJson,
}

/** Whether a file's name is that of a syntax in which phrase rules can be written. */
export function isStyleSyntax(path: string): boolean {
  return Object.hasOwn(readers, extensionOf(path))
}

/** Whether a file says by its name that it holds phrase rules. */
export function isStyleName(path: string): boolean {
  return /\.poise-style\.(?:ya?ml|jsonc?)$/i.test(path)
}

/** Reads a file of phrase rules: a list of them, or a map with the list under “phrases”. Never fails. */
export function parseStyle(path: string, text: string): ParsedStyle {
  const read = readers[extensionOf(path)] ?? readYaml
  const {root, problems: syntax} = read(text)
  const {problems, report} = problemList(text)
  const phrases = listIn(root, report).flatMap(each => phraseOf(each, report) ?? [])
  if (root === undefined)
    report(
      'style-empty',
      0,
      0,
      'This file holds no phrase rules yet. Write a list of them, each with “find” and “say”.',
    )
  // What else seems to be wrong with a broken file most often follows from that.
  return {phrases, problems: syntax.length > 0 ? syntax : problems}
}

/** The rules of a list, up to as many as Poise takes. */
export function rulesIn(list: Extract<Value, {readonly type: 'list'}>, report: Report): readonly Value[] {
  const {items, span} = list
  if (items.length > phraseLimits.rules)
    report(
      'phrase-too-many',
      span.start,
      1,
      `There are more than ${phraseLimits.rules} rules here, and those behind are left out. Join some, for one rule can find several phrases.`,
    )
  return items.slice(0, phraseLimits.rules)
}

function listIn(root: Value | undefined, report: Report): readonly Value[] {
  if (root === undefined) return []
  if (root.type === 'list') return rulesIn(root, report)
  if (root.type !== 'map' || root.entries.some(({key}) => key === 'find')) {
    report(
      'style-type',
      root.span.start,
      1,
      'Phrase rules are a list. Make this an entry of one, also where it is alone.',
    )
    return []
  }
  return root.entries.flatMap(({key, keySpan, value}) => {
    const length = keySpan.end - keySpan.start
    if (key === '$schema') return []
    if (key !== 'phrases')
      report(
        'phrase-unknown-key',
        keySpan.start,
        length,
        `A file of phrase rules has no “${short(key)}”.${didYouMean(key, ['phrases']) || ' Put the rules under “phrases”.'}`,
      )
    else if (value.type === 'list') return rulesIn(value, report)
    else report('style-type', keySpan.start, length, '“phrases” is a list of rules. Write each as an entry of it.')
    return []
  })
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}
