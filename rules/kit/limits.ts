import {inConditional, isQuestion} from './clauses.ts'
import {type Found, pattern} from './pattern.ts'
import type {Sentence} from './sentence.ts'

/** Verbs with which “can't” tells of a search or a state, not of something refused. */
const searching =
  '(wait|find|locate|see|tell|reproduce|replicate|verify|confirm|identify|determine|recognise|recognize|detect|understand|imagine|stress|thank|apologise|apologize|believe|recommend|hear|help|emphasise|emphasize|say|open|reach|connect|load|view|log|sign|deny|overstate|read|figure|make out|promise|agree|begin|think)'
const we = '(i|we|our team|our company|our support|our app|our service|our system)'
const ours = '(offer|support|provide|accept|issue|allow|permit|ship|deliver|refund|handle|process|take|do|sell|have|give|make|cover|include|grant|plan|intend|integrate|work|share|carry|stock|reimburse|compensate|participate|operate|store|keep)'

/** Words that say no: what we can't, won't or don't do, and what isn't possible. */
const limits = pattern(
  `${we} <adverb>* can <adverb>* not (<adverb>|just|currently)* verb=<base>`,
  `${we} could not <adverb>* verb=(offer|approve|accept|grant|process|complete|honour|honor|issue)`,
  `${we} (am|are) <adverb>* (unable to|not <adverb>* able to|not in a position to|not allowed to|not permitted to|no longer able to) <adverb>* verb=<base>`,
  `${we} will <adverb>* (not|no longer) be able to <adverb>* verb=<base>`,
  `${we} will <adverb>* (not|no longer) <adverb>* verb=(offer|provide|issue|refund|accept|support|continue|fix|process|ship|add|change|merge|reopen|address|be <adverb>* (adding|offering|supporting|fixing|making|refunding|issuing|changing|continuing))`,
  `${we} do not (<adverb>|currently|yet)* verb=${ours}`,
  `${we} (<adverb>|currently)* no longer verb=${ours}`,
  `${we} (have|had)? (decided|chosen|agreed)? not to verb=<base>`,
  `${we} (are|am) <adverb>* not (planning|going|considering|accepting|adding|offering|taking|looking) verb=(to|<word>)`,
  `${we} have no (plans|plan|way|option|means|intention) verb=(to|of|for)`,
)
const impossible = pattern(
  "(is|are|'s|was|were) <adverb>* not <adverb>* state=(possible|supported|available|allowed|permitted|applicable|eligible|refundable|transferable|offered|provided|included|an option|something (we|i)|covered|compatible|negotiable)",
  '(is|are) <adverb>* (no longer|not) <adverb>* state=(supported|available|offered|possible|accepted)',
  'can <adverb>* not be <adverb>* state=(refunded|changed|increased|cancelled|canceled|reversed|undone|extended|transferred|applied|combined|exchanged|modified|removed|restored|recovered|reinstated|processed|accepted|approved|customised|customized|disabled|merged|used|made|done|reopened|withdrawn|returned|edited|deleted|reset|accommodated|issued|granted|waived|honoured|honored|given|provided|moved|reactivated|fixed|lifted)',
  "there ('s|is|are) <adverb>* (no (way|option|possibility|setting|feature|workaround|support|plans)|not (a|any) (way|option|possibility)) state=(to|for|of)",
  'no (refund|refunds|compensation|exceptions|exchanges|returns|credit|replacement) (will|can) be state=<participle>',
  'do <adverb>* not state=qualify', 'does <adverb>* not state=qualify',
  '(is|are|will) <adverb>* not state=be? eligible',
  "(i|we) (am|are) afraid state=not",
)

/** What a sentence refuses, or undefined; a search that failed, a condition or a question refuses nothing. */
export function limitOf(sentence: Sentence): Found | undefined {
  if (isQuestion(sentence)) return undefined
  const found = limits.find(sentence) ?? impossible.find(sentence)
  if (!found || inConditional(sentence, found.from)) return undefined
  const verb = found.parts['verb']
  const base = verb ? sentence.words[verb.from]?.norm : undefined
  return base !== undefined && new RegExp(`^${searching}$`).test(base) ? undefined : found
}
