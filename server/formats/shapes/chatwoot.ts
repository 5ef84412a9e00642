import {textOf} from '../values/value.ts'
import {detailsOf, listShape, titled} from './items.ts'
import {isBlank} from './text.ts'

/** Canned responses of Chatwoot, which are written in Markdown. */
export const chatwoot = listShape({
  name: 'Chatwoot canned responses',
  system: 'chatwoot',
  syntaxes: ['json', 'yaml', 'csv'],
  isItem: item => textOf(item, 'short_code') !== undefined && textOf(item, 'content') !== undefined,
  repliesOf: item => {
    const body = textOf(item, 'content')
    if (body === undefined || isBlank(body)) return []
    return [{...detailsOf(item), ...titled(textOf(item, 'short_code')), body, as: 'markdown'}]
  },
})
