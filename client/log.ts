import {type LogOutputChannel, window} from 'vscode'

/** The channel that Show Log opens. */
export function makeLog(): LogOutputChannel {
  return window.createOutputChannel('Poise', {log: true})
}
