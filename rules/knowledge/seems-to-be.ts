import {presentOf, subjectNumber} from '../kit/agreement.ts'
import {inConditional, isNegated, isQuestion} from '../kit/clauses.ts'
import {type Found, type Pattern, pattern, type WordRange} from '../kit/pattern.ts'
import {capitalised, removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match} from '../kit/types.ts'

const finite =
  '(<be>|<have>|did|do|does|were|can|could|will|would|should|may|might|must|need|needs|requires|contains|includes|shows|uses|belongs|comes|exists|fails|wants|works|got|went|came|<participle>)'
const clause = `clause=((you|we|i|they|he|she|it|this|there|someone) <word>|(the|your|our) <noun> (that|which|who) <word>|<subject> <adverb>* ${finite})`
/** “It looks like the file is empty”: what follows is a whole clause. */
const opener = pattern(
  `lead=(it does? <adverb>? (seems|seem|appears|appear) (that|like|as if|as though)?) ${clause}`,
  `lead=(it does? <adverb>? (looks|look) (like|as if|as though)) ${clause}`,
  `(^|,|;|:|-|–|—|.|!|and|but|so|<object>) lead=((looks|seems|appears) (like|as if|as though|that)) ${clause}`,
)
/** “Your card appears to be blocked”: what follows is the predicate; `hedge` becomes the verb in that form. */
const subject = 'subject=<subject> <adverb>?'
const seem = 'denied=((do|does) not)? <adverb>? (seem|seems|appear|appears|look|looks)'
const raised: readonly (readonly [Pattern, 'is' | 'was' | 'verb'])[] = [
  [pattern(`${subject} hedge=(${seem} to have been)`), 'was'],
  [pattern(`${subject} hedge=((look|looks|seem|seems) like (it|they) <be>)`), 'is'],
  [pattern(`${subject} hedge=(${seem} to be)`), 'is'],
  [pattern(`${subject} hedge=(${seem} to verb=<base>)`), 'verb'],
  [
    pattern(
      `${subject} hedge=(denied=((do|does) not)? <adverb>? (look|looks|seem|seems) like) (a|an|the|your|our|one|some|something)`,
    ),
    'is',
  ],
]
/** “Looks like a double charge”: no clause, no subject of its own. */
const bare = pattern(
  'lead=(it (looks|seems) like) (a|an)',
  '(^|,|;|:|-|–|—|.|!|and|but|so) lead=((looks|seems) like) (a|an)',
)
const feelings = /^(?:frustrated|upset|angry|disappointed|annoyed|unhappy|worried|concerned|confused)$/
const pictures =
  /(?:icon|button|logo|symbol|image|sign|indicator|link|code|number|url|address|label|tab|arrow|header|page|screen)$/i

export default defineRule({
  id: 'seems-to-be',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” gives an impression where we could have looked.',
  why: 'The customer wrote to us because we can see their case. An impression sounds as if it was never opened; say what you found, or what you checked.',
  sources: [
    'A Word about Pushback: trusted advisors know and take accountability',
    'Oba & Berger 2022: an impersonal hedge costs more confidence than a personal one',
  ],
  serves: ['sound-sure', 'trusted-adviser', 'knowledge'],
  triggers: ['seems', 'seem', 'appears', 'appear', 'looks', 'look'],
  examples: [
    {bad: '«It looks like» your card expired in May.', better: 'Your card expired in May.'},
    {bad: 'Sorry, but «it seems that» the file is empty.', better: 'Sorry, but the file is empty.'},
    {bad: '«Looks like» you reached the monthly limit.', better: 'You reached the monthly limit.'},
    {bad: 'Your account «appears to be» locked.', better: 'Your account is locked.'},
    {bad: 'The invoices «appear to have been» sent twice.', better: 'The invoices were sent twice.'},
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
    const lead = opener.find(sentence)?.parts['lead']
    if (lead && !isDenied(sentence, lead)) return inConditional(sentence, lead.from) ? [] : [impression(sentence, lead)]
    const short = bare.find(sentence)?.parts['lead']
    if (short && !inConditional(sentence, short.from))
      return [matchOf(sentence, short, [replaceWords(sentence, short, "it's", 'if-verified')])]
    for (const [predicate, form] of raised) {
      const found = predicate.find(sentence)
      if (found && !isShown(sentence, found) && !inConditional(sentence, found.from))
        return [appearance(sentence, found, form)]
    }
    return []
  },
})

function isDenied(sentence: Sentence, lead: WordRange): boolean {
  return isNegated(sentence, {from: Math.max(0, lead.from - 2), to: lead.to})
}

/** “The icon looks like a bell”, “will look like a list”: how something looks, not what we take it for. */
function isShown({words, text, start}: Sentence, {to, parts}: Found): boolean {
  const {subject: who, hedge} = parts
  if (!who || !hedge) return true
  const before = words[hedge.from - 1]?.norm ?? ''
  if (/^\p{Lu}/u.test(words[hedge.from]?.text ?? '')) return true
  if (/^(?:will|would|should|may|might|could|can|to|not|what|how)$/.test(before)) return true
  const name = text.slice((words[who.from]?.start ?? start) - start, (words[who.to - 1]?.end ?? start) - start)
  if (/^(?:who|which|that|what|how)$/i.test(name)) return true
  const isLike = words[hedge.to - 1]?.norm === 'like'
  if (isLike && (/^(?:it|we|i)$/i.test(name) || pictures.test(name))) return true
  return /^you$/i.test(name) && feelings.test(words[to]?.norm ?? '')
}

function impression(sentence: Sentence, lead: WordRange): Match {
  const next = sentence.words[lead.to]
  const opens = /^\p{Lu}/u.test(sentence.words[lead.from]?.text ?? '')
  // “…, looks like your channel is up” hangs on the clause before it; without its lead it would be a sentence of its own.
  const hangs = sentence.words[lead.from - 1]?.text === ',' && sentence.words[lead.from]?.norm !== 'it'
  const plain = hangs
    ? undefined
    : opens && next
      ? replaceWords(sentence, {from: lead.from, to: lead.to + 1}, capitalised(next.text), 'if-verified')
      : removeWords(sentence, lead, 'if-verified')
  const checked = replaceWords(sentence, lead, `I checked ${slot('what you looked at')}, and`, 'needs-input')
  return matchOf(sentence, lead, [plain, checked])
}

function appearance(sentence: Sentence, found: Found, form: 'is' | 'was' | 'verb'): Match {
  const {subject: who, hedge} = found.parts
  if (!who || !hedge) return matchOf(sentence, found)
  const from = who.to - who.from === 1 && who.to === hedge.from ? who.from : hedge.from
  const plain = predicate(sentence, found, form)
  return matchOf(sentence, {from, to: hedge.to}, [
    plain === undefined ? undefined : replaceWords(sentence, hedge, plain, 'if-verified'),
  ])
}

function predicate(sentence: Sentence, {parts}: Found, form: 'is' | 'was' | 'verb'): string | undefined {
  const {subject: who, verb, denied} = parts
  const number = who && subjectNumber(sentence, who)
  if (!number || !who) return undefined
  const not = denied !== undefined && denied.to > denied.from
  const base = verb ? (sentence.words[verb.from]?.norm ?? 'be') : 'be'
  if (form === 'verb' && not && base !== 'have') return `${number === 'singular' ? "doesn't" : "don't"} ${base}`
  if (sentence.words[who.from]?.norm === 'i' && base === 'be')
    return `${form === 'was' ? 'was' : 'am'}${not ? ' not' : ''}`
  const plain = form === 'was' ? (number === 'singular' ? 'was' : 'were') : presentOf(base, number)
  return not ? `${plain}n't` : plain
}
