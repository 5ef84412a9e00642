import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

interface Markdownlint {
  readonly lint: (options: {
    readonly strings: Readonly<Record<string, string>>
  }) => Promise<Readonly<Record<string, readonly unknown[]>>>
}

/** markdownlint with its own settings. */
export const markdownlint: Peer = {
  name: 'markdownlint',
  packages: ['markdownlint', 'markdownlint-cli2'],
  command: {package: 'markdownlint-cli2', bin: 'markdownlint-cli2', args: () => ['**/*.md']},
  async load() {
    const {lint} = await loaded<Markdownlint>('markdownlint/promise')
    return {check: async text => (await lint({strings: {text}}))['text']?.length ?? 0}
  },
}
