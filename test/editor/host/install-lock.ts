import {createHash} from 'node:crypto'
import {createServer, type Server} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'

const POLL_MS = 250

/** Runs a task while no other process on this machine runs one for the same folder. */
export async function withInstallLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  // An abstract Unix socket: the kernel frees the name when its owner dies, so no stale lock can be left behind.
  const name = `\0vscode-test-host-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const lock = await acquire(name)
  try {
    return await task()
  } finally {
    await new Promise(resolve => lock.close(resolve))
  }
}

async function acquire(name: string): Promise<Server> {
  for (;;) {
    const server = await tryListen(name)
    if (server) return server
    await sleep(POLL_MS)
  }
}

function tryListen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(name, () => resolve(server))
  })
}
