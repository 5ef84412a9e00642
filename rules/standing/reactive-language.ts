import {isQuestion} from '../kit/clauses.ts'
import {pattern} from '../kit/pattern.ts'
import {removeLead, removeSentence, withoutSigns} from '../kit/remove.ts'
import {replaceSentence, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'

const absurd =
  '(ridiculous|absurd|nonsense|laughable|ludicrous|outrageous|preposterous|rubbish|bullshit|a joke|pathetic|a lie|lies)'
const claim = pattern(
  `(that|this|it|which|what you (say|said|are saying|wrote)) (is|'s) <adverb>* ${absurd}`,
  "(that|this|it|which) (is|'s) (just|simply|clearly|plainly|completely|totally|absolutely|obviously|patently) (not true|untrue|false|wrong|a lie)",
  "^ (that|this|it) (is|'s) not true (.|!|,|$)",
  '(i|we) can not believe (you|that you|what you)',
  'how dare you',
  'are you (kidding|joking|serious)',
  '(you are|stop) (lying|wasting (my|our) time)',
  'you people',
)
const tone = pattern(
  'your (tone|attitude|behavior|behaviour|language|manner|rudeness) is',
  '(i|we) (will|do|can|am|are) not <adverb>* (going to|able to|willing to)? (tolerate|put up with|stand for) (your|this|that|such|any|it|being|further)',
  '(stop|quit) (emailing|calling|messaging|writing|contacting|harassing|spamming|complaining|yelling|shouting|whining) (us|me|at|here|about|$|,|.|!)',
  '(i|we) (am|are) (sick|tired|sick and tired|fed up) (of|with) (you|your|this|these|being)',
  '(i|we) refuse to (be (spoken|talked|shouted|sworn) (to|at)|tolerate|put up with|accept (this|that|your))',
  '(i|we) (will|am|are) not (going to)? (argue|debate) (with you)?',
  '(watch|mind) your (language|tone|mouth)',
)
const outburst = pattern(
  '^ (oh)? (seriously|whatever|come on|oh please|give me a break|get over it|grow up|deal with it|good grief|for goodness sake|for the last time|enough is enough) ($|,|.|!| ?|-|–|—)',
  '(get over it|grow up|deal with it|give me a break)',
  'for the (last|hundredth|umpteenth) time',
)

export default defineRule({
  id: 'reactive-language',
  principle: 'standing',
  scope: ['macro'],
  level: 'span',
  severity: 'warning',
  message: '“{found}” reacts to the customer instead of answering.',
  why: 'An emotional answer can escalate the exchange. Put a fact in its place, or a calm limit together with what happens next.',
  sources: [
    'Navigating User Pushback: reacting emotionally can escalate the situation',
    'Navigating User Pushback: set clear boundaries; respect is part of the interaction',
  ],
  serves: ['stay-calm', 'no-debate', 'set-boundaries', 'standing'],
  supersedes: ['corrective-actually'],
  triggers:
    'ridiculous,absurd,nonsense,laughable,ludicrous,outrageous,preposterous,rubbish,bullshit,joke,pathetic,lie,lies,true,untrue,false,wrong,believe,dare,kidding,joking,serious,lying,wasting,people,tone,attitude,behavior,behaviour,language,manner,rudeness,tolerate,refuse,argue,debate,put,stand,stop,quit,sick,tired,fed,watch,mind,seriously,whatever,come,please,break,over,grow,deal,grief,sake,time,enough'.split(
      ',',
    ),
  examples: [
    {bad: "«That's ridiculous».", better: "Here's what I see: [fact]."},
    {bad: '«This is just not true».', better: "Here's what I see: [fact]."},
    {bad: "«I can't believe you» would say that.", better: "Here's what I see: [fact]."},
    {
      bad: '«Your tone is» unacceptable.',
      better: 'I want to keep helping, and I can do that while our messages stay respectful.',
    },
    {bad: "«We won't tolerate this» language."},
    {bad: '«Seriously»? The limit is 50.', better: 'The limit is 50.'},
    {good: 'The **Reply** button is grey.'},
    {good: 'I want to get this right for you.'},
    {good: 'The tone setting is under **Sound**.'},
    {good: 'I see it differently: the log shows two requests.'},
    {good: 'Set the value to false.'},
    {good: 'You can stop calling the endpoint once the list is complete.'},
    {good: "We can't accept any returns after the date, so I've checked it for you."},
  ],
  check(sentence) {
    const burst = outburst.find(sentence)
    if (burst) {
      const range = withoutSigns(sentence, burst)
      return [matchOf(sentence, range, [removeLead(sentence, range) ?? removeSentence(sentence)])]
    }
    const limit = tone.find(sentence)
    if (limit && !isQuestion(sentence)) {
      const calm = 'I want to keep helping, and I can do that while our messages stay respectful.'
      const range = withoutSigns(sentence, limit)
      return [matchOf(sentence, range, [replaceSentence(sentence, calm, 'if-verified')])]
    }
    const found = claim.find(sentence)
    if (!found || (isQuestion(sentence) && !/^(?:are|how)/i.test(textOf(sentence, found)))) return []
    return [matchOf(sentence, found, [replaceSentence(sentence, `here's what I see: ${slot('fact')}.`)])]
  },
})
