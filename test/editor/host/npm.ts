import {runCommand} from './command.ts'

const TIMEOUT_MS = 10 * 60_000

/** Runs npm in a folder with its output in a log, and returns a one-line reason when it fails. */
export async function npm(args: string[], cwd: string, extra: NodeJS.ProcessEnv, logFile: string) {
  const env: NodeJS.ProcessEnv = {...process.env, ...extra}
  // Set by an outer `npm run` or test: they would give the inner npm the wrong folder or options.
  for (const name of ['npm_config_local_prefix', 'NODE_OPTIONS', 'INIT_CWD']) delete env[name]
  const {code, note} = await runCommand('npm', args, {cwd, env, logFile, timeoutMs: TIMEOUT_MS})
  return code === 0 ? undefined : `npm ${args[0]} for the test host failed: ${note}, see ${logFile}`
}
