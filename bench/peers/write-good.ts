import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

/** write-good with its own settings. */
export const writeGood: Peer = {
  name: 'write-good',
  packages: ['write-good'],
  command: {package: 'write-good', bin: 'write-good', args: files => files.map(file => `./${file}`)},
  async load() {
    const {default: check} = await loaded<{readonly default: (text: string) => readonly unknown[]}>('write-good')
    return {check: text => check(text).length}
  },
}
