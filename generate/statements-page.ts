import type {Rule} from '../rules/kit/types.ts'
import {type SeedText, seeds, seedTexts} from '../rules/seeds.ts'
import {cell} from './example-text.ts'
import {generatedNote} from './generated-note.ts'

type Seed = (typeof seeds)[number]

/** The page of every statement of the source texts, the rules that serve it, and what a file can't show of it. */
export function statementsPageOf(rules: readonly Rule[]): string {
  const rowOf = (seed: Seed): string => {
    const own = rules.filter(rule => rule.serves.includes(seed.id)).map(({id}) => `[${id}](${id}.md)`)
    const unseen = 'unseen' in seed ? seed.unseen : ''
    return `| <a id="${seed.id}"></a>${cell(seed.says)} | ${own.join(', ') || '–'} | ${cell(unseen)} |\n`
  }
  const tableOf = (text: SeedText): string => {
    const rows = seeds.filter(seed => seed.text === text).map(rowOf)
    return `## ${seedTexts[text]}\n\n| Statement | Rules that serve it | What a file can’t show |\n| --- | --- | --- |\n${rows.join('')}`
  }
  const texts = Object.keys(seedTexts) as readonly SeedText[]
  return `${generatedNote}
# What the rules rest on

Two short texts on pushback say what support writing should be. Each statement of theirs is here, in our own words, with the rules that
serve it.

${texts.map(tableOf).join('\n')}`
}
