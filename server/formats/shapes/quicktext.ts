import {entryOf, type Value} from '../values/value.ts'
import {childrenOf, elementIn, elementText} from './elements.ts'
import {titled} from './items.ts'
import type {BodySyntax, FoundReply, Shape} from './shape.ts'
import {isBlank, wordOf} from './text.ts'

/** Templates of Quicktext, an add-on for Thunderbird. */
export const quicktext: Shape = {
  name: 'Quicktext templates',
  system: 'quicktext',
  syntaxes: ['xml'],
  find(root) {
    const top = elementIn(root, 'quicktext')
    if (top === undefined) return undefined
    return childrenOf(top, 'menu')
      .flatMap(menu => childrenOf(menu, 'texts'))
      .flatMap(texts => childrenOf(texts, 'text'))
      .flatMap(replyOf)
  },
}

function replyOf(text: Value): readonly FoundReply[] {
  const body = elementText(entryOf(text, 'body')?.value)
  if (body === undefined || isBlank(body)) return []
  return [{...titled(elementText(entryOf(text, 'name')?.value)), body, span: text.span, ...syntaxOf(text)}]
}

function syntaxOf(text: Value): {readonly as?: BodySyntax} {
  const type = wordOf(entryOf(text, '@type')?.value)
  if (type === '1' || type === 'text/html') return {as: 'html'}
  return type === '0' || type === 'text/plain' ? {as: 'text'} : {}
}
