import {endsClause, isQuestion} from '../kit/clauses.ts'
import {namelessApology} from '../kit/empathy.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'
import type {Word} from '../kit/words.ts'

const apologies = pattern(...namelessApology)

/** Words that say no more about what went wrong: “this may have caused you”. */
const empty =
  /^(?:that|which|this|it|we|you|for|your|may|might|could|can|will|would|must|has|have|had|is|was|be|been|causes?|caused|causing|created?|brought|experience[sd]?|experiencing|faced?|facing|encountered|having|felt|to|on|in|our|end|side|part|again|today|and|or|any|all|inconvenience|confusion|frustration|trouble|disruption|disappointment|delay|stress|distress|hassle|annoyance|really|truly|greatly|so|far|the|situation|matter|issue|meantime)$/
/** A second word for the same nuisance: “and any confusion”. */
const goesOn =
  /^(?:and|or) (?:for )?(?:(?:any|the|all) )?(?:inconvenience|confusion|frustration|trouble|disruption|disappointment|delay|stress|distress|hassle|annoyance)/
const joints = new Set(['and', 'but', 'while', 'as', 'so', 'however', 'until', 'because', 'though', 'although', 'if'])

export default defineRule({
  id: 'generic-apology',
  principle: 'understanding',
  scope: ['article', 'macro'],
  level: 'span',
  severity: {macro: 'warning', article: 'suggestion'},
  message: '“{found}” doesn’t name what went wrong.',
  why: 'A set phrase fits every case, so it sounds as if nobody had looked at this one. Name what went wrong for the customer, as they would put it.',
  sources: [
    'A Word about Pushback: customers want to be heard and to feel that their concern matters',
    'Lewicki, Polin & Lount 2016: an apology that takes responsibility and offers repair works best',
  ],
  serves: ['less-alone', 'be-heard', 'understanding'],
  triggers: 'sorry apologies apology apologize apologise apologizing regret excuse forgive pardon'.split(' '),
  examples: [
    {
      bad: '«We apologize for any inconvenience this may have caused».',
      better: 'We apologize for [what went wrong for them].',
    },
    {bad: '«Sorry for the inconvenience»!', better: 'Sorry about this!'},
    {
      bad: "«We're sorry for the inconvenience caused» and we'll refund the fee.",
      better: "We're sorry about this and we'll refund the fee.",
    },
    {bad: '«Please accept our apologies for the inconvenience».', better: 'Please accept our apologies for this.'},
    {bad: '«We regret any inconvenience».'},
    {bad: '«Sorry for the confusion»!', better: 'Sorry about [what was confusing]!'},
    {good: "I'm sorry your export failed twice."},
    {good: "I'm sorry about the double charge on 3 May."},
    {good: 'The toggle is inconveniently placed.'},
    {good: 'Is Saturday an inconvenience?'},
    {good: "I'm sorry for the trouble you had with the March invoice."},
    {good: 'Sorry about the delay on your order.'},
    {good: 'You can move the pickup if the date causes you any inconvenience.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    return apologies.all(sentence).flatMap(found => {
      const end = tailEnd(sentence, found.to)
      const named = sentence.words.slice(found.to, end).some(word => !empty.test(word.norm))
      const {bare, any} = found.parts
      if (bare && named) return []
      return [
        matchOf(sentence, {from: found.from, to: end}, rewritesOf(sentence, found, end, named), {
          ...(bare || (named && any) ? {severity: 'suggestion'} : named ? {severity: 'hint'} : {}),
        }),
      ]
    })
  },
})

function normsFrom(words: readonly Word[], from: number, count: number): string {
  return words
    .slice(from, from + count)
    .map(word => word.norm)
    .join(' ')
}

/** Where the rest of the apology's clause ends. */
function tailEnd({words}: Sentence, from: number): number {
  let end = from
  while (
    end < words.length &&
    !endsClause(words[end]) &&
    !(joints.has(words[end]?.norm ?? '') && !goesOn.test(normsFrom(words, end, 4)))
  )
    end++
  return end
}

function rewritesOf(sentence: Sentence, found: Found, end: number, named: boolean): readonly (Rewrite | undefined)[] {
  const {cause, bare} = found.parts
  const before = cause ? sentence.words.slice(found.from, cause.from).map(word => word.norm) : []
  if (!cause || before.some(word => /^(?:excuse|forgive|pardon|regret)$/.test(word))) {
    return [
      replaceWords(
        sentence,
        {from: found.from, to: end},
        `we're sorry about ${slot('what went wrong for them')}`,
        'needs-input',
      ),
    ]
  }
  const link = before.includes('sorry') ? 'about' : 'for'
  const place = {from: cause.from, to: end}
  const slotted = replaceWords(
    sentence,
    place,
    `${link} ${slot(/confus/i.test(sentence.text) && bare ? 'what was confusing' : 'what went wrong for them')}`,
    'needs-input',
  )
  return bare || named ? [slotted] : [slotted, replaceWords(sentence, place, `${link} this`)]
}
