import type {DocumentKind, Setting} from '../../rules/kit/types.ts'
import type {Block} from '../formats/format.ts'
import {type Habits, memoOf} from './block-memo.ts'

const contraction = /[a-z](?:n['’]t|['’](?:ll|re|ve|m))\b|\b(?:it|that|there|here|what|who|let)['’]s\b/i
/** Words that could have been contracted; “have” only as an auxiliary, for “do you have questions?” has no other form. */
const fullForm =
  /\b(?:(?:I am|I will|we are|we will|you are|you will|it is|that is)(?= \w)|(?:I|we|you) have (?:(?:already|also|just|now|not|yet|since|\w+ly) ){0,2}(?:been|had|done|gone|seen|taken|given|written|chosen|found|sent|made|told|set|put|\w{3,}ed)\b|(?:do|does|did|is|are|will) not\b|cannot\b)/i
const expectedLabel = /^\W*(?:the )?expected (?:results?|behaviou?rs?|outcomes?|outputs?)\b/i

/** What a block shows of its document's style, and whether it is a label. */
export function habitsOf(block: Block, kind: DocumentKind): Habits {
  const memo = memoOf(block)
  const {prose} = block
  if (memo.habits !== undefined) return memo.habits
  const curly = prose.includes('’')
  memo.habits = {
    curly,
    contracted: (curly || prose.includes("'")) && contraction.test(prose),
    // An article is not contracted unless it contracts, whatever else it holds.
    full: kind === 'macro' && fullForm.test(prose),
    label: expectedLabel.test(prose),
  }
  return memo.habits
}

/** One object for each setting there can be, so that settings are compared at a glance. */
const settings = new Map<string, Setting>()

function settingFor(setting: Setting): Setting {
  const {kind, block, expected, contractions, curly} = setting
  const key = `${kind}${block}${+expected}${+contractions}${+curly}`
  const known = settings.get(key) ?? setting
  settings.set(key, known)
  return known
}

/** How a document is written, as far as its blocks show it. */
export interface Style {
  readonly contractions: boolean
  readonly curly: boolean
}

/** What some blocks show of their document's style. */
export type StyleSigns = Omit<Habits, 'label'>

/** What the blocks, or larger parts of a document, show together. */
export function signsOf(parts: readonly StyleSigns[]): StyleSigns {
  let [curly, contracted, full] = [false, false, false]
  for (const part of parts) {
    curly ||= part.curly
    contracted ||= part.contracted
    full ||= part.full
  }
  return {curly, contracted, full}
}

/** The style of a document whose blocks show all this. */
export function styleOf({curly, contracted, full}: StyleSigns, kind: DocumentKind): Style {
  return {curly, contractions: contracted || (kind === 'macro' && !full)}
}

/** A block with what rules may know of its place. */
export interface SetBlock {
  readonly block: Block
  readonly setting: Setting
}

/** What rules may know of each block's place, in the order of the blocks. */
export function settingsOf(blocks: readonly Block[], kind: DocumentKind): readonly Setting[] {
  return settingsIn(blocks, kind, styleOf(signsOf(blocks.map(block => habitsOf(block, kind))), kind)).map(
    ({setting}) => setting,
  )
}

/** The same for a section of a document of this style, each with its block. */
export function settingsIn(
  blocks: readonly Block[],
  kind: DocumentKind,
  {contractions, curly}: Style,
): readonly SetBlock[] {
  const here = new Map<Block['kind'], Setting>()
  const expectedHere = new Map<Block['kind'], Setting>()
  let expected = false
  return blocks.map(block => {
    const {label} = habitsOf(block, kind)
    if (block.kind === 'heading') expected = label
    const isExpected = expected || label
    const known = isExpected ? expectedHere : here
    const setting =
      known.get(block.kind) ?? settingFor({kind, block: block.kind, expected: isExpected, contractions, curly})
    known.set(block.kind, setting)
    return {block, setting}
  })
}
