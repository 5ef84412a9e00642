import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {startGuarded} from './guarded.ts'
import type {HostParts} from './install.ts'

const LISTENING = /Extension host agent listening on (\d+)/
const FOREIGN_VARIABLES = /^(VSCODE_|ELECTRON_|XDG_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|NODE_CHANNEL_|PORT$)/

const DEFAULT_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  // The browser's default saves by itself after a while, and the desktop's does not.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.minimap.enabled': false,
  // One line on the screen is one line of the file.
  '[markdown]': {'editor.wordWrap': 'off'},
}

/** What a test can choose about the server: the extension to install, Workspace Trust, user settings, environment. */
export interface ServerOptions {
  /** A packaged extension that is installed before the server starts. */
  readonly vsix?: string
  /** With 'on', folders open in Restricted Mode until they are trusted; 'off' is the default. */
  readonly trust?: 'off' | 'on'
  /** User settings, over the quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** More environment variables for the server and its extension host. */
  readonly environment?: Readonly<Record<string, string>>
  /** Lets a page run extension tests; notifications are not shown then. */
  readonly extensionTests?: boolean
  /** How much VS Code and its extensions log. */
  readonly logLevel?: 'trace'
  /** The display language that windows tell extensions; their own texts stay English, since no language pack is installed. */
  readonly language?: string
}

/** A running VS Code server with folders of its own. */
export interface EditorServer {
  readonly port: number
  readonly url: string
  /** The address by which a page names a file or folder of this machine. */
  remote(file: string): string
  /** The throw-away home folder of the server. */
  readonly home: string
  /** The log folder and settings of VS Code lie below this folder. */
  readonly userData: string
  readonly extensions: string
  /** What the server has printed so far. */
  log(): string
  /** Ends the server with all its processes and removes its folders. */
  stop(): Promise<void>
}

/** Starts a VS Code server on a free port with throw-away folders; it ends with this process whatever happens. */
export async function startServer(parts: HostParts, options: ServerOptions = {}): Promise<EditorServer> {
  const root = mkdtempSync(path.join(tmpdir(), 'vscode-host-'))
  const at = (name: string) => path.join(root, name)
  const [home, userData, serverData, extensions] = [at('home'), at('user-data'), at('server-data'), at('extensions')]
  const temporary = at('tmp')
  for (const folder of [home, temporary, path.join(userData, 'User'), serverData, extensions]) {
    mkdirSync(folder, {recursive: true})
  }
  const settings = {...DEFAULT_SETTINGS, ...options.settings}
  writeFileSync(path.join(userData, 'User', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`)

  const env = {...cleanEnvironment(), HOME: home, TMPDIR: temporary, EXTENSIONS_GALLERY: '{}', ...options.environment}
  const folders = ['--user-data-dir', userData, '--server-data-dir', serverData, '--extensions-dir', extensions]
  const common = ['--accept-server-license-terms', ...folders]
  const install = options.vsix === undefined ? [] : [['--install-extension', path.resolve(options.vsix)]]
  const address = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token']
  const trust = options.trust === 'on' ? [] : ['--disable-workspace-trust']
  // A built VS Code takes extensionTestsPath from the page's address only with the smoke-test driver.
  const driver = options.extensionTests ? ['--enable-smoke-test-driver'] : []
  const level = options.logLevel === undefined ? [] : ['--log', options.logLevel]
  const serve = [...address, ...trust, ...driver, ...level, '--telemetry-level', 'off']

  const commands = [...install, serve].map(args => [parts.node, parts.serverMain, ...common, ...args])
  const {log, printed, stop} = startGuarded(commands, root, env)
  const port = Number((await printed(LISTENING))[1])
  const remote = (file: string) =>
    `vscode-remote://127.0.0.1:${port}${file.split('/').map(encodeURIComponent).join('/')}`
  return {port, url: `http://127.0.0.1:${port}`, remote, home, userData, extensions, log, stop}
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.test(name)))
}
