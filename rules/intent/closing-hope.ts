import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeSentence} from '../kit/remove.ts'
import {capitalised, replaceSentence, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const what =
  '(this|that|it|these|those|this all|everything|(this|that|the|my|our|these|those|above|following|<adverb>) .. (information|info|explanation|answer|answers|article|guide|page|post|tip|tips|steps|details|response|reply|suggestions|tutorial|example|links|link|clarification|overview|faq|email|message|section|document|instructions|solution|code|advice))'
const helps =
  "(<adverb>* (~help|~answer|~clarify|~clear|~explain|~assist|~shed) .. (out|up|you|things|your|to|the|any|some|with|light)?|<adverb>? ~make <adverb>? (sense|things|it|this) <adverb>? (clear|clearer|easier)?|(is|was|will be|proves|proved|has been|have been|are|were|'s) <adverb>* (help|helpful|useful|of (some|any|use|great)? (use|help|assistance)|clear|clearer|informative|what you (were|are|wanted|needed) .. ))"
const hope = pattern(
  `found=((i|we)? <adverb>? (~hope|trust|am hoping|are hoping) that? ${what} (will|would|can|could|may|might|should|do|does|did|has|have)? ${helps})`,
  `^ found=(~hope ${what} (will|would|can|could)? ${helps})`,
  `found=(hopefully ,? ${what} (will|would|can|could|should|has|have)? ${helps})`,
  'found=((i|we)? <adverb>? (~hope|trust) that? you (have)? ~find (this|that|it|these|the ..) .. (helpful|useful|informative|of use|interesting|clear|easy))',
  'found=((i|we)? (~hope|trust) that? you (have)? (found|got|get|have) (this|the|your|all|what|everything) .. (answer|answers|you need|you needed|you were looking for|information))',
  'found=((i|we)? (~hope|trust) that? (i|we) (was|were|have been|could) <adverb>? (able to (help|assist|answer)|of (help|assistance)|helpful))',
)

export default defineRule({
  id: 'closing-hope',
  principle: 'intent',
  scope: ['article', 'macro'],
  level: 'sentence',
  severity: 'warning',
  message: '“{found}” ends on doubt about our own answer.',
  why: 'A hope at the end puts our own answer in doubt, and leaves the reader alone with it. Say what to do if something goes otherwise, or stop at the answer.',
  sources: [
    'A Word about Pushback: “I hope this works for you” makes the learner doubt, and how we close sets the stage',
  ],
  serves: ['close', 'sound-sure', 'intent'],
  triggers: ['hope', 'hopes', 'hoping', 'hopefully', 'trust'],
  supersedes: ['hope-outcome', 'probability-adverb'],
  examples: [
    {kind: 'macro', bad: 'Restart the app. «I hope this helps»!', better: 'Restart the app.'},
    {
      kind: 'macro',
      bad: '«Hope that answers your question».',
      better: "If anything here turns out differently for you, reply here and I'll pick it up.",
    },
    {kind: 'article', bad: 'Save the file. «We hope this guide was helpful».', better: 'Save the file.'},
    {bad: '«I hope you found this article useful».'},
    {bad: '«Hopefully this clears things up».'},
    {
      kind: 'macro',
      bad: '«Hope that makes sense», and have a lovely weekend!',
      better: 'Have a lovely weekend!',
    },
    {kind: 'macro', bad: 'The limit is 5 GB. «I trust this answers your question».', better: 'The limit is 5 GB.'},
    {good: 'I hope you feel better soon.'},
    {good: 'We hope you enjoy the new editor.'},
    {good: 'Does this help page need an update?'},
    {good: 'This helps the crawler find your pages.'},
    {good: 'The Help menu is at the top.'},
    {good: 'We hope to see you again.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const match = hope.find(sentence)
    const found = match?.parts['found']
    if (!match || !found || inConditional(sentence, found.from)) return []
    const range = whole(sentence, match)
    return [matchOf(sentence, range, rewritesOf(sentence, range))]
  },
})

/** The hope as far as its clause goes. */
function whole({words}: Sentence, {from, to}: Found): WordRange {
  let end = to
  while (
    end < words.length &&
    words[end]?.kind !== 'punctuation' &&
    !/^(?:and|but|so|please)$/.test(words[end]?.norm ?? '')
  )
    end++
  return {from, to: end}
}

function rewritesOf(sentence: Sentence, {from, to}: WordRange): readonly (Rewrite | undefined)[] {
  const {words} = sentence
  const comma = words[to]?.text === ',' ? to + 1 : to
  const next = /^(?:but|and|so)$/.test(words[comma]?.norm ?? '') ? comma + 1 : comma
  const follower = words[next]
  if (next > to && follower?.kind === 'word') {
    const start = words[from]?.start ?? sentence.start
    return [{span: {start, end: follower.end}, text: capitalised(follower.text), safety: 'safe'}]
  }
  if (!endsHere(sentence, to)) return []
  const signed = words.slice(to).some(word => word.kind === 'word')
  if (startsSentence(sentence, from) && !signed) return [removeSentence(sentence), ...routes(sentence)]
  const joined = /^(?:but|and)$/.test(words[from - 1]?.norm ?? '') ? from - 1 : from
  const cut = joined < from && words[joined - 1]?.text === ',' ? joined - 1 : joined
  const end = joined < from || signed ? (words[to - 1]?.end ?? sentence.end) : sentence.end
  return [
    {span: {start: words[cut - 1]?.end ?? sentence.previous?.end ?? sentence.start, end}, text: '', safety: 'safe'},
  ]
}

/** Whether nothing but a closing mark or initials such as “/AL” follows. */
function endsHere({words, end}: Sentence, to: number): boolean {
  const [sign, initials, ...more] = words.slice(to).filter(word => !/^[.!?]$/.test(word.text))
  if (!sign) return true
  if (sign.kind !== 'punctuation') return false
  return !initials || (/^[/^*–—-]$/.test(sign.text) && more.length === 0 && end - sign.start < 20)
}

function routes(sentence: Sentence): readonly Rewrite[] {
  if (sentence.setting.kind === 'article')
    return [replaceSentence(sentence, `If ${slot('what may go otherwise')}, see ${slot('where to find help')}.`)]
  const near = [sentence.previous?.text, sentence.text, sentence.next?.text].join(' ')
  const we = /\b(?:we|us|our)\b/i.test(near) && !/\bI\b/.test(sentence.text) ? 'we' : 'I'
  return [
    replaceSentence(
      sentence,
      `If anything here turns out differently for you, reply here and ${we}'ll pick it up.`,
      'if-verified',
    ),
    replaceSentence(sentence, `If ${slot('symptom')} is still there, reply here and ${we}'ll ${slot('next step')}.`),
  ]
}
