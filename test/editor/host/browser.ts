import {constants} from 'node:os'
import {type Browser, chromium} from 'playwright-core'
import type {HostParts} from './install.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let exitsOnSignals = false

/** Starts headless Chromium, which can reach nothing but this machine and ends with this process. */
export function startBrowser(parts: Pick<HostParts, 'chromium'>): Promise<Browser> {
  exitOnSignals()
  return chromium.launch({
    executablePath: parts.chromium,
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

// Playwright's own handlers close the browser on some signals and then keep this process alive; its exit handler does
// end the browser and removes the profile.
function exitOnSignals(): void {
  if (exitsOnSignals) return
  exitsOnSignals = true
  for (const signal of ENDING_SIGNALS) process.once(signal, () => process.exit(128 + constants.signals[signal]))
}
