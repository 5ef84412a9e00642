import {numberOf} from './agreement.ts'
import {isEnd} from './clauses.ts'
import type {Found} from './pattern.ts'
import {replaceWords, startsSentence, uncapitalised} from './rewrite.ts'
import {textOf} from './rule.ts'
import type {Sentence} from './sentence.ts'
import type {Rewrite} from './types.ts'
import {basesOf, formsOf} from './verbs.ts'

const giving =
  /^(?:provid|includ|attach|suppl|specif|giv|fill|submit|send|sent|upload|mention)(?:e|ed|en|y|ied|t|ted)?$/

/** “You didn't provide enough information to …” → “We still need more information to …”. */
export function stillNeeded(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {verb, thing} = parts
  if (!verb || !thing || sentence.setting.kind !== 'macro' || !giving.test(textOf(sentence, verb).toLowerCase()))
    return undefined
  const next = sentence.words[to]
  if (!isEnd(sentence.words, to) && !/^(?:,|to|for|so|that|and|with|of)$/.test(next?.norm ?? '')) return undefined
  const object = textOf(sentence, thing).replace(/^(?:enough|sufficient|adequate)\b/i, 'more')
  return replaceWords(sentence, {from, to}, `we still need ${object.replace(/^any\b/i, 'the')}`)
}

/** “You forgot to verify the domain” → “The domain isn't verified yet”. */
export function notYet(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {verb, thing} = parts
  if (
    !verb ||
    !thing ||
    !isEnd(sentence.words, to) ||
    !/^(?:the|your|this|that|these|those|our)\b/i.test(textOf(sentence, thing))
  )
    return undefined
  const form = textOf(sentence, verb).toLowerCase()
  const {participle} = formsOf(basesOf(form)[0] ?? form)
  if (
    !/^(?:verified|completed|confirmed|saved|submitted|attached|installed|updated|activated|enabled|paid|signed|connected|added|configured|included|uploaded|renewed|sent|returned|entered|specified)$/.test(
      participle,
    )
  )
    return undefined
  const number = numberOf(sentence, thing)
  if (!number) return undefined
  const subject = textOf(sentence, thing)
  return replaceWords(
    sentence,
    {from, to},
    `${subject} ${number === 'singular' ? "isn't" : "aren't"} ${participle} yet`,
  )
}

/** “You entered the wrong code” → “The code entered isn't the right one”. */
export function notRight(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {verb, thing} = parts
  const used = verb ? textOf(sentence, verb).toLowerCase() : ''
  if (!thing || !isEnd(sentence.words, to) || numberOf(sentence, thing) !== 'singular') return undefined
  const participle = used === 'using' ? 'in use' : used === 'chose' ? 'chosen' : used === 'gave' ? 'given' : used
  return replaceWords(sentence, {from, to}, `the ${textOf(sentence, thing)} ${participle} isn't the right one`)
}

/** “because you changed the key” → “because the key was changed”. */
export function withoutDoer(sentence: Sentence, {from, to, parts}: Found): Rewrite | undefined {
  const {verb, thing} = parts
  if (!verb || !thing || !isEnd(sentence.words, to)) return undefined
  const number = numberOf(sentence, thing)
  const form = textOf(sentence, verb).toLowerCase()
  if (!number || !/^(?:changed|deleted|removed|moved|edited|disabled|renamed|modified|blocked|closed)$/.test(form))
    return undefined
  const because = startsSentence(sentence, from) ? 'Because' : 'because'
  return replaceWords(
    sentence,
    {from, to},
    `${because} ${uncapitalised(textOf(sentence, thing))} ${number === 'singular' ? 'was' : 'were'} ${form}`,
  )
}
