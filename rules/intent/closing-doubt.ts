import {inConditional} from '../kit/clauses.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeSentence} from '../kit/remove.ts'
import {replaceSentence, replaceWords, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Rewrite} from '../kit/types.ts'

const answer =
  '(this|that|it|these|those|they|everything|(the|this|that|these|those|our) .. (step|steps|fix|fixes|solution|option|options|workaround|article|guide|link|links|update|reset|restart|above|suggestion|suggestions|information|issue|problem|error) ..|(any|one|either|none) of .. (this|these|those|them|steps|options))'
const effect =
  "(<adverb>* (~work|~help|~fix|~solve|~resolve|~answer|~clear|~clarify|~cure|~sort)|~do the trick|~make (a difference|any difference|sense|things)|~bring any (change|changes|improvement)|(is|was|'s|are|were) <adverb>* (helpful|useful|fixed|resolved|solved|gone|working|of (any)? help|clear))"
const report = pattern(
  `(let (me|us) know|(tell|inform|update) (me|us)|keep (me|us) posted) doubt=((if|whether) ${answer} (will|would|can|could|has|have|does|do|did)? not=not? ${effect})`,
)
const sense = pattern(
  '^ <adverb>? (does|did|do) (this|that|it|all this|all that|these steps) ~make sense (to you|so far)?',
  '^ <adverb>? (is|are) (this|that|it|everything|these steps) <adverb>? (clear|clearer|ok|okay) (to you|now|for you)?',
)
const worked = pattern(
  '^ <adverb>? (does|did|do|has|have) (this|that|it|these|these steps|the steps) <adverb>* (~work|~help|~fix|~solve|~resolve|~answer|~clear)',
)

export default defineRule({
  id: 'closing-doubt',
  principle: 'intent',
  scope: ['macro'],
  level: 'sentence',
  severity: 'suggestion',
  message: '“{found}” asks the customer to judge whether our answer is one.',
  why: 'Checking back is good; the “if it works” in it tells the customer that we doubt it ourselves. Ask for what they see, and say what you do with it.',
  sources: [
    'A Word about Pushback: “I hope this works for you” makes the learner doubt, and how we close sets the stage',
  ],
  serves: ['close', 'avoidable', 'intent'],
  triggers: ['know', 'tell', 'inform', 'update', 'posted', 'does', 'did', 'do', 'has', 'have', 'is', 'are'],
  examples: [
    {bad: 'Let me know «if that works».', better: 'Let me know how it goes.'},
    {
      bad: 'Restart the phone and let us know «whether it helped».',
      better: 'Restart the phone and let us know how it goes.',
    },
    {bad: 'Please let us know «if these steps fix» the sync.', better: 'Please let us know how it goes.'},
    {
      bad: 'Open the guide. «Does that make sense»?',
      better: "Open the guide. Tell me which part you'd like in more detail.",
    },
    {bad: 'Update the app. «Did that help»?', better: 'Update the app. Tell me what you see now.'},
    {good: 'Let me know which plan you prefer.'},
    {good: "Let me know when you're back and I'll start the transfer."},
    {good: "Let me know if it works and I'll close the loop with billing."},
    {good: "Let us know if that doesn't help."},
    {good: 'Does your plan include SSO?'},
    {good: 'Let us know if you have any questions.'},
    {good: 'Did it work before the update?'},
  ],
  check(sentence) {
    const made = sense.find(sentence)
    if (made && isWhole(sentence, made)) {
      return [matchOf(sentence, made, asked(sentence, "Tell me which part you'd like in more detail."))]
    }
    const tried = worked.find(sentence)
    if (tried && isWhole(sentence, tried))
      return [matchOf(sentence, tried, asked(sentence, 'Tell me what you see now.'))]
    const found = report.find(sentence)
    const doubt = found?.parts['doubt']
    if (!found || !doubt || (found.parts['not'] !== undefined && found.parts['not'].to > found.parts['not'].from))
      return []
    if (inConditional(sentence, found.from) || /\b(?:and|so) (?:then )?(?:i|we|our)\b/i.test(after(sentence, doubt)))
      return []
    return [matchOf(sentence, doubt, followed(sentence, doubt))]
  },
})

function isWhole({words, text}: Sentence, {to}: Found): boolean {
  return text.includes('?') && words.slice(to).every(word => word.kind === 'punctuation')
}

function after({text, words, start}: Sentence, {to}: WordRange): string {
  return text.slice((words[to - 1]?.end ?? start) - start)
}

function asked(sentence: Sentence, text: string): readonly (Rewrite | undefined)[] {
  const plain = sentence.setting.kind === 'macro' && sentence.words[0] !== undefined && startsSentence(sentence, 0)
  return plain ? [replaceSentence(sentence, text, 'safe'), removeSentence(sentence)] : []
}

/** The same check-back without the doubt, as far as its clause goes. */
function followed(sentence: Sentence, {from, to}: WordRange): readonly Rewrite[] {
  const {words} = sentence
  let end = to
  while (
    end < words.length &&
    words[end]?.kind !== 'punctuation' &&
    !/^(?:and|or|but|please)$/.test(words[end]?.norm ?? '')
  )
    end++
  return [
    replaceWords(sentence, {from, to: end}, 'how it goes'),
    replaceWords(sentence, {from, to: end}, 'what you see then'),
  ]
}
