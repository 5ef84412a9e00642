// Loaded into a process that is watched (node --require): at SIGUSR2 it collects what is garbage and writes what is left to a file.
const {writeFileSync, renameSync} = require('node:fs')
const {setFlagsFromString} = require('node:v8')
const {runInNewContext} = require('node:vm')
const {isMainThread} = require('node:worker_threads')

const file = process.env.POISE_PROBE
if (isMainThread && file) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    collect()
    collect()
    const {heapUsed, rss} = process.memoryUsage()
    const resources = process.getActiveResourcesInfo().sort()
    writeFileSync(`${file}.new`, JSON.stringify({heap: heapUsed / 1e6, rss: rss / 1e6, resources}))
    renameSync(`${file}.new`, file)
  })
}
