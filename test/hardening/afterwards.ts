import type {TestContext} from 'node:test'

const works: (() => unknown)[] = []

/** Stands for a test where helpers of the tests want one: what it is to do afterwards is done by `tidy`. */
export const scene: Pick<TestContext, 'after'> = {after: work => void works.push(work as () => unknown)}

/** Stops and removes what the scenario has started. */
export async function tidy(): Promise<void> {
  for (const work of works.splice(0).reverse()) await work()
}
