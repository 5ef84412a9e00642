import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

interface Processor {
  readonly use: (...plugin: readonly unknown[]) => Processor
  readonly process: (text: string) => Promise<{readonly messages: readonly unknown[]}>
}

const plugin = async (name: string): Promise<unknown> => (await loaded<{readonly default: unknown}>(name)).default

/** What every checker made of unified has to do first: Markdown by remark, English by retext, and not one rule. */
export const retext: Peer = {
  name: 'unified + retext-english, no rules',
  packages: ['unified', 'retext-english', 'remark-parse', 'remark-gfm', 'remark-frontmatter', 'remark-retext'],
  async load() {
    const {unified} = await loaded<{readonly unified: () => Processor}>('unified')
    const english = unified()
      .use(await plugin('retext-english'))
      .use(noOutput)
    const processor = unified()
      .use(await plugin('remark-parse'))
      .use(await plugin('remark-gfm'))
      .use(await plugin('remark-frontmatter'))
      .use(await plugin('remark-retext'), english)
      .use(noOutput)
    return {check: async text => (await processor.process(text)).messages.length}
  },
}

function noOutput(this: {compiler: () => string}): void {
  this.compiler = () => ''
}
