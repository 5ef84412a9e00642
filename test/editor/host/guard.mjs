/**
 * Runs commands one after the other in process groups of their own, ends them with all their processes, and removes
 * their folder, as soon as the process that started this guard closes the pipe: also when it was killed.
 */
import {spawn} from 'node:child_process'
import {appendFileSync, openSync, rmSync} from 'node:fs'

const GRACE_MS = 1500

const {commands, logFile, folder} = JSON.parse(process.argv[2] ?? '{}')
const log = openSync(logFile, 'a')
let child
let ending = false

function runNext() {
  const [file, ...args] = commands.shift()
  child = spawn(file, args, {cwd: folder, detached: true, stdio: ['ignore', log, log]})
  child.on('error', error => ended(error.message))
  child.on('exit', (code, signal) => ended(signal ?? code))
}

function ended(how) {
  if (ending) finish()
  else if (how === 0 && commands.length > 0) runNext()
  // The folder stays until the pipe is closed, so that the log of a server that failed can be read.
  else appendFileSync(logFile, `\nVS Code server ended: ${how}\n`)
}

function end() {
  if (ending) return
  ending = true
  signalGroup('SIGTERM')
  if (child.exitCode !== null || child.signalCode !== null) finish()
  else setTimeout(finish, GRACE_MS)
}

function finish() {
  signalGroup('SIGKILL')
  // A process of the group that is just dying may still write a file.
  rmSync(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
  process.exit(0)
}

function signalGroup(signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Every process of the group has ended.
  }
}

process.stdin.on('error', end)
process.stdin.on('close', end)
process.stdin.resume()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
runNext()
