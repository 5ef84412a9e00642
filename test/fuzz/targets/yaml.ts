import {dataTarget} from '../data-target.ts'
import {yamlSigns} from '../signs.ts'

/** Replies in YAML. */
export const target = dataTarget('yaml', yamlSigns, ['macros/macros.yaml'])
