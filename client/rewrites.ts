import {commands, type Disposable, type LogOutputChannel, l10n, window} from 'vscode'
import type {Server} from './server.ts'
import type {Status} from './status.ts'

/** Registers the commands that rewrite many files; the editor shows each change before it is made. */
export function registerRewrites(server: Server, log: LogOutputChannel, status: Status): Disposable[] {
  async function fix(rule?: string): Promise<unknown> {
    try {
      return await status.during(server.run('poise.server.fixWorkspace', rule === undefined ? {} : {rule}))
    } catch (error) {
      log.error(`Rewriting ended early: ${error instanceof Error ? error.message : String(error)}`)
      void window.showWarningMessage(l10n.t('Nothing was rewritten. Run it again; “Poise: Show Log” says more.'))
      return undefined
    }
  }

  return [
    commands.registerCommand('poise.fixWorkspace', () => fix()),
    commands.registerCommand('poise.fixRuleEverywhere', (rule: unknown) =>
      typeof rule === 'string' ? fix(rule) : undefined,
    ),
  ]
}
