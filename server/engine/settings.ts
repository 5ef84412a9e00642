import type {DocumentKind, Setting} from '../../rules/kit/types.ts'
import type {Block} from '../formats/format.ts'

const contraction = /[a-z](?:n['’]t|['’](?:ll|re|ve|m))\b|\b(?:it|that|there|here|what|who|let)['’]s\b/i
/** Words that could have been contracted; “have” only as an auxiliary, for “do you have questions?” has no other form. */
const fullForm =
  /\b(?:(?:I am|I will|we are|we will|you are|you will|it is|that is)(?= \w)|(?:I|we|you) have (?:(?:already|also|just|now|not|yet|since|\w+ly) ){0,2}(?:been|had|done|gone|seen|taken|given|written|chosen|found|sent|made|told|set|put|\w{3,}ed)\b|(?:do|does|did|is|are|will) not\b|cannot\b)/i
const expectedLabel = /^\W*(?:the )?expected (?:results?|behaviou?rs?|outcomes?|outputs?)\b/i

/** What rules may know of each block's place, in the order of the blocks. */
export function settingsOf(blocks: readonly Block[], kind: DocumentKind): readonly Setting[] {
  const curly = blocks.some(block => block.prose.includes('’'))
  const contracted = blocks.some(block => contraction.test(block.prose))
  const contractions = contracted || (kind === 'macro' && !blocks.some(block => fullForm.test(block.prose)))
  const settings = new Map<string, Setting>()
  let expected = false
  return blocks.map(block => {
    const label = expectedLabel.test(block.prose)
    if (block.kind === 'heading') expected = label
    const here = expected || label
    const key = `${block.kind}${here}`
    const setting = settings.get(key) ?? {kind, block: block.kind, expected: here, contractions, curly}
    settings.set(key, setting)
    return setting
  })
}
