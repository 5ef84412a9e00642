import {listed} from './named-texts.ts'
import type {Shape} from './shape.ts'

/** A table with a column of titles and a column of texts. */
export const csvTable: Shape = {
  name: 'a table of replies',
  syntaxes: ['csv'],
  find: (root, clues) => (root.type === 'list' ? listed(root.items, clues) : undefined),
}
