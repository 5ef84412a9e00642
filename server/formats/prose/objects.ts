import type {DocumentKind} from '../../../rules/kit/types.ts'
import {placeholderAt} from '../placeholders/placeholders.ts'

/** A run of plain text that is not the writer's words. */
export interface TextObject {
  readonly kind: 'url' | 'placeholder'
  readonly start: number
  readonly end: number
}

const object =
  /https?:\/\/[^\s<>()]{0,400}[^\s<>().,;:!?'"”’]|[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,40}){1,6}|[{%$#@<X[]/g

/** The web and e-mail addresses and placeholders in `text`, none inside another. */
export function* objectsIn(text: string, kind: DocumentKind): Generator<TextObject> {
  let done = 0
  for (const match of text.matchAll(object)) {
    const {index: start} = match
    if (start < done) continue
    const isAddress = match[0].length > 1
    const end = isAddress ? start + match[0].length : placeholderAt(text, start, kind)?.end
    if (end === undefined) continue
    yield {kind: isAddress ? 'url' : 'placeholder', start, end}
    done = end
  }
}
