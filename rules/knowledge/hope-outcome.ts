import {withFallback} from '../kit/answer.ts'
import {isEnd, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside, removeSentence} from '../kit/remove.ts'
import {capitalised, removeWords, replaceSentence, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const lead = "(i|we|let 's)? (am|are)? <adverb>* head=(hope|hoping|hopeful) <adverb>? that?"
const aux = '(will|can|could|would|does|do|did|has|have|had|is|are|was|were|gets|get|got|be|being|been|able|to|all)*'
const remedy =
  '(~work|~fix|~resolve|~solve|~sort|~do|~go|~arrive|~come|~return|~reach|~turn|~succeed|~improve|~stop|~allow|~let|~prevent|~restore|~recover|~ship|~land|~load|~sync|~open|~pass|~clear|~change|~last|~stay|~get|~happen|~suit|~meet)'
const state =
  '(resolved|fixed|solved|sorted|back|available|restored|working|successful|delivered|completed|complete|approved|enough|okay|ok|gone|over|fine|correct|right)'
const outcome = pattern(
  `lead=(${lead}) (this|that|it|these|those|they|everything|things|there|(the|your|our|my|all|both|any) <phrase>) <adverb>* ${aux} <adverb>* verb=(${remedy}|${state})`,
  `lead=(${lead}) (you|we|i) <adverb>* (can|will|are|could|am) <adverb>* (be able to)? (able to)? verb=(~fix|~resolve|~solve|~sort|sign|log|connect|access|upload|download|complete|finish|import|export|install|update|print|restore|recover|open|send|use)`,
)
const toFix = pattern(
  'who=(i|we)? (am|are)? <adverb>* head=(hope|hoping) to verb=(get|have|resolve|fix|solve|sort|restore|find|repair)',
)
/** What “I hope this helps” says belongs to the end of a reply, and to the rule for that. */
const helpful =
  /\b(?:help\w*|assist\w*|clarif\w+|clears? (?:\w+ ){0,2}up|answer\w*|explain\w*|mak(?:es?|ing) (?:\w+ )?sense|useful|informative|rings? a bell|of (?:use|help)|good weekend|well)\b/i
const wish =
  /\b(?:enjoy\w*|weekend|holidays?|great day|forgive|understand|feel better|join us|see you|safe|love it|back with us)\b/i
const adverb = pattern(
  'adverb=hopefully',
  'adverb=(with (any|some|a bit of|a little) luck)',
  'adverb=(fingers crossed (that|for|on)?)',
)
const wished = pattern(
  'hopefully ,? you <adverb>* (have had|had|are (well|doing)|enjoy|all have|have all)',
  'hopefully ,? <subject> will <adverb>* (reply|enjoy|come|like|understand|agree)',
)

export default defineRule({
  id: 'hope-outcome',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'sentence',
  severity: 'warning',
  message: '“{found}” hopes where the reader needs to hear what happens.',
  why: 'A hope about our own answer tells the reader that nobody knows whether it works. Say what it does, and what to do if it goes otherwise.',
  sources: [
    'A Word about Pushback: the teacher who hopes that it works makes the learner hold back',
    'Oba & Berger 2022: how likely a helper sounds bears on how confident they appear',
  ],
  serves: ['sound-sure', 'knowledge'],
  triggers: ['hope', 'hoping', 'hopeful', 'hopefully', 'luck', 'crossed'],
  examples: [
    {bad: '«I hope this works» for you.', better: 'This works for you.'},
    {bad: '«We hope it fixes» the issue.', better: 'It fixes the issue.'},
    {bad: '«Hope the refund arrives» by Friday.', better: 'The refund arrives by Friday.'},
    {bad: '«Hopefully» the export goes through this time.', better: 'The export goes through this time.'},
    {bad: 'This clears the cache and «hopefully» stops the loop.', better: 'This clears the cache and stops the loop.'},
    {kind: 'macro', bad: '«Fingers crossed», the next sync will pick it up.', better: 'The next sync will pick it up.'},
    {kind: 'macro', bad: '«We hope to fix» it by Friday.', better: "We'll fix it by Friday."},
    {good: 'I hope you had a good weekend.'},
    {good: 'We hope you enjoy the new editor.'},
    {good: 'We hope to see you at the next workshop.'},
    {good: 'Were you hoping to keep the old plan?'},
    {good: 'Hopefully you have all had a nice winter.'},
    {good: "If it's the report you were hoping to find, open it from **Archive**."},
    {good: "We hope you're well."},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = outcome.find(sentence)
    if (
      found &&
      isWriters(sentence, found) &&
      !helpful.test(rest(sentence, found)) &&
      !wish.test(rest(sentence, found))
    )
      return [matchOf(sentence, found, stated(sentence, found))]
    const planned = toFix.find(sentence)
    if (planned && isWriters(sentence, planned)) return [matchOf(sentence, planned, [commitment(sentence, planned)])]
    const word = adverb.find(sentence)
    if (!word || wished.find(sentence)) return []
    return [matchOf(sentence, word, bare(sentence, word))]
  },
})

/** “Hope” as a verb of ours: behind “I” or “we”, or opening the clause; not “the hope” or “you hope”. */
function isWriters({words}: Sentence, {from, parts}: Found): boolean {
  const head = parts['head']?.from ?? from
  if (/^(?:i|we|let)$/.test(words[from]?.norm ?? '')) return !/^(?:did|do|was|were)$/.test(words[from - 1]?.norm ?? '')
  const before = words[from - 1]
  return (
    head === from && (before?.kind !== 'word' || words[head]?.text.startsWith('H') === true || before.norm === 'and')
  )
}

function rest(sentence: Sentence, {from}: {readonly from: number}): string {
  return sentence.text.slice((sentence.words[from]?.start ?? 0) - sentence.start)
}

/** The clause without its lead; a capital “Hope” behind a link opens a sentence too. */
function stated(sentence: Sentence, found: Found): readonly (Rewrite | undefined)[] {
  const {lead: opening} = found.parts
  const next = opening && sentence.words[opening.to]
  if (!opening || !next) return []
  const isUpper = /^\p{Lu}/u.test(sentence.words[opening.from]?.text ?? '')
  if (others.test(rest(sentence, {...found, from: opening.to}))) return [withoutHope(sentence, opening)]
  const plain = isUpper
    ? replaceWords(sentence, {from: opening.from, to: opening.to + 1}, capitalised(next.text), 'if-verified')
    : removeWords(sentence, opening, 'if-verified')
  return plain ? [plain, ...fallbackOf(sentence, plain)] : []
}

/** Outcomes that are not for us to state: “this gets resolved”, “they're able to fix it”, “you're able to use it”. */
const others =
  /^(?:(?:this|that|it|these|those|the \w+|everything|things) (?:gets?|can be)\b|they\b|someone\b|(?:this|that|it) (?:will not|won['’]t|does(?: not|n['’]t)) happen|(?:you|we)(?: are|['’]re) able\b)/i

/** In place of a hope for what is not ours to promise: when the customer hears of it. */
function news(sentence: Sentence, from: number): Rewrite {
  const range = {from, to: sentence.words.length - (isEnd(sentence.words, sentence.words.length - 1) ? 1 : 0)}
  return replaceWords(sentence, range, `I'll update you by ${slot('day and time')}`, 'needs-input')
}

/** The text without the hope, where it is all that the sentence says. */
function withoutHope(sentence: Sentence, {from}: WordRange): Rewrite | undefined {
  const {words, previous, start, end} = sentence
  if (words.some((word, index) => index > from && /^(?:[,;:]|but|and|so)$/.test(word.norm))) return undefined
  if (from === 0) return removeSentence(sentence)
  return words[from - 1]?.kind === 'object'
    ? {span: {start: words[from - 1]?.end ?? previous?.end ?? start, end}, text: '', safety: 'safe'}
    : undefined
}

/** A fallback belongs behind the result of a step, not behind what we are working on. */
function fallbackOf(sentence: Sentence, plain: Rewrite): readonly Rewrite[] {
  const isStep = /\b(?:fix|resolv|solv|work|help|stop|go(?:es)? (?:through|away))/i.test(sentence.text)
  return isStep && !/\b(?:we|we'll|soon)\b/i.test(sentence.text) ? [withFallback(sentence, plain)] : []
}

function commitment(sentence: Sentence, found: Found): Rewrite | undefined {
  const {verb, who} = found.parts
  if (!verb || sentence.setting.kind !== 'macro') return undefined
  const subject = who && sentence.words[who.from]?.norm === 'i' ? 'I' : 'we'
  return replaceWords(sentence, {from: found.from, to: verb.from}, `${subject}'ll`, 'if-verified')
}

function bare(sentence: Sentence, {from, to}: Found): readonly (Rewrite | undefined)[] {
  const {words} = sentence
  const next = words[to]
  if (isEnd(words, to) && from === 0)
    return sentence.setting.kind === 'macro'
      ? [replaceSentence(sentence, `I'll check ${slot('what')} on ${slot('day')} and write to you then.`)]
      : []
  const said = rest(sentence, {from: words[to]?.text === ',' ? to + 1 : to})
  if (others.test(said) || /^(?:that|this|it) (?:rings|makes|clarifies|clears|answers)\b/i.test(said)) {
    const only = from === 0 ? removeSentence(sentence) : undefined
    return [only, sentence.setting.kind === 'macro' ? news(sentence, from) : undefined]
  }
  const plain = withoutAdverb(sentence, {from, to}, next?.text)
  return plain ? [plain, ...fallbackOf(sentence, plain)] : []
}

function withoutAdverb(sentence: Sentence, {from, to}: WordRange, next: string | undefined): Rewrite | undefined {
  if (next && /^[–—-]$/.test(next)) return removeWords(sentence, {from, to: to + 1}, 'if-verified')
  if (sentence.words[from - 1]?.text !== '(') return removeAside(sentence, {from, to}, 'if-verified')
  if (next === ')') return removeWords(sentence, {from: from - 1, to: to + 1}, 'if-verified')
  return next ? replaceWords(sentence, {from, to: to + 1}, next, 'if-verified') : undefined
}
