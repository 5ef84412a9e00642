import type {Node} from 'jsonc-parser'
import {type OwnShapeSettings, ownKey, ownValue} from '../formats/shapes/own-shape.ts'
import {isMistake, parsePath} from '../formats/shapes/path.ts'
import type {BodySyntax} from '../formats/shapes/shape.ts'
import {type FieldShape, ownShapeFields} from './config-keys.ts'
import {listOf, propertiesOf, type Report, short} from './config-nodes.ts'
import {didYouMean} from './did-you-mean.ts'
import {globMistake} from './globs.ts'

/** The form of a team's own files: which ones, and where their replies stand. */
export interface OwnShapeConfig extends OwnShapeSettings {
  readonly files: string
}

type Field = keyof typeof ownShapeFields

const required: readonly Field[] = ['files', 'items', 'body']
const syntaxes: readonly BodySyntax[] = ownShapeFields.as.enum

/** Reads an entry of `macros` that is an object; undefined, with problems reported, where a part that it needs is wrong. */
export function ownShapeOf(tree: Node, report: Report): OwnShapeConfig | undefined {
  const fields: {-readonly [Name in Field]?: string} = {}
  const seen = new Set<string>()
  let isSound = true
  for (const {key, name, value} of propertiesOf(tree, report)) {
    if (!isField(name)) {
      const remedy = didYouMean(name, Object.keys(ownShapeFields)) || ` It has ${listOf(Object.keys(ownShapeFields))}.`
      report('config-unknown-key', key.offset, key.length, `Files of your own form have no “${short(name)}”.${remedy}`)
      continue
    }
    seen.add(name)
    const text = fieldOf(name, value, report)
    if (text !== undefined) fields[name] = text
    else isSound = false
  }
  for (const name of required)
    if (!seen.has(name))
      report('config-missing-key', tree.offset, 1, `“${name}” is missing here. Add it: ${remedies[name]}`)
  const {files, items, body, as, ...paths} = fields
  if (!isSound || files === undefined || items === undefined || body === undefined) return undefined
  const syntax = syntaxes.find(each => each === as)
  return {files, items, body, ...paths, ...(syntax && {as: syntax})}
}

const remedies: Readonly<Record<string, string>> = {
  files: 'a glob of the files, such as "replies/*.json".',
  items: 'the path to each reply, such as "$.macros[*]".',
  body: 'the path from a reply to its text, such as "body", or "@value" for the reply itself.',
}

function fieldOf(name: Field, node: Node, report: Report): string | undefined {
  const text: unknown = node.value
  if (typeof text !== 'string') {
    report('config-type', node.offset, node.length, `“${name}” is a string. Put it in double quotes.`)
    return undefined
  }
  const shape: FieldShape = ownShapeFields[name]
  if (shape.enum !== undefined) {
    if (shape.enum.includes(text)) return text
    report('config-type', node.offset, node.length, `“${name}” is one of ${listOf(shape.enum)}.`)
    return undefined
  }
  if (name !== 'files') return pathOf(name, text, node, report)
  const mistake = globMistake(text)
  if (mistake === undefined) return text
  report('config-glob', node.offset, node.length, mistake)
  return undefined
}

/** What stands for a path in a field that says so. */
const words: Readonly<Partial<Record<Field, string>>> = {title: ownKey, body: ownValue}

function pathOf(name: Field, text: string, node: Node, report: Report): string | undefined {
  if (text === ownKey || text === ownValue) {
    if (words[name] === text) return text
    const remedy = name === 'title' ? 'body' : name === 'body' ? 'title' : undefined
    const where =
      remedy === undefined ? '“@key” is for “title” and “@value” for “body”' : `“${text}” is for “${remedy}”`
    report('config-path', node.offset, node.length, `${where}. Write a path here, such as "name".`)
    return undefined
  }
  const path = parsePath(text, name === 'items' ? 'top' : 'entry')
  if (!isMistake(path)) return text
  // With an escape in the string its offsets are not those of the file.
  const isPlain = node.length === text.length + 2
  const start = isPlain ? node.offset + 1 + path.start : node.offset
  report('config-path', start, isPlain ? Math.max(1, path.end - path.start) : node.length, path.message)
  return undefined
}

const isField = (name: string): name is Field => Object.hasOwn(ownShapeFields, name)
