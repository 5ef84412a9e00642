import {endsClause, inConditional, isQuestion} from '../kit/clauses.ts'
import {apology, concern, namelessApology, thanks} from '../kit/empathy.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeLead} from '../kit/remove.ts'
import {capitalised, removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'

const care =
  '(understand|appreciate|realize|realise|recognize|recognise|sympathize|sympathise|empathize|empathise|hear|feel|agree|know (how|this|that)|see (how|why|where)|love|value|respect|get)'
const warm = [
  `(i|we) (do|can|certainly|definitely)? <adverb>* ${care} (your|you|that|how|why|what|where|this|the|it|with|for)`,
  `${apology}`,
  `${thanks}`,
  'you are <adverb>* (100)? (%)? right',
  '(that|this|it) must (be|have been)',
  '(i|we) (would|wish) (really)? (love|like|could|we could|i could) (to)?',
  '(i|we) hope you (can)? understand',
]
const turn = '(but|however|unfortunately|yet|though|sadly|regrettably)'
const cancelled = pattern(
  `warm=(${warm.join('|')}) ..16 turn=((,|;|-|–|—)? ${turn} ,? (unfortunately|sadly|regrettably)? ,?) rest=<word>`,
)
const conceded = pattern(
  `opener=(while|although|though|even though|much as|as much as) warm=((i|we) (do|can|certainly|really|fully|completely)? (would)? <adverb>* ${care}) ..20 turn=(,) rest=<word>`,
)
const closedBefore = pattern(`warm=(${warm.filter(source => source !== thanks && !source.includes('wish')).join('|')})`)
const reopened = pattern(
  '^ turn=(but|however|that said|that being said|nevertheless) ,? (unfortunately ,?)? rest=<word>',
)
const limit = pattern('(not|no|only|must|never|unable|unfortunately|impossible|policy|policies|final|cannot)')
/** What follows “but” and helps instead of taking back. */
const remedy = pattern(
  "(please|rest assured|here 's|here is|here are|don't worry|no worries|not to worry|the good news|good news|luckily|fortunately|thankfully|happy to|feel free|let me|let us|you can|you may|you could|you will be able|if you|it is (now)? (fixed|resolved|sorted)|(this|that) (is|has been|was) (now)? (fixed|resolved|sorted)|we are here|we want to|we would like to help)",
  '<we> (just|already|now|also)? (am|are|have|can|will|would|did)? (just|already|now|also|still|certainly|definitely|gladly|happily)? (be|been)? (happy|glad|able|going|working|looking|checking|sending|here|help|refund|send|offer|check|look|reset|restore|resend|replace|add|arrange|share|pass|forward|refunded|sent|reset|restored|resent|replaced|added|arranged|shared|passed|forwarded|fixed|raised|escalated|shipped|asked|credited|issued|corrected|updated|checked|suggest|recommend)',
)
const refused = /^(?:only|not|unable)$/
const clause = pattern(
  "<subject> <adverb>* (<modal>|am|is|are|was|were|has|have|had|do|does|did|'s)",
  '(i|we|you|they|it|this|that|there) <word>',
)
const wish = pattern('(i|we) (would|wish)')
const nameless = pattern(...namelessApology)
const bareSorry = pattern('((i|we) (am|are))? (so|very|really|terribly)? sorry')

export default defineRule({
  id: 'empathy-but',
  principle: 'understanding',
  scope: ['macro'],
  level: 'sentence',
  severity: 'warning',
  message: '“{found}” takes the sympathy back as soon as it is given.',
  why: 'After “but” only the refusal is heard. Let the acknowledgement stand as a sentence of its own; then say what you can do.',
  sources: [
    'A Word about Pushback: pushback comes of not feeling heard',
    'Navigating User Pushback: empathize, then redirect to solving the problem',
    'Yeomans et al. on receptiveness: avoid argumentative connectives',
  ],
  serves: ['empathise-and-redirect', 'be-heard', 'understanding'],
  triggers: 'but however unfortunately yet though sadly regrettably while although much said nevertheless'.split(' '),
  supersedes: ['generic-apology'],
  examples: [
    {
      bad: "«I understand your concern about the fee, but» we can't refund trials.",
      better: "I understand your concern about the fee. We can't refund trials.",
    },
    {
      bad: "«I'm sorry about the delay, however» the order has shipped.",
      better: "I'm sorry about the delay. The order has shipped.",
    },
    {
      bad: "«Thanks for the suggestion, unfortunately» we don't plan to add it.",
      better: "Thanks for the suggestion. We don't plan to add it.",
    },
    {
      bad: "«While I understand how annoying this is,» we can't change the date.",
      better: "I understand how annoying this is. We can't change the date.",
    },
    {bad: 'I understand how annoying this is. «However», our policy does not allow it.'},
    {good: "I'm sorry about the delay, but I've now shipped the order by express."},
    {good: 'The export works but takes a minute.'},
    {good: 'The report is large. However, you can export it today.'},
    {good: 'I know you asked for CSV, and here is what I can do today.'},
    {good: 'I understand how annoying this is. However, you can export it today.'},
    {good: "I'm sorry it hasn't arrived yet."},
    {good: 'I see that the first import worked but the second one stopped at 40%.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = [cancelled, conceded]
      .map(turned => turned.find(sentence))
      .find(match => match && applies(sentence, match))
    if (!found) return afterwards(sentence)
    const from = (found.parts['opener'] ?? found.parts['warm'] ?? found).from
    const range = {from, to: lastWord(sentence, found.parts['turn']?.to ?? found.to)}
    return isBare(sentence, found)
      ? [
          matchOf(sentence, range, [dropped(sentence, found, from), slotted(sentence, found, from)], {
            severity: 'suggestion',
          }),
        ]
      : [
          matchOf(
            sentence,
            range,
            [split(sentence, found, from)],
            wish.at(sentence.words, range.from) ? {severity: 'suggestion'} : {},
          ),
        ]
  },
})

function applies(sentence: Sentence, {from, parts}: Found): boolean {
  const {warm, rest} = parts
  if (
    !warm ||
    !rest ||
    (/^(?:if|that|to|when|because|how|as|who|which|not|whether)$/.test(sentence.words[warm.from - 1]?.norm ?? '') &&
      !parts['opener'])
  )
    return false
  return !helps(sentence, rest.from) && (parts['opener'] !== undefined || !inConditional(sentence, from))
}

/** Whether the words from `at` offer something rather than refuse it. */
function helps({words}: Sentence, at: number): boolean {
  const found = remedy.at(words, at)
  return found !== undefined && !refused.test(words[found.to]?.norm ?? '')
}

/** A refusal in the sentence behind the sympathy: “However, our policy …”. */
function afterwards(sentence: Sentence): readonly Match[] {
  const found = reopened.find(sentence)
  const {turn, rest} = found?.parts ?? {}
  const {previous} = sentence
  if (!found || !turn || !rest || !previous || isQuestion(previous)) return []
  const before = closedBefore.find(previous)
  if (!before || inConditional(previous, before.from) || !limit.find(sentence) || helps(sentence, rest.from)) return []
  return [matchOf(sentence, turn, [removeWords(sentence, {from: turn.from, to: rest.from})])]
}

function isBare({words}: Sentence, {parts}: Found): boolean {
  const {warm, turn} = parts
  return warm !== undefined && turn !== undefined && bareSorry.at(words, warm.from)?.to === turn.from
}

/** The two halves as two sentences; what the sympathy is about goes in where it names nothing. */
function split(sentence: Sentence, found: Found, from: number): Rewrite | undefined {
  const {warm, turn, rest} = found.parts
  if (!warm || !turn || !rest || !clause.at(sentence.words, rest.from)) return undefined
  const said = textOf(sentence, {from: warm.from, to: turn.from})
  const unnamed = nameless.at(sentence.words, warm.from)
  const cause = unnamed?.parts['cause']
  const range = {from, to: rest.to}
  const next = capitalised(textOf(sentence, rest))
  if (cause)
    return replaceWords(
      sentence,
      range,
      `${textOf(sentence, {from: warm.from, to: cause.from})} ${/sorry/i.test(said) ? 'about' : 'for'} ${slot('what went wrong for them')}. ${next}`,
      'needs-input',
    )
  return endsObjectless(sentence, turn.from)
    ? replaceWords(sentence, range, `${said} about ${slot('what went wrong for them')}. ${next}`, 'needs-input')
    : replaceWords(sentence, range, `${said}. ${next}`)
}

/** Whether the sympathy ends with a feeling that has no object: “your frustration”. */
function endsObjectless({words}: Sentence, at: number): boolean {
  return new RegExp(`^${concern}$`).test(words[at - 1]?.norm ?? '')
}

function slotted(sentence: Sentence, {parts}: Found, from: number): Rewrite | undefined {
  const {turn, rest} = parts
  if (!turn || !rest || !clause.at(sentence.words, rest.from)) return undefined
  return replaceWords(
    sentence,
    {from, to: rest.to},
    `${textOf(sentence, {from, to: turn.from})} about ${slot('what went wrong for them')}. ${capitalised(textOf(sentence, rest))}`,
    'needs-input',
  )
}

function dropped(sentence: Sentence, {parts}: Found, from: number): Rewrite | undefined {
  const {turn, rest} = parts
  if (!turn || !rest || !clause.at(sentence.words, rest.from)) return undefined
  return removeLead(sentence, {from, to: turn.from}) ?? removeWords(sentence, {from, to: rest.from})
}

function lastWord({words}: Sentence, to: number): number {
  let end = to
  while (
    endsClause(words[end - 1]) &&
    words[end - 2] &&
    /^(?:but|however|unfortunately|sadly|regrettably|yet|though)$/.test(words[end - 2]?.norm ?? '')
  )
    end--
  return end
}
