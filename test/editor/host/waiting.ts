import {setTimeout as sleep} from 'node:timers/promises'
import type {Locator} from 'playwright-core'

/** How long one step in the interface may take. */
export const STEP_MS = 45_000

const POLL_MS = 100

/** Repeats an attempt until it succeeds, and fails with a name for what was awaited when the time is over. */
export async function retry(attempt: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + STEP_MS
  while (!(await attempt())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`)
    await sleep(POLL_MS)
  }
}

/** Says whether an element becomes visible within a time. */
export async function within(timeout: number, element: Locator): Promise<boolean> {
  return element.waitFor({timeout}).then(
    () => true,
    () => false,
  )
}

/** A pattern for a label as it is drawn, where spaces are no-break spaces. */
export function asPattern(label: string): RegExp {
  return new RegExp(label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s'))
}

/** Drawn texts with ordinary spaces, each on one line. */
export function plain(texts: readonly string[]): string[] {
  return texts.map(text =>
    text
      .replaceAll('\u00a0', ' ')
      .replace(/\s*\n\s*/g, ' ')
      .trimEnd(),
  )
}
