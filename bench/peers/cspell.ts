import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

interface CSpell {
  readonly getDefaultSettings: () => Promise<unknown>
  readonly spellCheckDocument: (
    document: {readonly uri: string; readonly text: string; readonly languageId: string; readonly locale: string},
    options: {readonly generateSuggestions: boolean; readonly noConfigSearch: boolean},
    settings: unknown,
  ) => Promise<{readonly issues: readonly unknown[]}>
}

/** cSpell with its own dictionaries. */
export const cspell: Peer = {
  name: 'cSpell',
  packages: ['cspell-lib', 'cspell'],
  command: {package: 'cspell', bin: 'cspell', args: () => ['lint', '--no-progress', '--no-summary', '**/*.md']},
  async load() {
    const {getDefaultSettings, spellCheckDocument} = await loaded<CSpell>('cspell-lib')
    const settings = await getDefaultSettings()
    const options = {generateSuggestions: false, noConfigSearch: true}
    return {
      async check(text) {
        const document = {uri: 'file:///article.md', text, languageId: 'markdown', locale: 'en'}
        return (await spellCheckDocument(document, options, settings)).issues.length
      },
    }
  },
}
