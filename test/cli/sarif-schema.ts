import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'

/** The schema of SARIF 2.1.0, as a package for test runners carries it. */
const sarifSchema = JSON.parse(
  readFileSync(
    createRequire(import.meta.resolve('@microsoft/jest-sarif')).resolve('./schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
)

/** What tells whether a value keeps to that schema, and in its `errors` why not. */
export function sarifValidator() {
  const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false})
  addFormats(ajv)
  return ajv.compile(sarifSchema)
}
