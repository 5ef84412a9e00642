// Loaded into the command line (node --require): somebody saves the file SAVED_MEANWHILE as soon as Poise writes a new one beside it.
const fs = require('node:fs')
const {syncBuiltinESMExports} = require('node:module')

const {openSync, appendFileSync} = fs
fs.openSync = (path, flags, ...rest) => {
  if (flags === 'wx') appendFileSync(process.env.SAVED_MEANWHILE, 'A line of somebody else.\n')
  return openSync(path, flags, ...rest)
}
syncBuiltinESMExports()
