import {inConditional, isQuestion} from '../kit/clauses.ts'
import {type Found, pattern} from '../kit/pattern.ts'
import {addSentence, replaceSentence, slot, startsSentence} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import {statedTime} from '../kit/time.ts'
import type {Rewrite} from '../kit/types.ts'

const adding =
  '(adding|bringing|supporting|building|offering|introducing|expanding|implementing|launching|releasing|rolling <word>|(it|this|that) (for|in) <word>)'
const coming = pattern(
  'subject=<subject> (be=<be>|will be) promise=(coming soon)',
  'promise=(coming soon) (to|in|,|.|!|$)',
)
const planned = pattern(
  'promise=(on (our (product|development|public|internal)?|the (product|development|public|internal)) (roadmap|road map|radar|to-do list|wish list|wishlist|backlog))',
  'promise=(in (a|an|the|one of our) (future|later|upcoming|next|coming) (release|releases|version|versions|update|updates))',
  `promise=(we (are|have been|may|might|will) (also|actively|currently|still|always|be|already)* (looking into|working on|considering|planning on|exploring|thinking (about|of)) ${adding})`,
  'promise=(we (are|have) (also|actively|currently|already)* (planning|hoping|plans|looking) to (add|bring|support|build|offer|introduce|expand|implement|launch|release))',
)
const notYet = pattern(
  'promise=((is|are) not (supported|available|possible|offered) (just)? yet)',
  'promise=((is|are) not yet (supported|available|possible|offered))',
)
const present =
  /\b(?:but|until then|in the meantime|meanwhile|for now|instead|you can|you could|workaround|alternativ\w*|currently,? you|today|as of now|closest way|in its place|(?:has|have) been (?:fixed|added|merged|resolved))\b/i

export default defineRule({
  id: 'roadmap-promise',
  principle: 'knowledge',
  scope: ['article', 'macro'],
  level: 'sentence',
  severity: {article: 'hint', macro: 'suggestion'},
  message: '“{found}” offers a future feature as today’s answer.',
  why: 'The reader has the problem now, and a plan without a date ages into a broken promise. Say what works today; name a date only where there is one.',
  sources: [
    'Navigating User Pushback: focus on what can be done, and communicate limits clearly',
    'GitLab documentation word list: no promises of future features',
  ],
  serves: ['no-smoke', 'no-detours', 'what-can-be-done', 'knowledge'],
  triggers:
    'soon roadmap road radar list wishlist backlog future later upcoming next coming looking working considering planning exploring thinking hoping plans yet'.split(
      ' ',
    ),
  examples: [
    {
      kind: 'macro',
      bad: 'Dark mode is «coming soon».',
      better: "Dark mode isn't available today. Until then, [what works today].",
    },
    {bad: 'This is «on our roadmap».', better: 'This is on our roadmap. Until then, [what works today].'},
    {
      bad: 'Filters arrive «in a future release».',
      better: 'Filters arrive in a future release. Until then, [what works today].',
    },
    {
      kind: 'macro',
      bad: "Bulk export «isn't supported yet».",
      better: "Bulk export isn't supported yet. Until then, [what works today].",
    },
    {
      bad: "«We're looking into adding» this.",
      better: "We're looking into adding this. Until then, [what works today].",
    },
    {good: "Bulk export isn't supported yet, but you can export each list as CSV today."},
    {good: 'Dark mode ships on 3 June.'},
    {good: 'SSO comes in a future release. Until then, you can enforce two-step sign-in for the whole team.'},
    {good: 'The road map tile shows your route.'},
    {good: 'If the feature is coming soon, the page says so.'},
    {kind: 'article', good: 'Nested groups are not yet supported.'},
  ],
  check(sentence) {
    if (isQuestion(sentence) || statedTime(sentence)) return []
    const found =
      coming.find(sentence) ??
      planned.find(sentence) ??
      (sentence.setting.kind === 'macro' ? notYet.find(sentence) : undefined)
    const promise = found?.parts['promise']
    if (!found || !promise || inConditional(sentence, promise.from)) return []
    if (present.test(sentence.text) || present.test(sentence.next?.text ?? '')) return []
    return [matchOf(sentence, promise, [today(sentence, found)])]
  },
})

function today(sentence: Sentence, {parts}: Found): Rewrite {
  const {subject, be} = parts
  const now = `Until then, ${slot('what works today')}.`
  if (!subject || !be || !startsSentence(sentence, subject.from)) return addSentence(sentence, now)
  const verb = sentence.words[be.from]?.norm === 'are' ? "aren't" : "isn't"
  return replaceSentence(sentence, `${textOf(sentence, subject)} ${verb} available today. ${now}`)
}
