import type {BlockKind, Mark} from '../../../rules/kit/types.ts'
import type {Block, Content, SourceMap} from '../format.ts'
import {sourceMap} from '../prose/source-map.ts'
import type {BlockDraft} from './extract.ts'

/** Puts a block where it stands in the file. */
export function placeBlock(draft: BlockDraft, base: number, eol: string): Block {
  return new PlacedBlock(draft, base, eol)
}

/** Of most blocks the map is never asked for. An object of its own with a getter would be slow to look into. */
class PlacedBlock implements Block {
  readonly kind: BlockKind
  readonly depth: number
  readonly ordered: boolean
  readonly quoted: boolean
  readonly prose: string
  readonly marks: readonly Mark[]
  readonly content: Content
  readonly #draft: BlockDraft
  readonly #base: number
  readonly #eol: string
  #made: SourceMap | undefined

  constructor(draft: BlockDraft, base: number, eol: string) {
    this.kind = draft.kind
    this.depth = draft.depth
    this.ordered = draft.ordered
    this.quoted = draft.quoted
    this.prose = draft.prose
    this.marks = draft.marks
    this.content = draft.content
    this.#draft = draft
    this.#base = base
    this.#eol = eol
  }

  get map(): SourceMap {
    const {pieces, prose, place} = this.#draft
    this.#made ??= sourceMap(pieces, prose, this.#base, place, this.#eol)
    return this.#made
  }
}
