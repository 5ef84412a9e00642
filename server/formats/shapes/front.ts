import {entryOf, textOf} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, listShape, titled} from './items.ts'
import {wordOf} from './text.ts'

/** Message templates of Front. */
export const front = listShape({
  name: 'Front message templates',
  system: 'front',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    textOf(item, 'name') !== undefined &&
    textOf(item, 'body') !== undefined &&
    (/^rs[ptf]_/.test(wordOf(entryOf(item, 'id')?.value) ?? '') ||
      entryOf(item, 'is_available_for_all_inboxes', 'inbox_ids') !== undefined),
  repliesOf: item => bodyOf(item, 'body').map(body => ({...detailsOf(item), ...titled(textOf(item, 'name')), ...body})),
})
