import type {Block, Directive} from '../formats/format.ts'
import {readComments} from '../formats/prose/directives.ts'

/** The ignore comments of a file, which its nlcst tree does not show; one that is for what follows covers the next paragraph. */
export function directivesOf(source: string, blocks: readonly Block[]): readonly Directive[] {
  const spans = blocks.map(({prose, map}) => map.toSource({start: 0, end: prose.length}))
  return readComments(source, 0).flatMap(({directive}) => {
    if (directive === undefined) return []
    const covers = directive.kind === 'next' ? spans.find(({start}) => start >= directive.span.end) : undefined
    return [{...directive, ...(covers !== undefined && {covers})}]
  })
}
