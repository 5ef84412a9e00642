import {numberOf, presentOf} from '../kit/agreement.ts'
import {inConditional, isNegated, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {capitalised, removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'

const finite =
  "(<be>|<have>|did|do|does|were|can|could|will|would|should|may|might|must|need|needs|requires|contains|includes|shows|uses|belongs|comes|exists|fails|wants|works|got|went|came|<participle>)"
const clause = `clause=((you|we|i|they|he|she|it|this|there|someone) <word>|(the|your|our) <noun> (that|which|who) <word>|<subject> <adverb>* ${finite})`
/** “It looks like the file is empty”: what follows is a whole clause. */
const opener = pattern(
  `lead=(it does? <adverb>? (seems|seem|appears|appear) (that|like|as if|as though)?) ${clause}`,
  `lead=(it does? <adverb>? (looks|look) (like|as if|as though)) ${clause}`,
  `(^|,|;|:|-|–|—|.|!|and|but|so|<object>) lead=((looks|seems|appears) (like|as if|as though|that)) ${clause}`,
)
/** “Your card appears to be blocked”: what follows is the predicate. */
const raised = pattern(
  `subject=<subject> <adverb>? does=((do|does) not)? <adverb>? verb=(seem|seems|appear|appears) to base=(be|have) of=<word>`,
  `subject=<subject> <adverb>? does=((do|does) not)? <adverb>? verb=(seem|seems|appear|appears) to base=<base>`,
  "subject=<subject> <adverb>? verb=(looks|look|seems|seem) like base=(it|they) of=('s|is|are)",
  'subject=<subject> <adverb>? does=((do|does) not)? <adverb>? verb=(looks|look|seems|seem) (like|to be) of=(a|an|the|your|our|one|some|something)',
)
/** “Looks like a double charge”: no clause, no subject. */
const bare = pattern('(^|,|;|:|-|–|—|.|!|and|but|so) lead=((looks|seems) like) of=(a|an)', '@ <word> lead=((looks|seems) like) of=(a|an)', 'lead=(it (looks|seems) like) of=(a|an)')
const feelings = /^(?:frustrated|upset|angry|disappointed|annoyed|unhappy|worried|concerned|confused)$/

export default defineRule({
  id: 'seems-to-be',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” gives an impression where we could have looked.',
  why: 'The customer wrote to somebody who can see their case. An impression sounds as if nobody opened it; say what you found, or what you checked.',
  sources: [
    'A Word about Pushback: trusted advisors know and take accountability',
    'Oba & Berger 2022: an impersonal hedge costs more confidence than a personal one',
  ],
  triggers: ['seems', 'seem', 'appears', 'appear', 'looks', 'look'],
  examples: [
    {bad: '«It looks like» your card expired in May.', better: 'Your card expired in May.'},
    {bad: 'Sorry, but «it seems that» the file is empty.', better: 'Sorry, but the file is empty.'},
    {bad: '«Looks like» you reached the monthly limit.', better: 'You reached the monthly limit.'},
    {bad: 'Your account «appears to be» locked.', better: 'Your account is locked.'},
    {bad: 'The invoices «appear to have» been sent twice.', better: 'The invoices have been sent twice.'},
    {bad: "The order «doesn't seem to be» paid.", better: "The order isn't paid."},
    {bad: '«This looks like» a proxy problem.', better: 'This is a proxy problem.'},
    {bad: "The delay «looks like it's» caused by the bank.", better: 'The delay is caused by the bank.'},
    {good: 'The message appears above the form.'},
    {good: 'If it looks like the file is empty, open it again.'},
    {good: 'Does the page look like it did before?'},
    {good: 'The header looks like this: {{example}}'},
    {good: 'It sounds like a stressful morning.'},
    {good: 'That seems fair.'},
    {good: 'Your screen will look like the picture below.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const led = opener.find(sentence)
    const lead = led?.parts['lead']
    if (led && lead && !isDenied(sentence, lead) && !inConditional(sentence, lead.from)) return [impression(sentence, lead)]
    const short = bare.find(sentence)
    const article = short?.parts['of']
    if (short && article && short.parts['lead'] && !inConditional(sentence, short.from))
      return [matchOf(sentence, short.parts['lead'], [replaceWords(sentence, short.parts['lead'], "it's", 'if-verified')])]
    const found = raised.find(sentence)
    if (!found || isShown(sentence, found) || inConditional(sentence, found.from)) return []
    return [appearance(sentence, found)]
  },
})

function isDenied(sentence: Sentence, lead: WordRange): boolean {
  return isNegated(sentence, {from: Math.max(0, lead.from - 2), to: lead.to})
}

/** “Looks like this:”, “will look like a list”: how something looks, not what we take it for. */
function isShown(sentence: Sentence, {from, to, parts}: Found): boolean {
  const subject = parts['subject']
  const before = sentence.words[(parts['verb']?.from ?? from) - 1]?.norm ?? ''
  if (/^(?:will|would|should|may|might|could|can|to|not|what|how)$/.test(before) && !parts['does']) return true
  const who = subject ? textOf(sentence, subject) : ''
  if (/^(?:it|that|who|which|what|how|we|i)$/i.test(who) && !/^(?:to)$/.test(sentence.words[(parts['base']?.from ?? 0) - 1]?.norm ?? '') && who.toLowerCase() !== 'that') return true
  if (/(?:icon|button|logo|symbol|image|sign|indicator|link|code|number|url|address|label|tab|arrow|gear)$/i.test(who) && parts['of'] && !parts['base']) return true
  if (/^you$/i.test(who) && feelings.test(sentence.words[to]?.norm ?? sentence.words[to - 1]?.norm ?? '')) return true
  return sentence.words[to - 1]?.norm === 'this'
}

function impression(sentence: Sentence, lead: WordRange): Match {
  const next = sentence.words[lead.to]
  const opens = /^\p{Lu}/u.test(sentence.words[lead.from]?.text ?? '')
  const plain =
    opens && next
      ? replaceWords(sentence, {from: lead.from, to: lead.to + 1}, capitalised(next.text), 'if-verified')
      : removeWords(sentence, lead, 'if-verified')
  const checked = replaceWords(sentence, lead, `I checked ${slot('what you looked at')}, and`, 'needs-input')
  return matchOf(sentence, lead, [plain, checked])
}

function appearance(sentence: Sentence, {from, parts}: Found): Match {
  const {subject, verb, base, of, does} = parts
  const first = does && does.to > does.from ? does.from : (verb?.from ?? from)
  const short = subject !== undefined && subject.to - subject.from === 1
  const to = of && !base ? of.from : (base?.to ?? of?.to ?? from)
  const range = {from: short ? subject.from : first, to: of && base && sentence.words[base.from]?.norm.match(/^(?:it|they)$/) ? of.to : to}
  return matchOf(sentence, range, [plainly(sentence, parts, {from: first, to: range.to})])
}

function plainly(sentence: Sentence, {subject, base, does}: Found['parts'], range: WordRange): Rewrite | undefined {
  const number = subject && numberOf(sentence, subject)
  if (!number || !subject) return undefined
  const person = /^(?:i|you|we|they)$/i.test(textOf(sentence, subject)) ? 'plural' : number
  const norm = base ? (sentence.words[base.from]?.norm ?? 'be') : 'be'
  const plain = /^(?:it|they)$/.test(norm) ? 'be' : norm
  const denied = does !== undefined && does.to > does.from
  const present = presentOf(plain, person)
  if (!denied) return replaceWords(sentence, range, present, 'if-verified')
  if (plain === 'be' || plain === 'have') return replaceWords(sentence, range, `${present}n't`, 'if-verified')
  return replaceWords(sentence, range, `${person === 'singular' ? "doesn't" : "don't"} ${plain}`, 'if-verified')
}
