import {dataTarget} from '../data-target.ts'
import {jsonSigns} from '../signs.ts'

/** Replies in JSON. */
export const target = dataTarget('json', jsonSigns, ['macros/macros.json'])
