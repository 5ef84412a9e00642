import {entryOf, textOf} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, listShape, titled} from './items.ts'
import {wordOf} from './text.ts'

/** Macros and saved replies of Intercom. */
export const intercom = listShape({
  name: 'Intercom macros',
  system: 'intercom',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    textOf(item, 'name', 'title') !== undefined &&
    textOf(item, 'body') !== undefined &&
    (textOf(item, 'body_text') !== undefined ||
      /^(?:macro|saved_?reply)$/.test(wordOf(entryOf(item, 'type')?.value) ?? '')),
  repliesOf: item =>
    bodyOf(item, 'body', 'body_text').map(body => ({
      ...detailsOf(item),
      ...titled(textOf(item, 'name', 'title')),
      ...body,
    })),
})
