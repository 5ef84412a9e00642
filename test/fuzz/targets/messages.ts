import {holdsForMessages} from '../holds-for-messages.ts'
import {partSign} from '../parts.ts'
import {messageWords} from '../signs.ts'
import type {Target} from '../target.ts'

const uri = 'file:///a.md'
const message = (value: object): string => partSign + JSON.stringify({jsonrpc: '2.0', ...value})
const open = message({
  method: 'textDocument/didOpen',
  params: {textDocument: {uri, languageId: 'markdown', version: 1, text: 'Simply click.'}},
})
const change = message({
  method: 'textDocument/didChange',
  params: {
    textDocument: {uri, version: 2},
    contentChanges: [{range: {start: {line: 0, character: 0}, end: {line: 0, character: 6}}, text: 'Just'}],
  },
})
const ask = (method: string, more: object = {}): string =>
  message({id: 7, method, params: {textDocument: {uri}, position: {line: 0, character: 1}, ...more}})

/** What a client sends after its first message: bodies of messages, or bytes with a header of their own. */
export const target: Target = {
  name: 'messages',
  seeds: [
    open,
    open + change,
    open + ask('textDocument/hover') + message({method: '$/cancelRequest', params: {id: 7}}),
    open + ask('textDocument/diagnostic') + message({id: 8, method: 'shutdown'}),
    open +
      ask('textDocument/codeAction', {
        range: {start: {line: 0, character: 0}, end: {line: 0, character: 3}},
        context: {diagnostics: []},
      }),
    ask('textDocument/completion') +
      ask('workspace/executeCommand', {command: 'poise.server.addPhrase', arguments: [{}]}),
    open + message({method: 'textDocument/didClose', params: {textDocument: {uri}}}),
    message({method: 'workspace/didChangeConfiguration', params: {settings: {poise: {}}}}),
  ],
  dictionary: [open, change, partSign, `${partSign}null`, ...messageWords],
  holds: holdsForMessages,
}
