import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {runTests} from '@vscode/test-electron'
import {build} from 'esbuild'
import {unpackVsix} from './unpack-vsix.ts'

const hostExecutable = fileURLToPath(new URL('./vscode-executable.mjs', import.meta.url))

/** One run of a suite inside VS Code: the suite's source, the packaged extension under test and the folder to open. */
export interface ExtensionSuite {
  /** A TypeScript module that exports `run`. */
  readonly suite: string
  readonly vsix: string
  /** A folder, or a `.code-workspace` of several. */
  readonly folder: string
  readonly settings?: Readonly<Record<string, unknown>>
  readonly environment?: Record<string, string>
  /** Changes the unpacked extension, in the folder that it is given, before it is loaded. */
  readonly prepare?: (extension: string) => void
}

/** Runs a suite in desktop VS Code when VSCODE_PATH names one, else in the test host; rejects when it fails. */
export async function runExtensionSuite(options: ExtensionSuite): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'vscode-suite-'))
  try {
    const bundle = path.join(root, 'suite.cjs')
    await build({
      entryPoints: [options.suite],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      sourcemap: 'inline',
      logLevel: 'warning',
    })
    const userData = path.join(root, 'user-data')
    mkdirSync(path.join(userData, 'User'), {recursive: true})
    writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(options.settings ?? {}))
    const extension = unpackVsix(options.vsix, path.join(root, 'extension'))
    options.prepare?.(extension)
    await runTests({
      vscodeExecutablePath: process.env['VSCODE_PATH'] ?? hostExecutable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      launchArgs: [options.folder, `--user-data-dir=${userData}`, `--extensions-dir=${path.join(root, 'extensions')}`],
      extensionTestsEnv: options.environment ?? {},
    })
  } finally {
    rmSync(root, {recursive: true, force: true, maxRetries: 5})
  }
}
