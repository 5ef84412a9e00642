import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'
import {sourceText} from '../../server/formats/files/source-text.ts'
import {ruleOf} from '../../server/house-style/phrase-rule.ts'
import {type Random, randomFrom} from '../formats/random.ts'
import {phrase} from '../house-style/phrases.ts'
import {saidOf} from './said.ts'

/** Edits in all: `POISE_EDITS=10000 POISE_CORPUS=FOLDER` makes ten thousand of them in the articles and replies of a folder. */
const edits = Number(process.env['POISE_EDITS'] ?? 600)
const folder = process.env['POISE_CORPUS'] ?? path.join(import.meta.dirname, '../../examples')
/** A team's own rules are kept in the same way. */
const own = ['you', '~click', 'see it', 'note', 'sync .. error'].map(find => ruleOf(phrase(find, ['we'], {name: find})))
const planOf = (kind: 'article' | 'macro') => makePlan(kind, {}, [...rules, ...own])
const plans = {article: planOf('article'), macro: planOf('macro')}
const perFile = 12

test(`after each of ${edits} edits the kept state says what a fresh check says`, () => {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => /\.(?:md|json|ya?ml|xml|csv|html|ftl)$/.test(name) && !path.basename(name).startsWith('.'))
    .sort()
  assert.ok(names.length > 0, `no files in ${folder}`)
  const random = randomFrom(11)
  for (let done = 0; done < edits; done += perFile) {
    const name = random.pick(names)
    let text = readFileSync(path.join(folder, name), 'utf8')
    if (text.length > 60_000) continue
    const nature = {path: `/${name}`, kind: kindOf(name), named: false}
    let open = openFile(text, nature)
    if (open === undefined) continue
    const memory = makeMemory()
    checkFile(open, plans[open.kind], memory)
    for (let step = 0; step < perFile; step++) {
      const {from, to, insert} = randomEdit(text, random)
      text = text.slice(0, from) + insert + text.slice(to)
      open = open.edit([{from, to, insert: insert.length}], sourceText(text))
      const fresh = openFile(text, nature)
      // A file that an edit turns into something else stays what it was opened as.
      if (fresh === undefined || fresh.kind !== open.kind) break
      assert.deepEqual(
        saidOf(open, plans[open.kind], memory),
        saidOf(fresh, plans[open.kind], makeMemory()),
        `${name}, edit ${step} of ${done}`,
      )
    }
  }
})

function kindOf(name: string): 'article' | 'macro' {
  return /\.(?:md)$/.test(name) && !name.endsWith('.macro.md') && !name.includes('macros/') ? 'article' : 'macro'
}

const inserts = [
  ...['x', ' ', '.', '\n', '\n\n', '"', '\\', '<b>', '**', '> ', '- ', '1. ', '```\n', '---\n', '# ', '{{name}}', '|'],
  ...['You should be able to see it. ', 'Unfortunately, we can’t. ', 'Simply click Save. ', 'I hope this helps.'],
]

function randomEdit(text: string, random: Random): {from: number; to: number; insert: string} {
  const from = random.below(text.length + 1)
  const to = random.chance(0.4) ? Math.min(text.length, from + random.below(30)) : from
  return {from, to, insert: random.chance(0.15) ? '' : random.pick(inserts)}
}
