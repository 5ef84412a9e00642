import type {DocumentKind, Setting} from '../../rules/kit/types.ts'
import {type Block, contentOf} from '../formats/format.ts'

const contraction = /[a-z](?:n['’]t|['’](?:ll|re|ve|m))\b|\b(?:it|that|there|here|what|who|let)['’]s\b/i
/** Words that could have been contracted; “have” only as an auxiliary, for “do you have questions?” has no other form. */
const fullForm =
  /\b(?:(?:I am|I will|we are|we will|you are|you will|it is|that is)(?= \w)|(?:I|we|you) have (?:(?:already|also|just|now|not|yet|since|\w+ly) ){0,2}(?:been|had|done|gone|seen|taken|given|written|chosen|found|sent|made|told|set|put|\w{3,}ed)\b|(?:do|does|did|is|are|will) not\b|cannot\b)/i
const expectedLabel = /^\W*(?:the )?expected (?:results?|behaviou?rs?|outcomes?|outputs?)\b/i

/** What a block tells of the document's habits. */
interface Habits {
  readonly curly: boolean
  readonly contracted: boolean
  readonly full: boolean
  readonly label: boolean
}

const habits = new WeakMap<object, Habits>()

function habitsOf(block: Block): Habits {
  const content = contentOf(block)
  const known = habits.get(content)
  if (known !== undefined) return known
  const {prose} = block
  const made = {
    curly: prose.includes('’'),
    contracted: contraction.test(prose),
    full: fullForm.test(prose),
    label: expectedLabel.test(prose),
  }
  habits.set(content, made)
  return made
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

/** What rules may know of each block's place, in the order of the blocks. */
export function settingsOf(blocks: readonly Block[], kind: DocumentKind): readonly Setting[] {
  const all = blocks.map(habitsOf)
  const curly = all.some(each => each.curly)
  const contracted = all.some(each => each.contracted)
  const contractions = contracted || (kind === 'macro' && !all.some(each => each.full))
  const known = new Map<string, Setting>()
  let expected = false
  return blocks.map((block, index) => {
    const label = all[index]?.label === true
    if (block.kind === 'heading') expected = label
    const here = expected || label
    const key = here ? block.kind : `${block.kind}-`
    const setting = known.get(key) ?? settingFor({kind, block: block.kind, expected: here, contractions, curly})
    known.set(key, setting)
    return setting
  })
}
