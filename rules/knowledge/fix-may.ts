import {presentOf, subjectNumber} from '../kit/agreement.ts'
import {isOurAnswer, withFallback, withoutStep} from '../kit/answer.ts'
import {inConditional, isEnd, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const remedy = pattern(
  'subject=(which|<subject>) <adverb>* modal=(may|might|could) adverbs=<adverb>* verb=(fix|resolve|solve|cure|rectify|remedy|help)',
  'subject=(which|<subject>) <adverb>* modal=(may|might|could) adverbs=<adverb>* verb=(work ($|,|;|for you|better|again|too|as well)|do (the trick|it))',
  'subject=(which|<subject>) <adverb>* modal=(may|might|could) adverbs=<adverb>* verb=(clear|sort|take|get|put|bring|make) (it|this|that|care of|things|the (issue|problem|error)|rid of|you (back|going|started|up)|<phrase> (go away|disappear|work))',
  'subject=(which|<subject>) <adverb>* modal=(may|might|could) adverbs=<adverb>* verb=be (enough|sufficient|helpful|useful|worth <ing>|of (help|use|interest))',
)
/** “Might help to restart it.” */
const elliptic = pattern('(^|<object>) modal=(may|might|could) adverbs=<adverb>* verb=(help|fix|resolve|solve|work)')
const ability = pattern(
  'subject=(i|we|you) modal=(may|might|could) adverbs=<adverb>* (able=(be able to)) adverb=<adverb>? verb=<base>',
  'subject=<subject> modal=(may|might|could) adverbs=<adverb>* (able=(be able to)) adverb=<adverb>? verb=(help|assist|fix|resolve|solve|advise|provide|answer|tell)',
)
const advice = pattern(
  'subject=(i|we) modal=(may|might|could) adverbs=<adverb>* verb=(recommend|suggest|advise|propose)',
)

export default defineRule({
  id: 'fix-may',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'span',
  severity: {article: 'suggestion', macro: 'warning'},
  message: '“{found}” leaves open whether our own answer works.',
  why: 'A step offered as a mere possibility sends the reader looking for a better one. Say what it does, or in which case, and what to do otherwise.',
  sources: [
    'A Word about Pushback: it is fine to lead with confidence although a small chance of failure remains',
    'Microsoft Writing Style Guide: “may” is for permission, “might” for what is really open',
  ],
  serves: ['sound-sure', 'worth-trying', 'knowledge'],
  triggers: ['may', 'might', 'could'],
  examples: [
    {bad: '«Clearing the cache might help».', better: 'Clearing the cache helps.'},
    {bad: '«This may fix» the login loop.', better: 'This fixes the login loop.'},
    {bad: '«Reinstalling the app could solve» it.', better: 'Reinstalling the app solves it.'},
    {
      bad: 'The reset is one of the steps «that might resolve» it.',
      better: 'The reset is one of the steps that resolve it.',
    },
    {kind: 'macro', bad: '«These tips may help»: {{link}}', better: 'These tips help: {{link}}'},
    {
      kind: 'macro',
      bad: 'After that, «you may be able to send» money again.',
      better: 'After that, you can send money again.',
    },
    {kind: 'macro', bad: '«We might be able to speed» this up.', better: 'We can speed this up.'},
    {kind: 'macro', bad: '«We may recommend» a second scan.', better: 'We recommend a second scan.'},
    {good: 'You may need to sign in again.'},
    {good: 'The upload may take up to 10 minutes.'},
    {good: 'You may use accounts in both regions.'},
    {good: 'A firewall might be blocking the port.'},
    {good: 'If clearing the cache might help, say so in the ticket.'},
    {good: 'Could this help you?'},
    {kind: 'article', good: 'Depending on your role, you may be able to edit the page.'},
  ],
  check(sentence) {
    const found = doubted(sentence)
    if (!found || inConditional(sentence, found.from)) return []
    const stated = statement(sentence, found)
    const rewrite = stated === undefined ? undefined : replaceWords(sentence, found, stated, 'if-verified')
    const {able, verb} = found.parts
    const to = able ? found.to : (verb?.to ?? found.to)
    const rewrites = rewrite ? [rewrite, ...(able ? [] : [withFallback(sentence, rewrite)])] : []
    return [matchOf(sentence, {from: found.from, to}, rewrites)]
  },
})

function doubted(sentence: Sentence): Found | undefined {
  const macro = sentence.setting.kind === 'macro'
  const first = remedy.find(sentence)
  const fixed = first && withOwnSubject(sentence, first)
  if (fixed && !isQuestion(sentence) && isOurs(sentence, fixed) && (macro || isPlainFix(sentence, fixed))) return fixed
  if (!macro) return undefined
  const bare = isQuestion(sentence) ? undefined : elliptic.find(sentence)
  const modal = bare?.parts['modal']
  if (bare && modal) return {...bare, from: modal.from}
  const able = ability.find(sentence)
  if (able && (!isQuestion(sentence) || sentence.words[able.from - 1]?.norm === 'so')) return able
  return isQuestion(sentence) ? undefined : advice.find(sentence)
}

function withOwnSubject(sentence: Sentence, found: Found): Found {
  const {subject} = found.parts
  if (!subject) return found
  const own = withoutStep(sentence, subject)
  return {...found, from: own.from, parts: {...found.parts, subject: own}}
}

function isOurs(sentence: Sentence, {parts}: Found): boolean {
  return parts['subject'] !== undefined && isOurAnswer(sentence, parts['subject'])
}

/** In an article “may help you find …” tells what a feature is for; only “may help” as such, and “may fix”, are doubt. */
function isPlainFix({words}: Sentence, {parts}: Found): boolean {
  const verb = parts['verb']
  if (!verb) return false
  const next = words[verb.to]?.norm ?? ''
  const norm = words[verb.from]?.norm
  if (norm === 'be') return false
  if (norm === 'resolve') return /^(?:the|this|that|it|your|these|most|any)$/.test(next)
  if (norm !== 'help' || isEnd(words, verb.to)) return true
  return /^(?:with|to|you)$/.test(next) && /^(?:this|that|fix|resolve|solve)$/.test(words[verb.to + 1]?.norm ?? '')
}

function statement(sentence: Sentence, {to, parts}: Found): string | undefined {
  const {subject, verb, adverbs, able} = parts
  if (!verb) return undefined
  if (!subject) return `it ${presentOf(sentence.words[verb.from]?.norm ?? '', 'singular')}`
  const who = textOf(sentence, subject)
  const how = adverbs && adverbs.to > adverbs.from ? textOf(sentence, adverbs) + ' ' : ''
  const base = sentence.words[verb.from]?.norm ?? ''
  const rest = verb.from + 1 < to ? ' ' + textOf(sentence, {from: verb.from + 1, to}) : ''
  if (able) return `${who} can ${how}${textOf(sentence, {from: able.to, to})}`
  const number = subjectNumber(sentence, subject)
  return number && `${who} ${how}${presentOf(base, number)}${rest}`
}
