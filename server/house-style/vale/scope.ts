import type {BlockKind} from '../../../rules/kit/types.ts'

const all: readonly BlockKind[] = ['heading', 'paragraph', 'item', 'cell']

const scopes: Readonly<Record<string, readonly BlockKind[]>> = {
  text: all,
  heading: ['heading'],
  paragraph: ['paragraph'],
  sentence: ['paragraph', 'item'],
  summary: ['paragraph', 'item'],
  list: ['item'],
  table: ['cell'],
  'table.cell': ['cell'],
}

/** The blocks that a rule's scopes name, all where there are none; undefined where Poise can't tell some of them apart. */
export function blocksOf(selectors: readonly string[]): readonly BlockKind[] | undefined {
  if (selectors.length === 0) return all
  const found = selectors.map(selector => {
    const parts = selector.split('&').map(partOf)
    return parts.includes(undefined) ? undefined : all.filter(block => parts.every(part => part?.includes(block)))
  })
  const known = found.flatMap(blocks => blocks ?? [])
  return found.includes(undefined) || known.length === 0 ? undefined : all.filter(block => known.includes(block))
}

function partOf(part: string): readonly BlockKind[] | undefined {
  const name = part.trim()
  const scope = name.replace(/^~/, '')
  const blocks = Object.hasOwn(scopes, scope) ? scopes[scope] : undefined
  return name.startsWith('~') ? blocks && all.filter(block => !blocks.includes(block)) : blocks
}
