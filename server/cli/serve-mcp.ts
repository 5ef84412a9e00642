import type {McpOptions} from './arguments.ts'
import {printable} from './colours.ts'
import type {ExitCode, Host} from './host.ts'

/** Serves an assistant on the standard input and output, by the house style of a folder, until it goes away. */
export async function serveMcp({folder}: McpOptions, host: Host): Promise<ExitCode> {
  const path = host.absolute(folder)
  if ((await host.files.typeOf(path)) !== 'folder') {
    host.note(`There is no folder “${printable(folder)}”. Name an existing one: poise mcp FOLDER.`)
    return 2
  }
  if (process.stdin.isTTY) host.note('Poise waits for an assistant on the standard input. Ctrl+C ends it.')
  // Loaded only now: no other command has a use for the protocol.
  const {serveAssistant} = await import('../node/mcp.ts')
  await serveAssistant(path)
  return 0
}
