import {inConditional, isNegated, isQuestion} from './clauses.ts'
import {type Found, pattern} from './pattern.ts'
import {instructionIn} from './reply.ts'
import {slot, thenAdd} from './rewrite.ts'
import {spanOf} from './rule.ts'
import type {Sentence} from './sentence.ts'
import type {Rewrite, Span} from './types.ts'

const we = '(i|we|our team|our company|our app|our service|our support)'
const offers =
  '(offer|support|provide|accept|issue|allow|permit|ship|deliver|refund|handle|process|take|give|make|cover|include|grant|plan|integrate|carry|stock|reimburse|compensate|operate)'
const refusals = pattern(
  `${we} <adverb>* can <adverb>* not <adverb>* verb=<base>`,
  `${we} could not <adverb>* verb=(offer|approve|accept|grant|honour|honor|issue)`,
  `${we} (am|are) <adverb>* (unable to|not <adverb>* able to|not in a position to|not allowed to|not permitted to|no longer able to) <adverb>* verb=<base>`,
  `${we} will <adverb>* (not|no longer) be able to <adverb>* verb=<base>`,
  `${we} will <adverb>* (not|no longer) <adverb>* verb=(offer|provide|issue|refund|accept|support|continue|fix|process|ship|add|change|merge|reopen|address|allow)`,
  `${we} will <adverb>* (not|no longer) <adverb>* be (adding|offering|supporting|fixing|making|refunding|issuing|changing|continuing|merging|accepting)`,
  `${we} do not <adverb>* verb=${offers}`,
  `${we} <adverb>* no longer verb=${offers}`,
  `${we} <adverb>* (have|had)? <adverb>* (decided|chosen|agreed|opted) not to verb=<base>`,
  'and (have|has) <adverb>* (decided|chosen|agreed|opted) not to verb=<base>',
  `${we} (are|am) <adverb>* not <adverb>* (planning|going|considering|accepting|adding|offering|taking) verb=<word>`,
  `${we} do not <adverb>* have (any|a|an|the|that|this)? <word>? (plans|plan|option|options|way|feature|ability|possibility|access|information|intention|capability|functionality|program|programme)`,
  `${we} lack the (ability|capability|means|authority|tools|rights|permission) (to|for)`,
  `${we} have no (plans|plan|way|option|means|intention) (to|of|for)`,
)
const denied =
  '(refunded|changed|increased|cancelled|canceled|reversed|undone|extended|transferred|applied|combined|exchanged|modified|removed|restored|recovered|reinstated|processed|accepted|approved|customised|customized|disabled|merged|reopened|withdrawn|returned|edited|deleted|accommodated|issued|granted|waived|honoured|honored|provided|moved|reactivated|lifted|prescribed|disclosed|credited|replaced|renewed|redeemed|upgraded|downgraded|shipped|delivered|offered|expedited|bypassed|lowered|raised)'
const impossible = pattern(
  "(is|are|'s) <adverb>* (not|no longer) <adverb>* (possible|supported|available|allowed|permitted|applicable|eligible|refundable|transferable|offered|provided|included|covered|compatible|negotiable|an option|something (we|i))",
  `can <adverb>* (not|no longer) be <adverb>* verb=${denied}`,
  '(your|the|this) (<word>)? (<word>)? (was|were|has been|have been|is) <adverb>* (rejected|declined|denied|refused|unsuccessful|not (successful|approved|accepted))',
  "there ('s|is|are) <adverb>* (no (way|option|possibility|setting|feature|workaround|plans)|not <adverb>* (a|any) (way|option|possibility)) (to|for|of)",
  'no (refund|refunds|compensation|exceptions|exchanges|returns|credit|replacement) (will|can) be <participle>',
  '(do|does) <adverb>* not <adverb>* qualify',
  '(i|we) (am|are) afraid not',
  '(sorry|afraid|regret) ,? but? ,? (it is|that is|this is)? a? (firm)? no $',
  "(the|our|my) (answer|decision|response) (is|'s|remains|will be|must be|has to be|stays) <adverb>* (a)? (firm)? (no|final) $",
)
/** With these “can’t” tells of a search, a feeling or a state, not of something refused. */
const searching =
  /^(?:wait|find|found|locate|located|see|seen|tell|reproduce|reproduced|replicate|verify|verified|confirm|confirmed|identify|determine|determined|recognise|recognize|detect|detected|understand|understood|imagine|stress|thank|apologise|apologize|believe|hear|emphasise|emphasize|say|open|reach|reached|connect|connected|load|loaded|view|log|sign|deny|figure|agree|think|trace|estimate|be|have|help)$/
/** A condition under which it is possible after all. */
const unless =
  /\b(?:unless|until|without|once|as long as|as soon as|only if|except)\b|\bbefore (?!\W*$)|:$|^(?:since|as(?! per)|because)\b|\bsince (?:we|I|it|they)\b|\bpromises\b|\bpossible to be\b/i

/** A rewrite that says no plainly, followed by what is possible. */
export function withOffer(sentence: Sentence, rewrite: Rewrite): Rewrite {
  return thenAdd(sentence, rewrite, `What I can do is ${slot('alternative')}.`)
}

/** Words, one of which every refusal holds. */
export const limitTriggers: readonly string[] =
  "lack,not,can't,cannot,cant,don't,dont,won't,wont,isn't,aren't,doesn't,couldn't,haven't,hasn't,wasn't,unable,no,rejected,declined,denied,refused,unsuccessful".split(
    ',',
  )

/** What a reply refuses, or undefined; a failed search, a condition or a question refuses nothing. */
export function limitIn(sentence: Sentence): Found | undefined {
  if (isQuestion(sentence)) return undefined
  const found = [refusals, impossible]
    .flatMap(limits => limits.all(sentence))
    .find(({from, parts: {verb}}) => {
      const word = verb && sentence.words[verb.from]
      return !(word && searching.test(word.norm)) && !inConditional(sentence, from)
    })
  if (!found || sentence.words[found.to]?.text === ':') return undefined
  return unless.test(sentence.text) ? undefined : found
}

const offered = pattern(
  '<we> <adverb>* can <adverb>* verb=(<base>|:)',
  '<we> do verb=<base>',
  '<we> (will|would) <adverb>* (be (happy|glad|able) to)? <adverb>* verb=<base>',
  '<we> <adverb>* (have|has) <adverb>* verb=<participle>',
  '<we> (am|are|is|would be) <adverb>* verb=(happy|glad|able|working|looking|reviewing|checking|sending|adding|issuing|refunding|here)',
  'let me <adverb>? verb=<base>',
  'what (i|we|you) can verb=do',
  'you (can|could|may|might|will) <adverb>* (be able to)? <adverb>* verb=<base>',
  '(you are|you will be|you would be|feel|you have) (able|free|welcome|the option) to verb=<base>',
  '(if|should) you (would|want|like|prefer|wish|need|choose|have|are|do) .. verb=<base>',
)
const other = pattern(
  '(is|are|am) <adverb>* working (on|through|to|with)',
  '(someone|somebody|(the|that|our|another) <word>? team|specialist|agent) (from|in|at)? <determiner>? <word>? <word>? will <base>',
  '(instead|alternatively|alternative|alternatives|workaround|work-around|meanwhile|option|options)',
  '(in the meantime|until then|for now|the closest|the good news|good news|the best way|another way|other ways|next step)',
  '<we> (recommend|suggest|advise|encourage|propose|offer)',
  '(check|visit|follow|use) (our|the|this|these|your|<object>)',
  "here (is|are|'s)",
  '(their|our|phone|telephone|the) (number|address|hotline) is',
)
/** Own acts that bring no way onward, and courtesy that invites questions about anything. */
const idle =
  /^(?:be|not|apologise|apologize|understand|appreciate|hope|regret|know|received|reviewed|decided|noticed|had|been|seen|closed|suspended|removed|always|love|like|miss|never|no|pass|welcome)$/
const courtesy =
  /\b(?:any|more|further|other|additional) (?:other |further |more )?(?:questions?|concerns?|queries|help|assistance|information|details)\b|\banything else\b/i
/** A named channel makes even that a way onward. */
const channel = /\b(?:via|by|over|through) (?:e-?mail|chat|phone|live)\b/i

/** The words, at or after an offset, that say what is possible instead: an offer, an instruction, a question, a route. */
export function alternativeIn(sentence: Sentence, after = sentence.start): Span<'prose'> | undefined {
  if (courtesy.test(sentence.text) && !channel.test(sentence.text)) return undefined
  if (isQuestion(sentence)) return {start: sentence.start, end: sentence.end}
  const behind = ({from}: Found): boolean => (sentence.words[from]?.start ?? 0) >= after
  const found = offered.all(sentence).find(candidate => {
    const {from, to, parts} = candidate
    const word = parts['verb'] && sentence.words[parts['verb'].from]
    const refused = /^(?:nothing|anything|little|much)$/.test(sentence.words[from - 1]?.norm ?? '')
    return word && !idle.test(word.norm) && !refused && behind(candidate) && !isNegated(sentence, {from, to: to + 1})
  })
  const any = found ?? other.all(sentence).find(behind)
  if (any) return spanOf(sentence, any)
  const instruction = instructionIn(sentence)
  return instruction && instruction.start >= after ? instruction : undefined
}
