/** The result of a run of extension tests. */
export interface Summary {
  readonly passed: number
  readonly failed: number
}

interface RegisteredTest {
  readonly name: string
  readonly body: () => unknown
}

const TEST_TIMEOUT_MS = 60_000
const SUMMARY = /^(\d+) passed, (\d+) failed$/gm
const tests: RegisteredTest[] = []

/** Registers a test of a suite that runs inside VS Code. */
export function test(name: string, body: () => unknown): void {
  tests.push({name, body})
}

/** Runs the registered tests in order, prints a line for each and the summary, and rejects when one has failed. */
export async function runTests(): Promise<void> {
  let passed = 0
  for (const {name, body} of tests) {
    try {
      await withTimeout(body)
      passed++
      console.log(`ok - ${name}`)
    } catch (error) {
      console.log(`not ok - ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  const failed = tests.length - passed
  console.log(`${passed} passed, ${failed} failed`)
  if (failed > 0 || passed === 0) throw new Error(`${failed} of ${tests.length} tests failed`)
}

/** Finds the last summary line in the output of a run. */
export function parseSummary(output: string): Summary | undefined {
  const [, passed, failed] = [...output.matchAll(SUMMARY)].at(-1) ?? []
  return passed === undefined ? undefined : {passed: Number(passed), failed: Number(failed)}
}

async function withTimeout(body: () => unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const expired = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished within ${TEST_TIMEOUT_MS} ms`)), TEST_TIMEOUT_MS)
  })
  try {
    await Promise.race([body(), expired])
  } finally {
    clearTimeout(timer)
  }
}
