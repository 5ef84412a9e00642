import {entryOf, type MapValue, textOf} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {detailsOf, listShape, mapsOf, titled} from './items.ts'

/** Macros of Gorgias, whose text is an argument of one of their actions. */
export const gorgias = listShape({
  name: 'Gorgias macros',
  system: 'gorgias',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    textOf(item, 'name') !== undefined &&
    actionsOf(item).some(
      action => textOf(action, 'name') !== undefined && entryOf(action, 'arguments')?.value.type === 'map',
    ),
  repliesOf: item =>
    actionsOf(item)
      .flatMap(action => bodyOf(entryOf(action, 'arguments')?.value, 'body_html', 'body_text'))
      .map(body => ({...detailsOf(item), ...titled(textOf(item, 'name')), ...body})),
})

const actionsOf = (item: MapValue): readonly MapValue[] => mapsOf(entryOf(item, 'actions')?.value)
