import {clauseAround, inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import {statedTime, vagueTime} from '../kit/time.ts'
import type {Rewrite} from '../kit/types.ts'

const delay = pattern(
  '(may|might|can|could|will|it) <adverb>? ~take vague=((a|some|quite a) (little|bit)? (while|time|longer))',
  '(may|might|could|will) be vague=((a|some|quite a) (bit|while|time)) (before|until)',
  'wait vague=((for)? (a|some) (little)? (while|time)) (and|,|before|until|.|$)',
  '(will|should) <base> .. vague=(after (some|a) (time|while))',
)

/** What may stand before a vague time that is a promise or a prediction. */
const promise =
  /\b(?:will|shall|going to|should|would|hop(?:e|ing|es)|hopefully|working|coming|aim(?:ing)?|plan(?:s|ning|ned)?|expect(?:s|ed|ing)?|intend|try|trying|set|due|about|scheduled|supposed|best (?:i|we) can do is)\b|['’](?:ll|d)\b|\b(?:is|are|am)\b|['’](?:re|m|s)\b|\b(?:i|we) (?!can\b|could\b|may\b|might\b|do not\b|don)|\bso (?:that )?(?:we|they|i|our)\b/i
/** Warm words at the end, and news that somebody else is asked for. */
const farewell =
  /\b(?:hope (?:that )?you (?!(?:hear|receive|get)\b).{0,80}\bsoon|(?:see|seeing|welcom\w+|speak|talk|chat|meet\w*|catch)(?: (?:to|with|up))*\b.{0,40}\b(?:soon|shortly)|hear(?:ing)?(?: back)? from (?!us|me|our|the)\w+.{0,20}soon|(?:feel|get) (?:well|better)|any ?time soon|(?:too|so|how|no|not) soon|soon (?:after|before|thereafter)|shortly (?:after|before|thereafter)|soon-)\b/i

export default defineRule({
  id: 'vague-time',
  principle: 'intent',
  scope: ['article', 'macro'],
  level: 'span',
  severity: {macro: 'warning', article: 'suggestion'},
  message: '“{found}” leaves open when it happens.',
  why: 'Someone who waits can’t plan with it, so they ask again. Name a day, a time or a number of hours, even a cautious one.',
  sources: [
    'A Word about Pushback: pushback unnecessarily prolongs a solution',
    'Davidow 2003: timeliness is one of the dimensions on which customers judge a response',
  ],
  serves: ['manage', 'no-detours', 'intent'],
  triggers:
    'soon shortly momentarily asap possible can could may able available earliest point stage later near future foreseeable coming following due long days get have take bit while time'.split(
      ' ',
    ),
  examples: [
    {kind: 'macro', bad: "I'll reply «as soon as possible».", better: "I'll reply by [day and time]."},
    {kind: 'macro', bad: 'You get an email from our system, and we will follow up «shortly».'},
    {
      kind: 'macro',
      bad: "We'll get this fixed «soon».",
      better: "We'll get this fixed by [day or date].",
    },
    {
      kind: 'article',
      bad: 'The new export is coming «soon».',
      better: 'The new export is coming in [month or version].',
    },
    {kind: 'macro', bad: 'An agent will look at it «in due course».'},
    {kind: 'macro', bad: 'We will «soon» have more seats.', better: 'We will have more seats by [day or date].'},
    {kind: 'macro', bad: 'It may take «a while» for the bank to answer.'},
    {kind: 'macro', bad: 'Your licence is set to expire «soon».'},
    {good: "I'll email you as soon as the export finishes."},
    {good: 'Your data is indexed as soon as you save.'},
    {kind: 'macro', good: "I'll send it shortly, by 3 pm at the latest."},
    {good: 'Please update as soon as possible.'},
    {good: 'We recommend that you change the password as soon as possible.'},
    {kind: 'macro', good: 'We look forward to hearing from you soon!'},
    {kind: 'macro', good: 'See you on board again soon.'},
    {good: 'The page reloads shortly after the upload.'},
    {good: 'A backup is not possible at this point.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = vagueTime(sentence)
    if (found) return farewell.test(sentence.text) ? [] : promised(sentence, found)
    if (sentence.setting.kind === 'article') return []
    const waiting = delay.find(sentence)?.parts['vague']
    if (!waiting || farewell.test(sentence.text) || statedTime(sentence)) return []
    return [
      matchOf(sentence, waiting, [replaceWords(sentence, waiting, slot('number of days or hours'), 'needs-input')], {
        severity: 'suggestion',
      }),
    ]
  },
})

function promised(sentence: Sentence, found: Found) {
  if (statedTime(sentence) || inConditional(sentence, found.from)) return []
  const clause = clauseAround(sentence, found.from)
  const before = textOf(sentence, {from: clause.from, to: found.from})
  const whole = clause.from === found.from ? textOf(sentence, {from: found.to, to: sentence.words.length}) : before
  if (!promise.test(whole) || isRequest(whole)) return []
  const article = sentence.setting.kind === 'article'
  if (article && pending.test(textOf(sentence, found))) return []
  const future = /^in the future$/i.test(textOf(sentence, found))
  if (future && !/\b(?:working|plan\w*|aim\w*)\b/i.test(whole)) return []
  const severity = purpose.test(before) || (future && article) ? 'hint' : future ? 'suggestion' : undefined
  return [matchOf(sentence, found, rewritesOf(sentence, found), severity ? {severity} : {})]
}

/** What an article may leave open: no reader waits for it. */
const pending = /^at a later|\b(?:become|becomes|is|are) \w*\s?(?:available|accessible|possible|feasible)$/i

/** What we need something for: an aim more than a promise. */
const purpose =
  /\b(?:so(?: that)? (?:i|we|they|our \w+) (?:can|may|could)|(?:to|can|will) help)\b(?!.{0,200}\b(?:will|hope|working)\b)/i

const asked =
  /\b(?:please|kindly|(?:recommend|advise|ask|suggest|urge|require)(?: that)? you|you(?:['’]ll| will)? (?:should|must|need|can|could|may|might|have to|want|ought|are required))\b/gi
const received = /\b(?:receiv|hear|get|see|notified|contacted|expect|back|have|refunded|able)/i

/** Whether the reader is the one who acts: “please update …”, “you should change … as soon as possible”. */
function isRequest(before: string): boolean {
  const last = [...before.matchAll(asked)].at(-1)
  if (!last) return false
  const rest = before.slice(last.index + last[0].length)
  if (/\b(?:we|i|they|our \w+)\b|['’]ll\b/i.test(rest)) return false
  return !/^you/i.test(last[0]) || !received.test(rest)
}

const answered =
  /\b(?:repl|respon|answer|contact|touch|get(?:ting)? back|follow(?:ing)? up|reach|write|email|call|assist|help)/i
const released =
  /\b(?:coming|come|follow|releas\w*|availab\w*|support\w*|plan\w*|add\w*|launch\w*|ship\w*|product|program\w*)\b/i

function rewritesOf(sentence: Sentence, found: Found): readonly Rewrite[] {
  const clause = clauseAround(sentence, found.from)
  const said = textOf(sentence, clause)
  const answer = answered.test(said)
  const article = sentence.setting.kind === 'article'
  const time = article
    ? released.test(said) && !answer
      ? `in ${slot('month or version')}`
      : `within ${slot('how long')}`
    : `by ${slot(answer ? 'day and time' : 'day or date')}`
  if (/\bable$/i.test(textOf(sentence, found)) && sentence.words[found.to]?.norm === 'to')
    return [replaceWords(sentence, {from: found.from, to: clause.to}, time, 'needs-input')]
  const to = restEnd(sentence, found, clause.to)
  const rest = textOf(sentence, {from: found.to, to})
  if (found.from > clause.from && to > found.to && found.to - found.from === 1)
    return [replaceWords(sentence, {from: found.from, to}, `${rest} ${time}`, 'needs-input')]
  return [replaceWords(sentence, found, time, 'needs-input')]
}

/** How far the clause goes on behind the vague word, when the time would stand better behind it. */
function restEnd({words}: Sentence, {to}: Found, end: number): number {
  const stop = words.findIndex(
    (word, index) =>
      index >= to &&
      (index >= end ||
        word.kind === 'punctuation' ||
        /^(?:and|but|so|because|if|when|while|until|as|via|through|\d.*)$/.test(word.norm)),
  )
  return stop < 0 ? end : stop
}
