import {inConditional, isEnd, isQuestion} from '../kit/clauses.ts'
import {pattern, type WordRange} from '../kit/pattern.ts'
import {removeAside, removeSentence, withoutSigns} from '../kit/remove.ts'
import {removeWords, replaceWords, slot} from '../kit/rewrite.ts'
import {defineRule, matchOf, textOf} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite, Severity} from '../kit/types.ts'

const action =
  '(add|answer|ask|attach|book|bring|call|change|check|choose|click|complete|confirm|close|connect|contact|copy|create|delete|describe|disable|dm|double-click|download|drag|drop|edit|email|enable|enter|export|fill|find|follow|forward|give|go|head|hit|hold|import|include|insert|install|join|keep|leave|let|log|look|make|message|move|navigate|open|paste|pick|place|plug|press|provide|pull|put|reach|reboot|redo|refresh|register|reinstall|relaunch|reload|remove|rename|reopen|replace|reply|request|resend|reset|respond|restart|retry|return|right-click|run|save|scan|scroll|search|select|send|set|share|sign|start|submit|subscribe|swipe|switch|take|tap|tell|text|toggle|try|turn|type|uninstall|unplug|update|upload|use|verify|view|visit|wait|write)'
/** Filler before what the reader is told to do. */
const commands = pattern(
  `(^|,|:|;|.|!|-|–|—|then|and|or|so|to|please|kindly|pls) filler=(just|simply) (<object>|${action}) not=,?`,
  `you (can|could|may|will|would|should|need to|have to|must|might) <adverb>* filler=(simply|easily|just) (<base>|<object>)`,
  `you <adverb>? filler=(simply|easily) ${action}`,
  `you filler=just (add|choose|click|copy|create|enter|go|open|paste|press|select|type|use|tap)`,
  `<noun> filler=simply (reply|click|send|open|contact|email|select|visit|log|go) (back|to|on|the|your|this|us|here)`,
  `(can|could|will|would) you (please|kindly)? filler=(just|simply) ${action}`,
  '(can|could|may) filler=(easily|simply) be <participle>',
  'you (can|could) <base> (it|this|that|these|them|<noun>) filler=easily',
  'by filler=(simply|just) <ing>',
  'as you can filler=(clearly|plainly|obviously) see',
  '(can|could|may|might|will) filler=(just|simply) be (a|an|due|because)',
  `(is|are|was|were|be) filler=(simply|just) (due to|because of|a (matter|case|question) of)`,
)
const need = pattern(
  "you (will|'d|would)? filler=(just|only|simply|merely) (need|have) to <base>",
  '(it|this|that) filler=(just|only|simply) (takes|requires|needs|takes you) (a|one|two|three|four|five|few|a few|a couple of|some|<number>)* (step|steps|click|clicks|tap|taps|line|lines|move|moves|second|seconds|minute|minutes|moment|moments)',
)
const allYouNeed = pattern(
  '(then|now)? filler=(all (that)? you (will)? (really)? (need|have) to do is (to)?) verb=<base>',
  '(then|now)? filler=(all (that)? you (will)? (need|have) to do is (to)?)',
  "filler=(all that 's (needed|required)|all it takes|all that is (needed|required)) is",
  "filler=(nothing to worry about ,?|it 's (just|only|simply) that) <subject>",
)
/** Whole sentences that say nothing but how little it is. */
const shrug = pattern(
  "^ (and)? (it|that|this) ('s|is) <adverb>? (as)? (easy|simple) as (that|1|one|abc|pie) end=(!|.|$)",
  "^ (and)? that 's (all there is to it|all it takes|all you need to do) end=(!|.|$)",
  '^ it (could not|can not) be (easier|simpler|more straightforward) end=(!|.|$)',
)
const small = pattern(
  "(it|this|that) (is|'s) filler=(only|just|merely) (a|an) (minor|small|cosmetic|tiny|little|temporary|visual) <word>",
  'filler=(no big deal|not a big deal|no biggie) (,|.|!|$)',
)
const easySteps = pattern(
  '(in|with|using|by following|follow|takes|are|is|a|an|just|only|few|some|these|those|the|this|couple of|<number>) filler=((super|very|really|pretty|quick and|fast and)? (easy|simple|straightforward|effortless|easy-to-follow)) (step|steps|click|clicks|tap|taps|trick|process|instructions|moves|procedure|fix)',
)
const easy = pattern(
  "subject=(it|that|this|doing so|<doing>|the process|the setup|installation|setup|the rest) be=(is|'s|will be) filler=((really|very|quite|super|so|as|pretty|that|actually|all|relatively|fairly)? (easy|simple|straightforward|trivial|effortless|a breeze|a piece of cake|child 's play|a no-brainer)) end=(,|.|!|$|and|to <base>|as|enough)",
)
/** What is easy to do by mistake, or in praise of a product rather than of a task. */
const elsewhere =
  /^(?:forget|miss|overlook|mistake|lose|confuse|see|understand|read|use|get|underestimate|think|assume|say|feel|be|access|find|navigate|recogni[sz]e|remember|tell|spot)$/
const obvious = pattern(
  '^ filler=(clearly|naturally) ,',
  '^ filler=(obviously|needless to say|as you (probably|may|might|already|surely)? know ,|it goes without saying that) ,?',
  '^ filler=(of course) ,? (you|the|this|that|it|your|if|there|all|any|only|a|an)',
  'filler=(obviously|needless to say|as everybody knows|as everyone knows)',
  ', filler=(as you (probably|already|surely)? know) (,|.|!|$)',
  '(can|could|will|should|must|may|is|are|do|does|has|have|need|,) filler=(of course) (,|<word>)',
)

export default defineRule({
  id: 'minimiser',
  principle: 'understanding',
  scope: ['article', 'macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” makes light of what the reader has to do.',
  why: 'Somebody who is stuck on a step called simple hears that the fault is theirs. The step reads as well without the word.',
  sources: [
    'A Word about Pushback: customers want to feel that their concern matters',
    'GitLab documentation word list: avoid words that call a task simple',
  ],
  serves: ['be-heard', 'ease-fear', 'understanding'],
  triggers:
    'just simply easily easy simple straightforward trivial effortless only merely easier simpler deal biggie all obviously clearly course naturally needless know knows breeze cake play no-brainer nothing saying easy-to-follow'.split(
      ' ',
    ),
  examples: [
    {bad: '«Just» click **Save**.', better: 'Click **Save**.'},
    {bad: 'You can «simply» restart the app.', better: 'You can restart the app.'},
    {bad: "«It's easy» to set up.", better: 'It takes [how long] to set up.'},
    {bad: "«It's easy to» add a second card.", better: 'You can add a second card.'},
    {bad: "Select the plan. «It's that simple»!", better: 'Select the plan.'},
    {bad: '«All you need to do is» paste the code.', better: 'Paste the code.'},
    {bad: '«Obviously», the token has expired.', better: 'The token has expired.'},
    {bad: 'You can move the data in three «easy» steps.', better: 'You can move the data in three steps.'},
    {bad: 'You «only» need to enter the code.', better: 'You need to enter the code.'},
    {kind: 'macro', bad: 'If you need more time, «just» reply here.', better: 'If you need more time, reply here.'},
    {good: 'Select the customer you just created.'},
    {good: 'Create a simple product.'},
    {good: 'It takes just a few minutes.'},
    {good: 'The report covers more than just errors.'},
    {good: 'I just checked your account.'},
    {good: "It's easy to miss the second page."},
    {good: 'If you just need a copy, select **Download**.'},
    {bad: "That's a «simple» fix.", better: "That's a fix."},
    {good: 'Of course!'},
    {good: 'Simply put, the file is too big.'},
    {good: 'Clearly name the folder.'},
    {good: 'The editor is easy to use.'},
    {good: 'You can only change the owner once.'},
  ],
  check(sentence) {
    const shrugged = shrug.find(sentence)
    if (shrugged) return [matchOf(sentence, withoutSigns(sentence, shrugged), [removeSentence(sentence)])]
    const asides = [commands, need, allYouNeed, easySteps, small, obvious].flatMap(fillers => {
      const {filler, not} = fillers.find(sentence)?.parts ?? {}
      if (!filler || (not && not.to > not.from) || excused(sentence, filler, fillers === need)) return []
      return [matchOf(sentence, filler, [without(sentence, filler)], severityOf(sentence, filler))]
    })
    const [first] = asides.length > 0 ? asides : easyTask(sentence)
    return first ? [first] : []
  },
})

/** A wish of the reader's own, a benefit of the product, or a real restriction: “you only need to do this once”. */
function excused(sentence: Sentence, {from, to}: WordRange, need: boolean): boolean {
  const word = textOf(sentence, {from, to}).toLowerCase()
  const before = sentence.words[from - 1]?.norm ?? ''
  if (/^(?:you|can|could|will|would|may|might)$/.test(before) && inConditional(sentence, from)) return true
  if (
    need &&
    (inConditional(sentence, from) ||
      (word === 'only' && /\b(?:once|if|when|unless|per|one time|not)\b/i.test(sentence.text)))
  )
    return true
  const after = sentence.words[to]?.norm ?? ''
  if (word === 'easily' && after === 'be' && harm.test(sentence.words[to + 1]?.norm ?? '')) return true
  if (word === 'obviously' && /^(?:not|is|are|was|were)$/.test(before) && after !== ',') return true
  if (
    word === 'just' &&
    /^(?:give|let|drop|shoot|send)$/.test(after) &&
    /^(?:us|me)$/.test(sentence.words[to + 1]?.norm ?? '') &&
    invitation.test(sentence.text)
  )
    return true
  return word === 'easily' && /\b(?:so|so that|that|which) you (?:can|could|may|will) easily\b/i.test(sentence.text)
}

/** What others may do to the reader, which nobody calls a task. */
const harm =
  /^(?:guessed|stolen|hacked|broken|cracked|compromised|lost|forged|intercepted|missed|bypassed|confused|mistaken|overlooked|damaged|tracked|read)$/
/** An open door: “For anything else, just give us a shout”. */
const invitation = /\b(?:anything else|questions?|need (?:us|me|help|anything)|shout|holler|ping|whenever|any ?time)\b/i

/** “Of course” is as often an assent. */
function severityOf(sentence: Sentence, filler: WordRange): {readonly severity?: Severity} {
  return /^(?:of course)$/i.test(textOf(sentence, filler)) && filler.from > 0 ? {severity: 'hint'} : {}
}

function without(sentence: Sentence, filler: WordRange): Rewrite | undefined {
  const aside = /^(?:obviously|of course|as|needless|clearly|naturally)/i.test(textOf(sentence, filler))
  return aside ? removeAside(sentence, filler) : removeWords(sentence, filler)
}

function easyTask(sentence: Sentence): readonly Match[] {
  if (isQuestion(sentence)) return []
  const found = easy.find(sentence)
  const {subject, filler, end} = found?.parts ?? {}
  if (!found || !subject || !filler || !end || inConditional(sentence, found.from)) return []
  if (/^(?:so|that|makes|make)$/.test(sentence.words[found.from - 1]?.norm ?? '')) return []
  const to = sentence.words[end.from]?.norm === 'to'
  const verb = sentence.words[end.to - 1]
  if (to && elsewhere.test(verb?.norm ?? '')) return []
  const it = /^(?:it|this|that)$/i.test(textOf(sentence, subject))
  const whole = it && isEnd(sentence.words, filler.to)
  if (whole) return [matchOf(sentence, {from: found.from, to: filler.to}, [removeSentence(sentence)])]
  const object =
    to &&
    it &&
    !isEnd(sentence.words, end.to) &&
    /^(?:the|a|an|your|this|these|that|another|more|all|multiple)$/.test(sentence.words[end.to]?.norm ?? '')
  if (object) {
    const range = {from: found.from, to: end.to - 1}
    return [matchOf(sentence, range, [replaceWords(sentence, range, 'you can')])]
  }
  const next = sentence.words[filler.to]?.norm
  const last = next === 'enough' ? filler.to + 1 : filler.to
  const verbs = it ? `${textOf(sentence, subject)} takes ${slot('how long')}` : `takes ${slot('how many steps')}`
  const marked = {from: it ? found.from : (found.parts['be'] ?? filler).from, to: last}
  return [matchOf(sentence, marked, next === 'as' ? [] : [replaceWords(sentence, marked, verbs, 'needs-input')])]
}
