import type {Edit, Server} from './server.ts'

/** What some keystrokes took, in milliseconds; the server's CPU time is for one of them. */
export interface Typed {
  readonly cpu: number
  readonly walls: readonly number[]
}

/** Sends keystrokes one after another, each when the answer to the one before has come. */
export async function typed(server: Server, file: string, edits: Iterator<Edit>, count: number): Promise<Typed> {
  const before = await server.usage()
  const walls: number[] = []
  while (walls.length < count) {
    const next = edits.next()
    if (next.done) break
    walls.push(await server.edit(file, next.value))
  }
  return {cpu: ((await server.usage()).cpu - before.cpu) / count, walls}
}
