import {isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {replaceWords} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'

const advice = pattern(
  'who=(i|we) would adverb=(also|strongly|highly|definitely|always|therefore|kindly)? verb=(recommend|suggest|advise|propose|encourage)',
)
const saying = pattern('lead=((i|we) would say that?) <subject> <word>')

export default defineRule({
  id: 'would-conditional',
  principle: 'knowledge',
  scope: ['macro'],
  level: 'span',
  severity: 'hint',
  message: '“{found}” gives advice with one foot back.',
  why: 'Advice that is only conditional reads as if somebody else had to confirm it. Give it in the present tense.',
  sources: ['A Word about Pushback: a coach who is in charge says plainly what to do'],
  serves: ['lead-like-a-coach', 'sound-sure', 'knowledge'],
  triggers: ['would', "i'd", "we'd"],
  examples: [
    {bad: '«I would recommend» the annual plan.', better: 'I recommend the annual plan.'},
    {bad: "«We'd suggest» updating first.", better: 'We suggest updating first.'},
    {bad: '«I would say» the second option is better.', better: 'The second option is better.'},
    {good: 'I would if it were possible, but the file is gone.'},
    {good: 'Would you recommend the annual plan?'},
    {good: 'If it were my account, I would suggest the annual plan.'},
    {good: 'You would see two rows.'},
    {good: 'I would like to look at the log.'},
  ],
  check(sentence) {
    if (isQuestion(sentence) || /\bif\b.*\b(?:was|were)\b/i.test(sentence.text)) return []
    const found = advice.find(sentence)
    const {who, verb, adverb} = found?.parts ?? {}
    if (found && who && verb) {
      const how = adverb && adverb.to > adverb.from ? textOf(sentence, adverb) + ' ' : ''
      const subject = sentence.words[who.from]?.norm === 'i' ? 'I' : 'we'
      return [matchOf(sentence, found, [replaceWords(sentence, found, `${subject} ${how}${textOf(sentence, verb)}`)])]
    }
    const lead = saying.find(sentence)?.parts['lead']
    const next = lead && sentence.words[lead.to]
    if (!lead || !next) return []
    return [
      matchOf(sentence, lead, [replaceWords(sentence, {from: lead.from, to: lead.to + 1}, next.text, 'if-verified')]),
    ]
  },
})
