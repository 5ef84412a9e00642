import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'

const act =
  '(will|shall|should|would|is going to|are going to|has|have|is <ing>|are <ing>|can|may|might|needs to|reaches|gets)'
const member =
  '(member|representative|specialist|colleague|agent|expert|engineer|advisor|technician|manager|person|teammate)'
const nobody = pattern(
  `who=((someone|somebody) (else)? ((from|on|in|at) (the|our|that|this) <word>* (team|teams|department|office|side|end|desk))?) <adverb>? ${act}`,
  `who=((a|an|another|one of our|one of the) <word>? ${member} (of|from|on) (our|the|that|this) <word>* (team|department|staff|office|desk)) <adverb>? ${act}`,
  `who=(one of our <word>* (members|representatives|specialists|colleagues|agents|experts|engineers|advisors|team members|people)) <adverb>? ${act}`,
  `who=((a|an|another) (support|customer|service|billing|technical|live|sales|field)? (service|care|support)? (representative|agent|specialist|colleague|technician|team member)) <adverb>? ${act}`,
)
const somewhere = pattern(
  'who=((the|our) (relevant|appropriate|responsible|proper|correct|concerned|right|respective|necessary) <word>? (team|teams|department|departments|person|people|parties|party|colleagues|colleague|staff|channel|channels))',
)

export default defineRule({
  id: 'unnamed-team',
  principle: 'intent',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” is nobody whom the customer can ask for.',
  why: 'A name or a team makes it certain that someone acts, and gives the customer somebody to come back to.',
  sources: [
    'A Word about Pushback: trusted advisors take accountability for products and processes',
    'Packard and Berger: concrete words are read as a sign of listening',
  ],
  serves: ['trusted-adviser', 'escalate', 'intent'],
  triggers:
    'someone somebody anyone member representative specialist colleague agent expert engineer advisor technician manager person teammate members representatives specialists colleagues agents experts engineers advisors people relevant appropriate responsible proper correct concerned right respective necessary'.split(
      ' ',
    ),
  examples: [
    {
      bad: '«Someone from our team» will call you at 3 pm.',
      better: '[Name] from [team] will call you at 3 pm.',
    },
    {bad: '«A member of our support team» is reading the log today.'},
    {bad: '«One of our agents» will open it on Monday.', better: '[Name] from [team] will open it on Monday.'},
    {bad: "I've sent this to «the relevant department».", better: "I've sent this to [team]."},
    {good: 'Maria from our billing team will call you at 3 pm.'},
    {good: 'Add someone from your team as an admin, then invite them.'},
    {good: 'If someone from our team asks for your password, report it.'},
    {good: 'The team page lists all members.'},
    {good: 'If you think someone has your password, change it.'},
    {good: 'Please make sure the right person signs the form.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const who = nobody.find(sentence)?.parts['who']
    if (
      who &&
      !inConditional(sentence, who.from) &&
      !/^\s*(?:add|invite|ask|have|let|if|think)\b/i.test(sentence.text)
    ) {
      if (/\byour\b/i.test(sentence.text.slice(0, 40)) && /\byour (?:team|office|company)\b/i.test(sentence.text))
        return []
      return [
        matchOf(sentence, who, [replaceWords(sentence, who, `${slot('Name')} from ${slot('team')}`, 'needs-input')]),
      ]
    }
    const where = somewhere.find(sentence)?.parts['who']
    const passing =
      /\b(?:sen[dt]|sending|pass\w*|forward\w*|escalat\w*|share\w*|sharing|hand\w*|transfer\w*|rais\w*|relay\w*|direct\w*|submit\w*|assign\w*|contact|with)\b/i
    if (
      !where ||
      inConditional(sentence, where.from) ||
      !passing.test(sentence.text) ||
      !/\b(?:i|we|been|our)\b/i.test(sentence.text)
    )
      return []
    return [
      matchOf(sentence, where, [replaceWords(sentence, where, slot('team'), 'needs-input')], {
        severity: 'hint',
      }),
    ]
  },
})
