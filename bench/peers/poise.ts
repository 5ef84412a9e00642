import type {OpenFile} from '../../server/formats/files/file.ts'
import type {Peer} from './peer.ts'

/** Poise: every text with an empty memory, so that it is really checked. */
export const poise: Peer = {
  name: 'Poise',
  packages: [],
  async load() {
    const {checkFile} = await import('../../server/engine/check-file.ts')
    const {makeMemory} = await import('../../server/engine/memory.ts')
    const {makePlan} = await import('../../server/engine/plan.ts')
    const {openFile} = await import('../../server/formats/files/file.ts')
    const {sourceText} = await import('../../server/formats/files/source-text.ts')
    const plan = makePlan('article')
    let memory = makeMemory()
    let file: OpenFile | undefined
    const findings = () => (file === undefined ? 0 : checkFile(file, plan, memory).findings.length)
    return {
      check(text) {
        memory = makeMemory()
        file = openFile(text, {path: '/article.md', kind: 'article', named: false})
        return findings()
      },
      typed(text, at) {
        file = file?.edit([{from: at, to: at, insert: 1}], sourceText(text))
        return findings()
      },
    }
  },
}
