import {isEnd, isQuestion} from '../kit/clauses.ts'
import {withOffer} from '../kit/limits.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {removeAside} from '../kit/remove.ts'
import {removeWords, replaceSentence, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import {baseOfGerund, formsOf} from '../kit/verbs.ts'

const machines = 'system|systems|software|platform|tool|tools|computer|program'
const bodies =
  'partners|partner|processor|processors|bank|banks|provider|providers|carrier|vendor|supplier|suppliers|manufacturer|publisher|insurer|airline|management|manager|managers|supervisor|headquarters|legal|compliance|department'
const power = `((our|the|my|(<word> 's)) <word>? <word>? (${machines}|${bodies})|head office|upper? management|corporate|headquarters|legal|compliance) (, ..4 ,)?`
const partner = `(our|(<word> 's)) <word>? <word>? (${bodies}) (, ..6 ,)?`
const never = '(do|does|did|will|would|can) <adverb>* not <adverb>* (let|allow|permit)'

const told = pattern(
  `${power} past=(have|has|had) <adverb>* (directed|instructed|ordered|forced|required|told) (me|us) denied=not? to how=<adverb>* act=<base>`,
  `${power} <adverb>* (force|forces|require|requires|oblige|obliges|direct|directs|want|wants) (me|us) denied=not? to how=<adverb>* act=<base>`,
  'who=(i|we) (am|are) (now|also|therefore|simply)? (forced|obliged|obligated|compelled|directed|instructed|ordered|told|asked) (by (our|the) <noun>)? to how=<adverb>* act=<base>',
  'who=(i|we) past=(was|were|have been) (then|also|therefore|simply)? (forced|obliged|obligated|compelled|directed|instructed|ordered|told) (by (our|the) <noun>)? to how=<adverb>* act=<base>',
  'who=(i|we) (have|had) no (other|real)? (choice|option|alternative) but to act=<base>',
)
const barred = pattern(
  `${power} <adverb>* ${never} whom=(me|us) to? act=<base>`,
  `(they|he|she) ${never} whom=(me|us) to? act=<base>`,
  `(they|he|she|${power}) (am|is|are|was|were|have been) <adverb>* not <adverb>* (letting|allowing|permitting) whom=(me|us) to? act=<base>`,
  `${power} <adverb>* (prevent|prevents|prohibit|prohibits|stop|stops|forbid|forbids) whom=(me|us) from doing=<ing>`,
)
const excuse = pattern(
  `${partner} <adverb>* (will|do|does|did|can|would) <adverb>* not`,
  `${partner} (have|has|had)? <adverb>* (declined|rejected|refused|blocked|flagged|suspended|restricted|shut|frozen|directed|become|imposed)`,
  `${partner} (is|are|have|has) <adverb>* (strict|particular|nervous|cautious|picky|stringent)`,
  `agent=(by (our|the|a|(<word> 's))? (banking|payment|business|card|partner) <word>? (${bodies}))`,
  `(decided|made|taken|set|determined|dictated|imposed|mandated|required) <adverb>* agent=(by (our <word>? (${bodies})|(our|the|upper|senior|top)* (management|head office|headquarters|corporate|legal|compliance)))`,
  `${power} <adverb>* (have|has|had)? <adverb>* (decided|chosen|ruled|determined|opted) (that|to|not|against)`,
  '(my|our) hands are tied',
  '(i|we) do not get to',
  '(i|we) do not make the rules',
  "(it|this|that|the decision) (is|'s) <adverb>* not (up to|for) (me|us)",
  '(if|were) (it|this|that) were? up to (me|us)',
  'above my pay grade',
)
const distance = pattern(
  '(is|are|was|were) <adverb>* denial=not (administered|handled|managed|controlled|operated|run|developed|maintained|owned|set|decided) away=(by us)',
  '(i|we) filler=(just|only|merely|simply) (handle|handles|host|process|facilitate|resell|act as)',
)

export default defineRule({
  id: 'hiding-behind-others',
  principle: 'standing',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” hands our decision to somebody else.',
  why: 'A customer can’t talk to our systems or partners; a step that we take and name as ours can be asked about, and accepted.',
  sources: [
    'A Word about Pushback: trusted advisors take accountability for products and processes',
    'Navigating User Pushback: communicate limitations clearly, with next steps for what is outside our control',
  ],
  serves: ['trusted-adviser', 'beyond-our-control', 'standing'],
  triggers:
    `${machines}|${bodies}|forced|obliged|obligated|compelled|directed|instructed|ordered|told|asked|choice|option|alternative|hands|rules|up|pay|us|get|let|allow|permit|letting|allowing|permitting|handle|handles|host|process|facilitate|resell|act|for`.split(
      '|',
    ),
  examples: [
    {
      bad: "«The system won't let me change» the date. You can pick a new one in **Orders**.",
      better: "I can't change the date. You can pick a new one in **Orders**.",
    },
    {bad: '«Our payment partner has instructed us to pause» your payouts.', better: "We've paused your payouts."},
    {bad: '«We were forced to pause» the order.', better: 'We paused the order.'},
    {bad: '«We have no choice but to remove» the page.', better: 'We have to remove the page.'},
    {bad: "«Our bank doesn't» allow it."},
    {bad: "«They aren't letting us sell» that item.", better: "We can't sell that item."},
    {bad: 'The price was set «by our management».', better: 'The price was set.'},
    {bad: '«My hands are tied».', better: "Here's what I can do: [alternative]."},
    {bad: 'That shop «is not run by us».', better: 'That shop is run by [who].'},
    {bad: 'We «just» handle payments.', better: 'We handle payments.'},
    {good: "Your bank doesn't allow this kind of card, so use another one."},
    {good: "The system won't let you leave the field empty."},
    {good: 'We were told by the courier that the parcel left on Monday.'},
    {good: 'Our payment provider has confirmed the refund.'},
    {good: 'I uploaded the form to our payment provider this morning.'},
    {good: 'You were asked to confirm the address on Monday.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const act = told.find(sentence)
    if (act) return [matchOf(sentence, act, [ownAct(sentence, act)])]
    const bar = barred.find(sentence)
    if (bar) return [matchOf(sentence, bar, ownLimit(sentence, bar))]
    const far = distance.find(sentence)
    if (far) return [distant(sentence, far)]
    const found = excuse.find(sentence)
    return found ? [matchOf(sentence, found.parts['agent'] ?? found, excused(sentence, found))] : []
  },
})

/** “We were forced to cancel” → “we cancelled”; what is still to come is something we have to do. */
function ownAct(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {act, past, who, how} = parts
  if (!act || parts['denied']?.to !== parts['denied']?.from) return undefined
  const base = sentence.words[act.from]?.norm ?? ''
  const subject = who ? textOf(sentence, who) : 'we'
  const {past: simple, participle} = formsOf(base)
  const manner = how && how.to > how.from ? textOf(sentence, how) + ' ' : ''
  const done = who ? `${subject} ${manner}${simple}` : `${subject}'ve ${manner}${participle}`
  return replaceWords(
    sentence,
    {from, to},
    past ? done : `${subject} have to ${manner}${base}`,
    past ? 'if-verified' : 'safe',
  )
}

/** “The system won't let me change” → “I can't change”, with what is possible where nothing follows. */
function ownLimit(sentence: Sentence, {from, to, parts}: Found): readonly (Rewrite | undefined)[] {
  const {whom, act, doing} = parts
  const base = act ? sentence.words[act.from]?.norm : doing && baseOfGerund(sentence.words[doing.from]?.norm ?? '')
  if (!whom || !base) return []
  const who = sentence.words[whom.from]?.norm === 'me' ? 'I' : 'we'
  const plain = replaceWords(sentence, {from, to}, `${who} can't ${base}`)
  return [plain, withOffer(sentence, plain)]
}

function distant(sentence: Sentence, found: Found) {
  const {filler, denial, away} = found.parts
  if (filler) return matchOf(sentence, filler, [removeWords(sentence, filler)])
  const verb = denial ? textOf(sentence, {from: denial.to, to: found.to - 2}) : ''
  const range = {from: denial?.from ?? found.from, to: away?.to ?? found.to}
  return matchOf(sentence, found, [replaceWords(sentence, range, `${verb} by ${slot('who')}`, 'needs-input')])
}

function excused(sentence: Sentence, found: Found): readonly (Rewrite | undefined)[] {
  const {words} = sentence
  const {agent} = found.parts
  if (agent) return isEnd(words, agent.to) || words[agent.to]?.text === ',' ? [removeAside(sentence, agent)] : []
  const short = words.length <= 12
  return short ? [replaceSentence(sentence, `here's what I can do: ${slot('alternative')}.`)] : []
}
