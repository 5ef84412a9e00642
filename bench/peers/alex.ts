import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

/** alex with its own settings, for Markdown. */
export const alex: Peer = {
  name: 'alex',
  packages: ['alex'],
  command: {package: 'alex', bin: 'alex', args: () => ['.']},
  async load() {
    const {markdown} = await loaded<{
      readonly markdown: (text: string) => {readonly messages: readonly unknown[]}
    }>('alex')
    return {check: text => markdown(text).messages.length}
  },
}
