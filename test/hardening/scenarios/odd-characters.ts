// Characters that take two code units, two signs or no width, in texts with all kinds of line ends: where findings and fixes stand.
import {checkFile} from '../../../server/engine/check-file.ts'
import {applyEdits} from '../../../server/engine/fix.ts'
import {makeMemory} from '../../../server/engine/memory.ts'
import {makePlan} from '../../../server/engine/plan.ts'
import {hasSlot} from '../../../server/engine/slots.ts'
import {openFile} from '../../../server/formats/files/file.ts'
import {decodeText} from '../../../server/workspace/read-document.ts'
import {randomFrom} from '../../formats/random.ts'
import {cases} from '../cases.ts'
import {none} from '../measured.ts'

const odd = [
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  'Z\u0335\u0327\u031Ba\u0334l',
  '\u202Eabc\u202C',
  '\u2066x\u2069',
  '\u200B',
  '\u200D',
  '\u2028',
  '\u0000',
  '\uD83D',
  '\uDE00',
  '\uFEFF',
  'ﬁ',
  'ß',
  'İ',
  '\u00A0',
  '한',
  'ع',
  '\u001B[31m',
]
const phrases = [
  'Simply click **Save**.',
  'You should be able to see it.',
  'Just go on.',
  'We hope this helps.',
  'Unfortunately, our policy is our policy.',
  'Open *the* page.',
]
const ends = ['\n', '\r\n', '\r']
const plan = makePlan('macro')
const nature = {path: 'a.macro.md', kind: 'macro', named: true} as const

const inPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
const inEnd = (text: string, at: number): boolean => text[at - 1] === '\r' && text[at] === '\n'
const placeProblem = (text: string, at: number): string | undefined => {
  if (at < 0 || at > text.length) return 'outside the text'
  if (inPair(text, at)) return 'inside a pair'
  return inEnd(text, at) ? 'inside a line end' : undefined
}

const all = cases(10_000, 300)
const wrong: string[] = []
for (let seed = 0; seed < all; seed++) {
  const random = randomFrom(seed)
  const piece = (): string =>
    (random.chance(0.4) ? random.pick(odd) : random.pick(phrases)) +
    random.pick([' ', '', random.pick(ends), random.pick(ends).repeat(2)])
  const text = Array.from({length: 3 + random.below(12)}, piece).join('')
  const memory = makeMemory()
  const file = openFile(text, nature)
  if (file === undefined) continue
  const {findings} = checkFile(file, plan, memory)
  const found = (rule: string, problem: string): void =>
    void wrong.push(`seed ${seed}, ${rule}: ${problem} in ${JSON.stringify(text)}`)
  for (const {rule, span, suggestions} of findings) {
    for (const at of [span.start, span.end]) {
      const problem = placeProblem(text, at)
      if (problem !== undefined) found(rule, `squiggle ${problem}`)
    }
    for (const {edits} of suggestions) {
      for (const edit of edits) {
        for (const at of [edit.span.start, edit.span.end]) {
          const problem = placeProblem(text, at)
          if (problem !== undefined) found(rule, `edit ${problem}`)
        }
      }
      if (edits.some(edit => hasSlot(edit.text))) continue
      const after = applyEdits(text, edits)
      const before = text.slice(0, edits[0]?.span.start)
      const behind = text.slice(edits.at(-1)?.span.end)
      if (!after.startsWith(before) || !after.endsWith(behind)) found(rule, 'changes what lies around')
    }
  }
}
none('texts with odd characters and line ends: squiggles and edits stand between characters', all, wrong)

const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['UTF-16, little end first', Buffer.from('\uFEFFSimply click.', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\uFEFFSimply click.', 'utf16le').swap16()],
  ['a byte that is no UTF-8', Buffer.concat([Buffer.from('Simply '), Buffer.from([0xff]), Buffer.from(' click.')])],
  ['a character cut off', Buffer.concat([Buffer.from('Simply '), Buffer.from([0xf0, 0x9f, 0x98])])],
  ['a letter in more bytes than it needs', Buffer.from([0x53, 0xc1, 0x81])],
  ['half a pair in bytes', Buffer.from([0x53, 0xed, 0xa0, 0xbd])],
]
none(
  'bytes that are no text: named, never read as another text',
  files.length,
  files.flatMap(([name, bytes]) => (typeof decodeText(bytes) === 'string' ? [`${name} was taken for text`] : [])),
)
