import assert from 'node:assert/strict'
import {makeMemory} from '../../../server/engine/memory.ts'
import {openFile} from '../../../server/formats/files/file.ts'
import {sourceText} from '../../../server/formats/files/source-text.ts'
import {saidOf} from '../../engine/said.ts'
import {plans} from '../holds-for-file.ts'
import {filesAt, ignoreComments, phrases, placeholders} from '../material.ts'
import {partSign, parts} from '../parts.ts'
import {jsonSigns, markdownSigns} from '../signs.ts'
import type {Target} from '../target.ts'

/** Each edit is written as the place, how many characters go, and what comes, with this sign between them. */
const fieldSign = '␟'
const edit = (at: number, gone: number, insert: string): string => partSign + [at, gone, insert].join(fieldSign)

/** By the remainder of the input's first code unit, so that any input is a file. */
const natures = [
  {path: 'a.md', kind: 'article', named: true},
  {path: 'a.macro.md', kind: 'macro', named: true},
  {path: 'macros/saved-replies.md', kind: 'macro', named: true},
  {path: 'macros/macros.json', kind: 'macro', named: true},
] as const

const json =
  '{"macros": [{"title": "A", "body": "Simply click.\\nUnfortunately, we can’t."}, {"title": "B", "body": "I hope."}]}'

/** A file that is open, and edits to it: the first character stands for the format, the rest up to the first edit is the text. */
export const target: Target = {
  name: 'edits',
  seeds: [
    `0${filesAt('examples/articles/fix-sync-errors.md')[0]}${edit(10, 3, '# ')}${edit(80, 0, '```\n')}${edit(80, 4, '')}`,
    `1${filesAt('examples/macros/double-charge.md')[0]}${edit(40, 20, '> ')}${edit(200, 0, '<!-- poise-ignore -->')}`,
    `2${filesAt('examples/macros/saved-replies.md')[0]}${edit(60, 0, '## Title\n\n')}${edit(5, 40, '')}`,
    `3${json}${edit(42, 5, 'just press')}${edit(44, 0, '"')}${edit(44, 1, '')}${edit(60, 0, '\\n- a')}`,
  ],
  dictionary: [
    ...[edit(0, 0, 'x'), edit(30, 0, '\n\n'), edit(75, 9, ''), edit(100, 0, 'Simply click it.'), edit(999, 0, '\n- a')],
    ...[partSign, fieldSign, '0', '7', '12', '99'],
    ...markdownSigns,
    ...jsonSigns,
    ...ignoreComments,
    ...placeholders,
    ...phrases,
  ],
  holds(input) {
    const [first = '', ...edits] = parts(input)
    const nature = natures[first.charCodeAt(0) % natures.length]
    if (nature === undefined) return
    let text = first.slice(1)
    let open = openFile(text, nature)
    if (open === undefined) return
    const plan = plans[open.kind]
    const memory = makeMemory()
    saidOf(open, plan, memory)
    for (const each of edits.slice(0, 12)) {
      const [at = '', gone = '', insert = ''] = each.split(fieldSign)
      const from = Math.min(Number.parseInt(at, 10) || 0, text.length)
      const to = Math.min(from + (Number.parseInt(gone, 10) || 0), text.length)
      text = text.slice(0, from) + insert + text.slice(to)
      open = open.edit([{from, to, insert: insert.length}], sourceText(text))
      const fresh = openFile(text, nature)
      // A file that an edit turns into something else stays what it was opened as.
      if (fresh === undefined || fresh.kind !== open.kind) return
      assert.equal(open.text, text, 'the kept text is another')
      assert.deepEqual(
        saidOf(open, plan, memory),
        saidOf(fresh, plan, makeMemory()),
        'the kept state says another thing',
      )
    }
  },
}
