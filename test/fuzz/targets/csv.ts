import {dataTarget} from '../data-target.ts'
import {csvSigns} from '../signs.ts'

/** Replies in CSV. */
export const target = dataTarget('csv', csvSigns, ['macros/macros.csv'])
