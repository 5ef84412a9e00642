import {pattern, type WordRange} from '../kit/pattern.ts'
import {replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'

const get =
  '(contact|reach|reach out|get in touch|get back|ask|reply|respond|email|call|write|message|let|come back|follow up|raise|share)'
const timid = pattern(
  `(please ,?)? (do not|never|don't) hesitate to ${get} ..4`,
  `(please)? feel free to <adverb>? (${get}) ..4`,
  'please let (me|us) know',
  'let (me|us) know',
)
const boilerplate =
  /\b(?:any|more|further|additional|other)\b[^.]{0,40}\b(?:questions?|concerns?|queries|assistance|help|issues?|problems?)\b|\banything\b/i
const specific =
  /[@:]|\b(?:about|regarding|on the|with your|within|by|today|tomorrow|hours?|minutes?|and (?:i|we)|i['’]ll|we['’]ll|happy|glad)\b|\d|\uFFFC/i

/** Another way to write than to answer. */
const channel = /\b(?:e-?mail|call|phone|raise)\b/i

export default defineRule({
  id: 'closing-passive-invite',
  principle: 'intent',
  scope: ['macro'],
  level: 'sentence',
  severity: 'hint',
  message: '“{found}” opens the door without saying who stands behind it.',
  why: 'A set phrase reads as the end of the talk. Saying how to answer and who picks it up keeps it open.',
  sources: ['A Word about Pushback: how we close sets the stage for the customer’s reply'],
  serves: ['close', 'want-success', 'intent'],
  triggers: ['hesitate', 'free', 'let'],
  examples: [
    {bad: "«Please don't hesitate to contact us».", better: "Reply here and we'll pick it up."},
    {bad: '«Feel free to reach out».'},
    {
      bad: 'If you need anything else, «please let us know».',
      better: "If you need anything else, reply here and we'll pick it up.",
    },
    {
      bad: 'If you need any more help, «let me know»!',
      better: "If you need any more help, reply here and I'll pick it up!",
    },
    {good: 'Feel free to delete the old files.'},
    {good: "Reply here and I'll pick it up within 2 hours."},
    {good: "If you have questions about invoices, let me know and I'll answer them today."},
    {good: "Don't hesitate at step 4: the timer is short."},
    {good: 'Please let us know which browser you use.'},
    {good: 'Feel free to reach out to us at help@example.com.'},
  ],
  check(sentence) {
    if (specific.test(sentence.text)) return []
    const found = timid.find(sentence)
    if (!found) return []
    const range = {from: found.from, to: clauseEnd(sentence, found)}
    const know = /let (?:me|us) know/i.test(sentence.text)
    if (know && !boilerplate.test(sentence.text)) return []
    if (
      /^(?:how|what|which|when|where|whether|for)$/.test(sentence.words[range.to]?.norm ?? '') ||
      /\b(?:know|ask) (?:how|what|which|when|for)\b/i.test(sentence.text)
    )
      return []
    if (
      know &&
      /^(?:a|an|the|this|that|these|those|your|our|all|some|more|of)$/.test(
        sentence.words[afterKnow(sentence)]?.norm ?? '',
      )
    )
      return []
    const rest = sentence.text.slice((sentence.words[range.to - 1]?.end ?? sentence.end) - sentence.start)
    if (
      channel.test(textOf(sentence, range)) ||
      /^\s*with\b(?! (?:any|more|further|other|additional|questions)\b)/i.test(rest)
    )
      return []
    const open = /^\s*(?:if|with|should)\b/i.test(rest)
    const behind = open ? 'reply here' : `reply here and ${voice(sentence)}'ll pick it up`
    const before = sentence.words[range.from - 1]
    const fits = before?.kind !== 'word' || /^(?:and|or|but|then)$/.test(before.norm)
    return [
      matchOf(sentence, range, fits ? [replaceWords(sentence, range, behind, open ? 'safe' : 'if-verified')] : []),
    ]
  },
})

/** “Let us know the details” asks for something; the word that would name it. */
function afterKnow({words}: Sentence): number {
  return words.findIndex(({norm}) => norm === 'know') + 1
}

/** The set phrase as far as it goes: up to a condition or the end of the clause. */
function clauseEnd({words}: Sentence, {from, to}: WordRange): number {
  let end = Math.max(from + 1, to - 4)
  while (
    end < Math.max(to, words.length) &&
    words[end]?.kind === 'word' &&
    !/^(?:if|with|should|for|and|or|any)$/.test(words[end]?.norm ?? '')
  )
    end++
  return end
}

/** Who speaks in the sentence or in those beside it. */
function voice({text, previous, next}: Sentence): 'I' | 'we' {
  if (/\b(?:I|me|my)\b/.test(text)) return 'I'
  return /\b(?:we|us|our)\b/i.test([previous?.text, text, next?.text].join(' ')) ? 'we' : 'I'
}
