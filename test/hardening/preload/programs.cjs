/**
 * Writes down each program that a process starts, and each file that it loads as code: NODE_OPTIONS=--require makes every
 * process of Node load it, its threads too. POISE_PROGRAMS names the file; a line of it is one program or file.
 */
const {appendFileSync} = require('node:fs')
const childProcess = require('node:child_process')
const Module = require('node:module')

const file = process.env.POISE_PROGRAMS
const note = entry => appendFileSync(file, `${JSON.stringify(entry)}\n`)

const {spawn} = childProcess.ChildProcess.prototype
childProcess.ChildProcess.prototype.spawn = function (options) {
  note({program: options.file, args: options.args})
  return spawn.call(this, options)
}
for (const name of ['spawnSync', 'execSync', 'execFileSync']) {
  const original = childProcess[name]
  childProcess[name] = (program, ...rest) => {
    note({program, args: Array.isArray(rest[0]) ? rest[0] : []})
    return original(program, ...rest)
  }
}

const load = Module._load
Module._load = function (request, parent, isMain) {
  if (!Module.isBuiltin(request)) note({code: Module._resolveFilename(request, parent, isMain)})
  return load.call(this, request, parent, isMain)
}
Module.syncBuiltinESMExports()
