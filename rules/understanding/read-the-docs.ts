import {inConditional, isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {replaceSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf} from '../kit/rule.ts'

const text =
  '(guidelines|guideline|rules|template|code of conduct|docs|documentation|manual|faq|faqs|terms|terms of (use|service)|terms and conditions|policy|policies|instructions|readme)'
const order = pattern(
  `(please|kindly|pls) (just)? (make sure|ensure|be sure)? (that)? (to)? (you)? (have)? <adverb>* (read|follow|respect|obey|stick to|adhere to|familiarize yourself with|familiarise yourself with|go through|study) <adverb>? (our|the|these|those|all|all of our)? ..4 ${text}`,
  `(please|kindly|pls) (check|check out|review|consult|see|refer to) (our|the) ..3 (guidelines|rules|template|code of conduct|manual) (to understand|before|first)`,
  `(i|we) (would)? (strongly|kindly|highly)? (suggest|recommend|advise|urge|encourage) (that)? (you)? (to)? (re-read|reread|read) (our|the) ..3 ${text}`,
  `^ read (the|our) ..2 ${text}`,
  '^ rtfm',
)
const search = pattern(
  '(before|prior to) (filing|opening|posting|submitting|creating|asking|contacting|reporting|writing|raising|emailing|calling) <adverb>? ..5 (, please|,? please|you (should|must|need to))',
  '(please|kindly)? (search|google|look) <adverb>? ..6 (before|prior to) (filing|opening|posting|submitting|creating|asking|contacting|reporting|writing|raising)',
  '(reading|searching|checking|following|reviewing) (our|the|these|through)? ..6 before (filing|opening|posting|submitting|creating|asking|contacting|reporting|raising)',
)

export default defineRule({
  id: 'read-the-docs',
  principle: 'understanding',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” sends the customer off to read up first.',
  why: 'It sounds as if the question shouldn’t have been asked. Answer it, then link the place where the answer stands.',
  sources: [
    'A Word about Pushback: customers expect to be heard',
    'Navigating User Pushback: keep to what can be done, and give guidance on the next step',
  ],
  serves: ['be-heard', 'no-debate', 'what-can-be-done', 'understanding'],
  triggers:
    'guidelines guideline rules template conduct docs documentation manual faq faqs terms policy policies instructions readme rtfm before prior'.split(
      ' ',
    ),
  examples: [
    {bad: '«Please read our documentation».', better: 'In short: [the answer]. The details are in [link].'},
    {bad: '«Please make sure you follow the posting rules».'},
    {bad: '«Before opening a ticket, please» search the forum.'},
    {bad: '«Reading the guidelines before posting» saves everybody time.'},
    {good: 'Our guide on exports lists every format.'},
    {good: 'Please follow the instructions below to reset the key.'},
    {good: 'Please back up the file before opening it.'},
    {good: 'If you read the documentation, you saw the limit.'},
    {good: 'See our guide on custom domains for the records to add.'},
  ],
  check(sentence) {
    if (isQuestion(sentence)) return []
    const found = [order, search].map(source => source.find(sentence)).find(match => match !== undefined)
    if (!found || inConditional(sentence, found.from)) return []
    if (
      /\binstructions\b/.test(sentence.text) &&
      /\b(?:below|above|here|following|in this|link|attached|on screen|on-screen|to \w+)\b/.test(sentence.text)
    )
      return []
    return [
      matchOf(sentence, found, [
        replaceSentence(sentence, `in short: ${slot('the answer')}. The details are in ${slot('link')}.`),
      ]),
    ]
  },
})
