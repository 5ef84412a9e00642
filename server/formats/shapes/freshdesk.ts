import {entryOf, textOf} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, listShape, titled} from './items.ts'

/** Canned responses of Freshdesk, in a list or in their folders. */
export const freshdesk = listShape({
  name: 'Freshdesk canned responses',
  system: 'freshdesk',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    textOf(item, 'title') !== undefined &&
    (textOf(item, 'content_html') !== undefined ||
      (textOf(item, 'content') !== undefined && entryOf(item, 'folder_id', 'visibility') !== undefined)),
  repliesOf: item =>
    bodyOf(item, 'content_html', 'content').map(body => ({
      ...detailsOf(item),
      ...titled(textOf(item, 'title')),
      ...body,
    })),
})
