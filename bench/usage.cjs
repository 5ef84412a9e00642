// Loaded before a command or a server that is measured (node --require): says what its process has used so far. A command's goes as
// JSON to the file that POISE_USAGE names, at its end; a server is asked over its own channel, which doesn't keep it alive.
const {writeFileSync} = require('node:fs')
const {isMainThread} = require('node:worker_threads')

const usage = () => {
  const {user, system} = process.cpuUsage()
  return {cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024}
}

if (isMainThread && process.env.POISE_USAGE) {
  process.on('exit', () => writeFileSync(process.env.POISE_USAGE, JSON.stringify(usage())))
}
if (isMainThread && process.send) {
  process.on('message', ({collect}) => {
    if (collect) global.gc?.()
    process.send({...usage(), heap: process.memoryUsage().heapUsed / 2 ** 20, rss: process.memoryUsage.rss() / 2 ** 20})
  })
  process.channel.unref()
}
