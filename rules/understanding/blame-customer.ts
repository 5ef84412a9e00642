import {inConditional, isQuestion} from '../kit/clauses.ts'
import {notRight, notYet, stillNeeded, withoutDoer} from '../kit/impersonal.ts'
import {pattern, type WordRange} from '../kit/pattern.ts'
import {replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'

const done =
  'verb=(follow|read|complete|enter|provide|set|pay|include|give|fill|confirm|verify|respond|reply|answer|submit|save|back|install|update|attach|specify|tell|notify|inform|return|meet|grant|supply|choose|select|check|sign|activate|enable|configure|bring|listen|keep|comply|cancel|claim|tick|upload|renew|add|connect|send|mention|use|have)'
const doneParticiple =
  'verb=(followed|read|completed|entered|provided|set|paid|included|given|filled|confirmed|verified|responded|replied|answered|submitted|saved|installed|attached|specified|told|notified|informed|returned|met|granted|supplied|listened|complied|cancelled|canceled)'

/** Something left undone; what follows the verb is its object. */
const undone = pattern(
  `you (have|had)? <adverb>* fault=(failed to|neglected to|forgot to|forgotten to|omitted to) verb=<base> thing=<noun>?`,
  `you <adverb>* fault=did not <adverb>* ${done} thing=<noun>?`,
  `you fault=(have|had) not <adverb>* ${doneParticiple} (in|out|up)? thing=<noun>?`,
)
/** Something done wrong. */
const wrong = pattern(
  'you (have|had|must have|may have|are|were|did)? <adverb>* verb=(entered|used|using|selected|chose|chosen|provided|typed|gave|given|sent|submitted|picked|put|installed|downloaded|uploaded|ordered|clicked|filled in|configured) (in)? (the|an|a|your) (wrong|incorrect|invalid|incomplete|mistyped|misspelled) ((or|and) (wrong|incorrect|invalid|incomplete))? thing=<noun>',
)
const fault = pattern(
  "(it is|it 's) your (own)? responsibility task=(to <base>)?",
  'you (have|had|must have|clearly|obviously|seem to have)? <adverb>* (misread|misunderstood|mistyped|misspelled|mistook|mishandled|misconfigured|misused|neglected|messed up|screwed up|mixed up|overlooked|ignored|botched) stop=(the|our|your|my|this|that|it|them|<object>|$|.|,)',
  'you (have)? (violated|breached|abused|broke|broken) stop=(the|our|your|my|this|that|it|them|<object>)',
  'you (have|had)? missed (the|your|our|this|that) <adverb>? (deadline|appointment|payment|payments|step|delivery|chance|instructions|notice)',
  'you (have|had|must have)? (made|make) (a|an|the|this) (mistake|error|typo|wrong choice|wrong selection)',
  'you (did|have done|typed|entered|set|filled|spelled|spelt|wrote|installed|used|configured) ..4 (incorrectly|wrongly|wrong|improperly)',
  'you must have (accidentally|mistakenly|<adverb>)? (deleted|clicked|entered|changed|removed|missed|made|forgotten|ignored|blocked|disabled|typed|mixed|lost|skipped)',
  'your (failure|refusal|inability|negligence) to <base>',
  'you managed to (break|make|delete|corrupt|lose|mess|lock)',
  'you (are|were) (wrong|mistaken|at fault|to blame|confused|the one who|the cause)',
  '(you (should|ought to)) <adverb>* have own=<participle>',
  '(you (should|ought) not to? have) own=<participle>',
  "(this|it|that|which) (is|was|'s) <adverb>? (your (own)? (mistake|fault|error|doing|responsibility|problem)|a? user (error|mistake))",
  '(due to|because of|caused by|down to) ((a|an)? user (error|mistake)|your (own)? (mistake|fault|error|negligence|carelessness|inaction))',
  '(mistake|fault|error|negligence|oversight|failure) (on|from) your (own)? (part|side|end)',
  "(problem|issue|error|fault|mistake) (is|was|lies|'s) <adverb>? (on|at|with) your (side|part|end)",
)
const cause = pattern(
  'because you (have|had)? verb=(changed|deleted|removed|moved|edited|disabled|renamed|modified|blocked|overwrote|exceeded|violated|breached|broke|ignored|unplugged|closed|cancelled|canceled|misconfigured) thing=<noun>?',
)
const regretted = pattern(
  '(if you had|^ had you) <adverb>* (not)? <adverb>* <participle> ..8 , ..4 (would|could|might)',
)
const outcomes = new Set([
  'received',
  'gotten',
  'got',
  'seen',
  'heard',
  'been',
  'had',
  'access',
  'gone',
  'ended',
  'noticed',
])
/** Words before which “you” opens a clause of its own, not one that describes a noun. */
const openers = new Set(
  'because since as but and so however unfortunately therefore or clearly it obviously then again'.split(' '),
)
const reports =
  /^(?:sees?|seen|notic(?:e|ed|ing)|found|shows?|means|confirms?|clear|known?|note|says?|sorry|saw|feel|believe|is)$/
const hedges =
  /\b(?:looks?|seems?|appears?|perhaps|maybe|possibl[ye]|may have|might have|(?:not|n't) yet|already|yet)\b/i

export default defineRule({
  id: 'blame-customer',
  principle: 'understanding',
  scope: ['article', 'macro'],
  level: 'span',
  severity: {macro: 'warning', article: 'hint'},
  message: '“{found}” puts the fault on the customer.',
  why: 'Blame makes people defend themselves instead of reading on. Say what is missing or what happened, without “you”, and what to do now.',
  sources: [
    'A Word about Pushback: behind pushback stands a fear about the concern',
    'Niteo support handbook: leave “you” out where the customer went wrong',
    'GOV.UK service manual: error messages don’t blame the user',
  ],
  serves: ['be-heard', 'ease-fear', 'stay-calm', 'understanding'],
  triggers: ['you', 'your', 'user'],
  examples: [
    {kind: 'macro', bad: '«You forgot to verify» the domain.', better: "The domain isn't verified yet."},
    {
      kind: 'macro',
      bad: "«You didn't provide» enough detail to match it.",
      better: 'We still need more detail to match it.',
    },
    {kind: 'macro', bad: "«You didn't complete» the form.", better: "The form isn't completed yet."},
    {kind: 'macro', bad: '«You entered the wrong code».', better: "The code entered isn't the right one."},
    {
      kind: 'macro',
      bad: 'The sync broke «because you changed the key».',
      better: 'The sync broke because the key was changed.',
    },
    {kind: 'macro', bad: '«You must have misread» the email.'},
    {kind: 'macro', bad: '«This is your own mistake».'},
    {kind: 'macro', bad: '«You should have checked» the date before you ordered.'},
    {
      kind: 'macro',
      bad: '«It is your responsibility» to keep the receipt.',
      better: 'Please keep the receipt.',
    },
    {good: 'If you forgot your password, select **Reset**.'},
    {good: 'If you did not request this code, ignore the message.'},
    {good: 'Did you change the key?'},
    {good: "The domain isn't verified yet."},
    {good: 'The log lists your error messages.'},
    {good: "It looks like the form didn't get through."},
    {good: 'You should have received an invoice by now.'},
    {good: "You haven't added a card yet, so the trial ends on Friday."},
    {good: 'We list the charges that you did not confirm.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const match = regrettedMatch(sentence) ?? leftUndone(sentence) ?? doneWrong(sentence) ?? plainFault(sentence)
    return match ? [match] : []
  },
})

function applies(sentence: Sentence, {from}: WordRange): boolean {
  const before = sentence.words[from - 1]
  if (sentence.words[from]?.norm === 'you' && before?.kind === 'word' && !openers.has(before.norm)) {
    const reporting = before.norm === 'that' ? sentence.words[from - 2] : before
    if (!reports.test(reporting?.norm ?? '')) return false
  }
  return !inConditional(sentence, from)
}

function regrettedMatch(sentence: Sentence): Match | undefined {
  const found = regretted.find(sentence)
  return found && sentence.setting.kind === 'macro' ? matchOf(sentence, found, [neutral(sentence)]) : undefined
}

function leftUndone(sentence: Sentence): Match | undefined {
  const found = undone.find(sentence)
  if (!found || !applies(sentence, found) || hedges.test(sentence.text)) return undefined
  const {verb} = found.parts
  return matchOf(sentence, {from: found.from, to: verb?.to ?? found.to}, [
    stillNeeded(sentence, found),
    notYet(sentence, found),
    neutral(sentence),
  ])
}

function doneWrong(sentence: Sentence): Match | undefined {
  const found = wrong.find(sentence)
  if (found)
    return applies(sentence, found)
      ? matchOf(sentence, found, [notRight(sentence, found), neutral(sentence)])
      : undefined
  const changed = cause.find(sentence)
  return changed ? matchOf(sentence, changed, [withoutDoer(sentence, changed), neutral(sentence)]) : undefined
}

function plainFault(sentence: Sentence): Match | undefined {
  const found = fault.find(sentence)
  const own = found?.parts['own']
  if (!found || !applies(sentence, found) || (own && outcomes.has(textOf(sentence, own).toLowerCase())))
    return undefined
  const {stop, task} = found.parts
  const to = stop?.from ?? task?.from ?? found.to
  return matchOf(sentence, {from: found.from, to}, [task && asRequest(sentence, found.from, task), neutral(sentence)])
}

/** “It is your responsibility to keep …” → “Please keep …”. */
function asRequest(sentence: Sentence, from: number, task: WordRange): Rewrite | undefined {
  if (task.to === task.from || !startsSentence(sentence, from)) return undefined
  const base = textOf(sentence, {from: task.from + 1, to: task.to})
  const range = {from, to: task.to}
  return replaceWords(sentence, range, sentence.setting.kind === 'macro' ? `please ${base}` : base)
}

function neutral(sentence: Sentence): Rewrite {
  return replaceSentence(sentence, `${slot('what is missing or happened')}. To put it right, ${slot('next step')}.`)
}
