// Placeholders between the words that a rule rewrites: each is there afterwards as often as before, or there is no fix.
import {rules} from '../../../rules/index.generated.ts'
import {checkFile} from '../../../server/engine/check-file.ts'
import {applyEdits, fixAll} from '../../../server/engine/fix.ts'
import {makeMemory} from '../../../server/engine/memory.ts'
import {makePlan} from '../../../server/engine/plan.ts'
import {plainSlots} from '../../../server/engine/slots.ts'
import {type FileNature, openFile} from '../../../server/formats/files/file.ts'
import {placeholdersOf} from '../../formats/exactness.ts'
import {type Random, randomFrom} from '../../formats/random.ts'
import {placeholders} from '../../formats/random-replies.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const plan = makePlan('macro')
const memory = makeMemory()
/** In an example, what the rule marks stands between these signs. */
const marked = /«([^»]*)»/
const phrases = rules
  .filter(({scope}) => scope.includes('macro'))
  .flatMap(({examples}) =>
    examples.flatMap(example => ('bad' in example && marked.test(example.bad) ? [example.bad] : [])),
  )

const macro = {kind: 'macro', named: true} as const
const forms: readonly (readonly [nature: FileNature, write: (text: string) => string])[] = [
  [{...macro, path: 'a.macro.md'}, text => text],
  [{...macro, path: 'b.macro.md'}, text => `---\nas: text\n---\n${text}`],
  [{...macro, path: 'emails/c.html'}, text => `<p>Hi {{name}},</p>\n<p>${text.replaceAll('\n', '<br>')}</p>\n`],
  [
    {...macro, path: 'macros.json'},
    text =>
      JSON.stringify([
        {title: 'A', body: text},
        {title: 'B', body: 'Hi {{name}}, open it.'},
      ]),
  ],
]

const lost: string[] = []
const all = cases(5000, 150)
let applied = 0
for (let seed = 0; seed < all; seed++) {
  const random = randomFrom(seed)
  const [nature, write] = random.pick(forms)
  const text = write(withPlaceholder(random.pick(phrases), random))
  const checked = (now: string) => {
    const file = openFile(now, nature)
    return file === undefined ? {findings: []} : checkFile(file, plan, memory)
  }
  const before = placeholdersOf(text).join(' ')
  const compare = (what: string, after: string): void => {
    applied += 1
    if (placeholdersOf(after).join(' ') !== before)
      lost.push(`seed ${seed}, ${what}: ${JSON.stringify(text)} became ${JSON.stringify(after)}`)
  }
  for (const {rule, suggestions} of checked(text).findings) {
    for (const {edits} of suggestions) {
      const written = edits.map(edit => ({...edit, text: plainSlots(edit.text)}))
      compare(rule, applyEdits(text, written))
    }
  }
  const fixed = fixAll(text, checked)
  if (fixed.applied > 0) compare('all at once', fixed.text)
}
none('a placeholder in what is rewritten, in four formats', all, lost)
say({
  input: 'the same',
  toReach: '≥ 1 fix a case that is offered all the same',
  reached: `${(applied / all).toFixed(1)}`,
  passed: applied >= all,
})

/** Puts a placeholder between two of the marked words, in the place of one of them, or against one. */
function withPlaceholder(example: string, random: Random): string {
  return example
    .replace(marked, (_, words: string) => {
      const parts = words.split(' ')
      const at = random.below(parts.length + 1)
      const placeholder = random.pick(placeholders)
      const gone = random.chance(0.2) ? 1 : 0
      // Letters against it make three X a part of a word.
      if (random.chance(0.1) && placeholder !== 'XXX')
        return parts.with(Math.min(at, parts.length - 1), `${parts[at] ?? ''}${placeholder}`).join(' ')
      return parts.toSpliced(at, gone, placeholder).join(' ')
    })
    .replace(/[«»]/g, '')
}
