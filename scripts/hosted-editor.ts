// Opens a folder in a VS Code that a browser shows, with the packaged extension installed: hosted-editor.ts FOLDER
import {once} from 'node:events'
import path from 'node:path'
import {ensureHost, repositoryRoot} from '../test/editor/host/install.ts'
import {startServer} from '../test/editor/host/server.ts'

const folder = path.resolve(process.argv[2] ?? '.')
const host = await ensureHost()
if (!host.available) {
  console.log(`No editor was opened: \`code\` is not on the PATH, and ${host.reason}.`)
  console.log(
    'Install VS Code from https://code.visualstudio.com and run this again, or install poise.vsix in the editor that you use.',
  )
  process.exit(0)
}
const server = await startServer(host.parts, {vsix: path.join(repositoryRoot, 'poise.vsix')})
console.log(`\nOpen ${server.url}/?folder=${encodeURIComponent(folder)} in a browser. Ctrl+C ends the editor.`)
// Nothing else keeps this process going: the editor's own lets it end.
const alive = setInterval(() => {}, 2 ** 30)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
clearInterval(alive)
await server.stop()
