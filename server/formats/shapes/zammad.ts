import {entryOf, textOf} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, inactiveIf, isOff, listShape, titled} from './items.ts'

/** Text modules of Zammad. */
export const zammad = listShape({
  name: 'Zammad text modules',
  system: 'zammad',
  syntaxes: ['json', 'yaml', 'csv'],
  isItem: item =>
    textOf(item, 'name') !== undefined &&
    textOf(item, 'content') !== undefined &&
    entryOf(item, 'keywords') !== undefined &&
    entryOf(item, 'active', 'group_ids', 'foreign_id', 'note', 'user_id') !== undefined,
  repliesOf: item =>
    bodyOf(item, 'content').map(body => ({
      ...detailsOf(item),
      ...titled(textOf(item, 'name')),
      ...body,
      ...inactiveIf(isOff(item)),
    })),
})
