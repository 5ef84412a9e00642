import type {Node} from 'jsonc-parser'
import type {Problem} from '../formats/format.ts'
import type {Value} from '../formats/values/value.ts'
import {readYaml} from '../formats/values/yaml.ts'

/** A YAML file as the tree that a JSON file gives, so that both are read by the same code. No alias is followed and no tag obeyed. */
export function yamlNodes(text: string): {readonly tree: Node | undefined; readonly problems: readonly Problem[]} {
  const {root, problems} = readYaml(text)
  return {tree: root && nodeOf(root), problems}
}

function nodeOf(value: Value): Node {
  const {start: offset, end} = value.span
  const place = {offset, length: end - offset}
  if (value.type === 'text') return {type: 'string', ...place, value: value.text}
  if (value.type === 'list') return {type: 'array', ...place, children: value.items.map(nodeOf)}
  if (value.type === 'other') return otherNode(value.raw.trim(), place)
  const children = value.entries.map(({key, keySpan, value: held}): Node => {
    const name: Node = {type: 'string', offset: keySpan.start, length: keySpan.end - keySpan.start, value: key}
    const inner = nodeOf(held)
    const length = inner.offset + inner.length - name.offset
    return {type: 'property', offset: name.offset, length, children: [name, inner]}
  })
  return {type: 'object', ...place, children}
}

/** Plain values as YAML's core schema takes them; what is none of them, an alias for example, has no value. */
function otherNode(raw: string, place: Pick<Node, 'offset' | 'length'>): Node {
  if (/^true$/i.test(raw)) return {type: 'boolean', ...place, value: true}
  if (/^false$/i.test(raw)) return {type: 'boolean', ...place, value: false}
  if (raw !== '' && Number.isFinite(Number(raw))) return {type: 'number', ...place, value: Number(raw)}
  return {type: 'null', ...place, value: null}
}
