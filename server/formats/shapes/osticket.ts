import {entryOf, type MapValue, textOf, type Value} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, inactiveIf, isOff, itemsIn, titled} from './items.ts'
import type {FoundReply, Shape} from './shape.ts'

/** Files of osTicket: canned responses in a list, or one e-mail template or page with its notes. */
export const osticket: Shape = {
  name: 'osTicket templates',
  system: 'osticket',
  syntaxes: ['yaml', 'json'],
  find(root) {
    if (isTemplate(root)) return repliesOf(root, 'body')
    const replies = itemsIn(root, isResponse).flatMap(item => repliesOf(item, 'response'))
    return replies.length > 0 ? replies : undefined
  },
}

const isResponse = (item: MapValue): boolean =>
  textOf(item, 'title') !== undefined &&
  textOf(item, 'response') !== undefined &&
  entryOf(item, 'isenabled', 'notes', 'attachments') !== undefined

function isTemplate(root: Value): root is MapValue {
  const body = textOf(root, 'body')
  if (body === undefined || textOf(root, 'subject', 'name') === undefined) return false
  return textOf(root, 'notes') !== undefined || /%\{[\w.]{1,60}\}/.test(body.text.slice(0, 2000))
}

function repliesOf(item: MapValue, name: string): readonly FoundReply[] {
  return bodyOf(item, name).map(body => ({
    ...detailsOf(item),
    ...titled(textOf(item, 'subject', 'title', 'name')),
    ...body,
    ...inactiveIf(isOff(item)),
  }))
}
