import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

interface Harper {
  readonly LocalLinter: new (options: {
    readonly binary: unknown
    readonly dialect: number
  }) => {
    readonly setup: () => Promise<void>
    readonly lint: (
      text: string,
      options: {readonly language: 'markdown'},
    ) => Promise<readonly {readonly free: () => void}[]>
  }
  readonly Dialect: {readonly American: number}
}

/** Harper as it runs in JavaScript, with its own settings. */
export const harper: Peer = {
  name: 'Harper (WebAssembly)',
  packages: ['harper.js'],
  async load() {
    const {LocalLinter, Dialect} = await loaded<Harper>('harper.js')
    const {binary} = await loaded<{readonly binary: unknown}>('harper.js/binary')
    const linter = new LocalLinter({binary, dialect: Dialect.American})
    await linter.setup()
    return {
      async check(text) {
        const lints = await linter.lint(text, {language: 'markdown'})
        for (const lint of lints) lint.free()
        return lints.length
      },
    }
  },
}
