import {type Found, pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside, removeLead, withoutSigns} from '../kit/remove.ts'
import {replaceSentence, replaceWords, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'

const bother = '(bother|disturb|trouble|disappoint|bug|nag|pester|be a (pain|bother|nuisance))'
const opener = pattern(
  `((i|we) (am|are))? <adverb>* sorry (for|to) (have|having)? (to)? (keep|be)? (${bother}|bothering|troubling|disturbing|bothered|troubled) (you)? (again|once more|with (this|that))?`,
  'sorry for (the|my|this|such a) <adverb>* (long|lengthy|wordy) (email|e-mail|message|reply|answer|post|read)',
  '(i|we) (am|are) <adverb>* (no|not an|not a|not the) <adverb>* (expert|specialist|technician|engineer)',
  '(i|we) (could|might|may) <adverb>* be <adverb>* (wrong|mistaken|off)',
  '(please)? correct me if (i|we) (am|are) (wrong|mistaken)',
  "(this|it) (may|might|is probably|'s probably) (be)? a (silly|stupid|dumb|basic) question",
  '(i know)? (this|it) is (probably)? (a)? (silly|stupid|dumb) question',
  '(i|we) hate to (bother|disturb|trouble|bug|ask) (you)? (again)?',
  '(i|we) do not know (much|a lot|enough|anything) about',
  '(forgive|excuse|pardon) (my|our) (ignorance|stupidity|silliness)',
  'please forgive (me|us)',
  '(i|we) beg (you|your|of you)',
  '(i|we) can not (apologise|apologize) enough',
)
const rank = pattern('(i|we) (am|are) (just|only|merely) (a|an|the) role=(<word> <word>? <word>?)')
const begging = pattern(
  'ask=((could|would|can) you) (please|possibly)* be (so|very)? kind (enough|as) to',
  "aside=(if (it|that) ('s|is|would) not (be)? <adverb>* too much (trouble|to ask|of a bother|of a hassle|hassle|bother))",
  'aside=(if you (could|would) (please)? be so kind)',
  'ask=((could|would|can) you) (please|<adverb>)? possibly',
  'grateful=((i|we) would be <adverb>* (eternally|forever|so|very|extremely|incredibly|deeply) grateful if you (could|would|can))',
  'again=(pretty please|please , please)',
  'again=((so|very|really) ,? (so|very|really) sorry)',
)

export default defineRule({
  id: 'self-deprecation',
  principle: 'standing',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” makes us sound smaller than the help we give.',
  why: 'A customer who is told not to expect much looks for somebody else. Say plainly what you need or what you will do; courtesy stays.',
  sources: [
    'A Word about Pushback: a guide who seems unsure and weak is not followed; a capable one is trusted quickly',
  ],
  serves: ['trust-in-us', 'lead-like-a-coach', 'standing'],
  supersedes: ['empathy-but', 'generic-apology'],
  triggers:
    'hate,grateful,know,sorry,expert,specialist,technician,engineer,wrong,mistaken,off,question,ignorance,stupidity,silliness,forgive,beg,enough,just,only,merely,kind,possibly,trouble,much,pretty,please'.split(
      ',',
    ),
  examples: [
    {bad: "«I'm no expert», but the log shows two requests.", better: 'The log shows two requests.'},
    {bad: '«I could be wrong».', better: "I'll confirm this with [team] and reply by [time]."},
    {bad: "«I'm just a support agent».", better: "I'll bring in [role], who can [what they can do]."},
    {bad: '«Sorry to bother you again», but I need the invoice number.', better: 'I need the invoice number.'},
    {bad: '«Could you be kind enough to» send the form?', better: 'Could you send the form?'},
    {bad: "«If it's not too much trouble», send the form.", better: 'Send the form.'},
    {bad: 'I am «so, so sorry» about the wait.', better: 'I am sorry about the wait.'},
    {good: "I'm just a message away."},
    {good: "I'm not able to see card numbers."},
    {good: 'Ask an expert in the community.'},
    {good: "I was wrong about the date: it's 4 June."},
    {good: 'Could you please send the form?'},
    {good: "I'm so sorry the parcel arrived open."},
    {good: 'Would you mind sending the log?'},
  ],
  check(sentence) {
    const asked = begging.find(sentence)
    if (asked) {
      const {ask, aside, again, grateful} = asked.parts
      if (sentence.words[asked.to]?.norm === 'mean') return []
      const rewrite = grateful
        ? replaceWords(sentence, asked, 'please')
        : ask
          ? replaceWords(sentence, asked, /^can/i.test(textOf(sentence, ask)) ? 'can you' : 'could you')
          : aside
            ? removeAside(sentence, asked)
            : again && replaceWords(sentence, asked, /sorry/i.test(textOf(sentence, again)) ? 'sorry' : 'please')
      return [matchOf(sentence, asked, [rewrite])]
    }
    const low = rank.find(sentence)
    if (low) return lowly(sentence, low)
    const found = opener.find(sentence)
    if (!found) return []
    const range = withoutSigns(sentence, found)
    return [matchOf(sentence, range, [removeLead(sentence, range), instead(sentence, range)])]
  },
})

/** “I'm just a support agent”, but not “I'm just a message away”. */
function lowly(sentence: Sentence, found: Found): readonly Match[] {
  const {role} = found.parts
  if (
    !role ||
    /\b(?:away|off|click|minute|moment|second|bit|little|few|reminder|note|bot|robot|script|automated|program)\b/i.test(
      textOf(sentence, role),
    )
  )
    return []
  const better = `I'll bring in ${slot('role')}, who can ${slot('what they can do')}.`
  return [matchOf(sentence, trimmed(sentence, found), [removeLead(sentence, found), replaceSentence(sentence, better)])]
}

/** The noun phrase ends before “and”, “but”, “so” … */
function trimmed({words}: Sentence, {from, to}: Found): WordRange {
  let end = from + 4
  while (end < to && !/^(?:and|but|so|who|with|in|at|here|on)$/.test(words[end]?.norm ?? '')) end++
  return {from, to: end}
}

function instead(sentence: Sentence, range: WordRange): Rewrite | undefined {
  if (!startsSentence(sentence, range.from)) return undefined
  const text = textOf(sentence, range)
  if (/\b(?:wrong|mistaken|off)\b/i.test(text))
    return replaceSentence(sentence, `I'll confirm this with ${slot('team')} and reply by ${slot('time')}.`)
  if (/\b(?:both|disturb|troubl|bug|nag|pester)/i.test(text))
    return replaceSentence(sentence, `I need one more thing to finish this: ${slot('what you need')}.`)
  return undefined
}
