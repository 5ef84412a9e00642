import {
  CancellationTokenSource,
  CustomExecution,
  type Disposable,
  EventEmitter,
  l10n,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode'
import {counted} from './counted.ts'
import type {Server} from './server.ts'

/** A task in `tasks.json`. */
interface CheckTask extends TaskDefinition {
  /** Files and folders to check; the whole folder without any. */
  readonly paths?: readonly string[]
}

/** What the server says of a folder: the lines that `poise check --format compact` prints. */
interface Checked {
  readonly lines: readonly string[]
  readonly files: number
  readonly missing: readonly string[]
}

/** Registers the task that checks a folder. The server that runs already does the work: no shell and no program is started. */
export function registerTasks(server: Server): Disposable {
  function taskOf(definition: CheckTask, folder: WorkspaceFolder): Task {
    const run = new CustomExecution(async resolved => terminalOf(server, folder, resolved as CheckTask))
    const task = new Task(definition, folder, 'check', 'Poise', run, '$poise')
    task.group = TaskGroup.Test
    task.detail = l10n.t('Checks the articles and macros of the folder')
    return task
  }

  return tasks.registerTaskProvider('poise', {
    provideTasks: () => (workspace.workspaceFolders ?? []).map(folder => taskOf({type: 'poise'}, folder)),
    resolveTask({definition, scope}) {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0]
      return folder === undefined ? undefined : taskOf(definition as CheckTask, folder)
    },
  })
}

/** A terminal that shows one check; it ends with 1 where there is something to change, and with 2 where it could not run. */
function terminalOf(server: Server, folder: WorkspaceFolder, {paths}: CheckTask): Pseudoterminal {
  const written = new EventEmitter<string>()
  const closed = new EventEmitter<number>()
  const cancel = new CancellationTokenSource()
  const write = (line: string) => written.fire(`${line}\r\n`)

  async function run(): Promise<number> {
    const params = {folder: folder.uri.toString(), paths}
    const checked = await server.ask<Checked>('poise/check', params, cancel.token).catch(() => undefined)
    if (checked === undefined) {
      write(l10n.t('Nothing was checked: Poise is not running in this window. “Poise: Restart Server” starts it.'))
      return 2
    }
    for (const line of checked.lines) write(line)
    for (const name of checked.missing)
      write(l10n.t('There is no file or folder “{0}”. Check “paths” in tasks.json.', name))
    const files = counted(checked.files, 'file')
    const found = checked.lines.length
    write(
      found === 0
        ? l10n.t('Nothing to change in {0}.', files)
        : l10n.t('{0} in {1}.', counted(found, 'finding'), files),
    )
    if (checked.missing.length > 0) return 2
    return checked.lines.some(line => !/: hint: /.test(line)) ? 1 : 0
  }

  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => void run().then(code => closed.fire(code)),
    close: () => cancel.cancel(),
  }
}
