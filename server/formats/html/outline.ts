import type {BlockKind} from '../../../rules/kit/types.ts'

/** What a block of HTML is by the elements around it. */
export interface Context {
  readonly kind: BlockKind
  readonly depth: number
  readonly ordered: boolean
  readonly quoted: boolean
}

/** Follows the elements that say what a text is. */
export interface HtmlOutline {
  open(name: string): void
  close(name: string): void
  current(): Context
}

interface Frame {
  readonly name: string
  readonly role: 'list' | 'item' | 'quote' | 'heading' | 'table' | 'cell' | 'outside'
  readonly lists: number
  readonly ordered: boolean
  readonly quoted: boolean
  /** How many paragraphs and divisions are open in it. */
  blocks: number
}

/** No reply nests lists or tables as deep; what goes deeper is read as if it did not. */
const deepest = 200

const roles: Readonly<Record<string, Frame['role']>> = {
  ul: 'list',
  ol: 'list',
  menu: 'list',
  dir: 'list',
  li: 'item',
  blockquote: 'quote',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  table: 'table',
  td: 'cell',
  th: 'cell',
}
const rows = /^(?:tr|tbody|thead|tfoot)$/

/** Starts outside of all elements. */
export function startOutline(): HtmlOutline {
  const outside: Frame = {name: '', role: 'outside', lists: 0, ordered: false, quoted: false, blocks: 0}
  const frames: Frame[] = [outside]
  const top = (): Frame => frames.at(-1) ?? outside
  const last = (...wanted: readonly Frame['role'][]): number => frames.findLastIndex(({role}) => wanted.includes(role))

  /** Ends what HTML lets a writer leave open. */
  function endImplied(name: string, role: Frame['role'] | undefined): void {
    if (role === 'item') {
      const list = last('list', 'cell')
      const item = last('item')
      if (item > list) frames.length = item
    } else if (role === 'heading') {
      const heading = last('heading')
      if (heading > last('cell', 'item')) frames.length = heading
    } else if (role === 'cell' || rows.test(name)) {
      const table = last('table')
      if (table >= 0) frames.length = table + 1
    }
  }

  return {
    open(name) {
      const role = Object.hasOwn(roles, name) ? roles[name] : undefined
      endImplied(name, role)
      const {lists, ordered, quoted} = top()
      if (role === undefined) {
        top().blocks++
        return
      }
      if (frames.length > deepest) return
      const isList = role === 'list'
      frames.push({
        name,
        role,
        lists: isList ? lists + 1 : lists,
        ordered: isList ? name === 'ol' : ordered,
        quoted: quoted || role === 'quote',
        blocks: 0,
      })
    },
    close(name) {
      const role = Object.hasOwn(roles, name) ? roles[name] : undefined
      if (role === undefined) {
        if (top().blocks > 0) top().blocks--
        return
      }
      const index = role === 'heading' ? last('heading') : frames.findLastIndex(frame => frame.name === name)
      const wall = role === 'table' || role === 'cell' ? last('table') - (role === 'table' ? 1 : 0) : last('cell')
      if (index > 0 && index > wall) frames.length = index
    },
    current() {
      const {name, role, lists, ordered, quoted, blocks} = top()
      if (role === 'heading') return {kind: 'heading', depth: Number(name.slice(1)), ordered: false, quoted}
      if (role === 'item') return {kind: 'item', depth: Math.max(1, lists), ordered, quoted}
      const kind = role === 'cell' && blocks === 0 ? 'cell' : 'paragraph'
      return {kind, depth: 0, ordered: false, quoted}
    },
  }
}
