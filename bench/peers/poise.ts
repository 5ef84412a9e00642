import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {type OpenFile, openFile} from '../../server/formats/files/file.ts'
import {sourceText} from '../../server/formats/files/source-text.ts'
import type {Peer} from './peer.ts'

const plan = makePlan('article')

/** Poise: every text with an empty memory, so that it is really checked. */
export const poise: Peer = {
  name: 'Poise',
  packages: [],
  async load() {
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
