import {entryOf, textOf} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, listShape, titled} from './items.ts'

/** Saved replies of Help Scout. */
export const helpScout = listShape({
  name: 'Help Scout saved replies',
  system: 'help-scout',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    textOf(item, 'name', 'title') !== undefined &&
    textOf(item, 'text') !== undefined &&
    entryOf(item, 'preview', 'chatText', 'mailboxId', 'mailbox_id') !== undefined,
  repliesOf: item =>
    bodyOf(item, 'text', 'chatText').map(body => ({
      ...detailsOf(item),
      ...titled(textOf(item, 'name', 'title')),
      ...body,
    })),
})
