import {endsClause} from './clauses.ts'
import {type Found, pattern, type WordRange} from './pattern.ts'
import {textOf} from './rule.ts'
import type {Sentence} from './sentence.ts'

/** Words for rules that somebody made, as alternatives of a pattern. */
export const laws =
  'policy|policies|rules|regulation|regulations|guidelines|terms|agreement|agreements|standards|protocol|protocols'

const lead = pattern(
  'strong=(due to|because of|owing to|as per|per|as a result of)',
  '(under|according to|in accordance with|in line with|in keeping with|based on|pursuant to)',
)

/** What stands before “policy” where it is a thing that the customer reads or sets, and what ends the search for it. */
const things =
  /^(?:privacy|password|retention|security|bucket|iam|alert|messaging|cookie|access|backup|lifecycle|firewall|group|cache|insurance|sharing|conditional|routing|return)$/
const verbs =
  /^(?:am|is|are|was|were|be|have|has|had|do|does|did|will|can|could|may|must|should|would|not|we|i|you|they)$/
const elsewhere = new RegExp(`${verbs.source}|^(?:of|for|with|against|their|your|his|her)$`)
const law = new RegExp(`^(?:${laws})$`)
const limit =
  /\b(?:not|n['’]t|no|cannot|unable|only|closed?|closing|suspend\w*|cancell?(?:ed|ing)|remov\w*|reject\w*|declin\w*|den(?:y|ied)|have to|must|required|limited)\b|n['’]t\b/i

/** Whether the word at `at` makes a “policy” a thing that the customer reads or sets. */
export function isThing({words}: Sentence, at: number): boolean {
  return things.test(words[at]?.norm ?? '')
}

/** A rule named as the cause of a no: “due to our … policy”. */
export function citedRule(sentence: Sentence): WordRange | undefined {
  const {words} = sentence
  for (const found of lead.all(sentence)) {
    if (!isLimiting(sentence, found)) continue
    for (let at = found.to; at < Math.min(words.length, found.to + 7); at++) {
      const word = words[at]
      if (!word || endsClause(word) || elsewhere.test(word.norm)) break
      if (word.kind !== 'word' || word.quoted || !law.test(word.norm)) continue
      const thing = isThing(sentence, at - 1)
      if (thing && (!found.parts['strong'] || sentence.setting.kind === 'article')) break
      const range = {from: found.from, to: endOfPhrase(sentence, at)}
      const text = textOf(sentence, range)
      const owned = found.parts['strong'] !== undefined || /\b(?:our|my|the|company|internal)\b/i.test(text)
      return owned && !/\b(?:your|their)\b/i.test(text) ? range : undefined
    }
  }
  return undefined
}

/** An article tells what others' rules say; only our own rule, given for a no, stands in front of us there. */
function isLimiting({text, words, setting}: Sentence, {to, parts}: Found): boolean {
  if (setting.kind === 'article') return words[to]?.norm === 'our' && limit.test(text)
  return parts['strong'] !== undefined || limit.test(text)
}

/** Behind “the policies”: “of our partners”, “set by our bank”. */
function endOfPhrase({words}: Sentence, at: number): number {
  let end = at + 1
  while (end < at + 9 && words[end] && !endsClause(words[end]) && !verbs.test(words[end]?.norm ?? '')) {
    const starts = /^(?:this|that|these|the|a|an|our|your|my|no)$/.test(words[end]?.norm ?? '')
    if (starts && !/^(?:of|by|with|for|between|from)$/.test(words[end - 1]?.norm ?? '')) break
    end++
  }
  return end
}
