// Loaded before the command line: writes what the process used, as JSON, to the file that POISE_USAGE names.
import {writeFileSync} from 'node:fs'

process.on('exit', () => {
  const {user, system} = process.cpuUsage()
  const {maxRSS} = process.resourceUsage()
  writeFileSync(process.env.POISE_USAGE, JSON.stringify({cpu: (user + system) / 1e6, memory: maxRSS / 1024}))
})
