// Loaded into a process that is watched (node --require): notes in the file POISE_OPENED each path that is opened, read, listed or followed.
const fs = require('node:fs')
const {syncBuiltinESMExports} = require('node:module')

const {appendFileSync} = fs
const log = process.env.POISE_OPENED
const names = [
  'open',
  'openSync',
  'readFile',
  'readFileSync',
  'readdir',
  'readdirSync',
  'opendir',
  'opendirSync',
  'createReadStream',
  'readlink',
  'readlinkSync',
]

function watch(owner) {
  for (const name of names) {
    const original = owner[name]
    if (typeof original !== 'function') continue
    owner[name] = function (path, ...rest) {
      if (path !== log) appendFileSync(log, `${JSON.stringify(String(path))}\n`)
      return original.call(this, path, ...rest)
    }
  }
}
if (log) {
  watch(fs)
  watch(fs.promises)
  syncBuiltinESMExports()
}
