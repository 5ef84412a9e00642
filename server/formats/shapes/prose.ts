import type {TextValue} from '../values/value.ts'

/** What the texts of a file are like, each as a share of them from 0 to 1. */
export interface Likeness {
  /** Sentences rather than labels or code. */
  readonly prose: number
  /** Prose of some length. */
  readonly long: number
  /** Words that are said to a customer: “thank”, “please”, “your order”; or a placeholder. */
  readonly voice: number
  /** A greeting, thanks, an apology or a sign-off. */
  readonly courtesy: number
}

/** So many texts of a file tell what it is. */
export const sampleSize = 40

const longest = 1500
const word = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
const notProse =
  /<[^<>]{0,300}>|\{\{[^{}]{0,100}\}\}|[%#$]?\{[^{}]{0,100}\}|\{%[^{}%]{0,100}%\}|https?:\/\/\S{1,300}|&#?\w{1,10};/g
const codeSign = /[;={}<>|$\\]|\/\/|\w\(/g
const placeholder = /\{\{[^{}\n]{2,80}\}\}|%\{[\w.]{2,60}\}|\{%[^{}%\n]{2,80}%\}|#\{[\w.]{2,60}\}|\{![\w.]{2,60}\}/
const courtesyWords =
  /\b(?:thanks?|thank you|sorry|apolog(?:y|i[sz]e|ies)|regards|sincerely|cheers|best wishes|kindly|welcome back|happy to help|glad to help)\b|(?:^|[\n>])\s{0,20}(?:hi|hello|hey|dear|good (?:morning|afternoon|day))\b|спасибо|здравствуйте|извин/i
const voiceWords =
  /\bplease\b|\b(?:let (?:us|me) know|reach(?:ing)? out|get(?:ting)? (?:back to|in touch)|contact(?:ing)? (?:us|me)|(?:we|i)(?:['’]ll|['’]ve|['’]re|['’]m| will| have| are| can| could)|you(?:['’]ll|['’]ve|['’]re| can| could)|your (?:order|account|ticket|request|issue|message|e-?mail|question|report|payment|refund|subscription|case|enquiry|inquiry|patience|feedback|plugins?|pull request|reply|purchase|delivery|parcel|invoice))\b|пожалуйста/i

/** Looks at the first texts of a file. */
export function likenessOf(texts: readonly TextValue[]): Likeness {
  const sample = texts.slice(0, sampleSize).map(({text}) => text.slice(0, longest))
  const share = (holds: (text: string) => boolean): number =>
    sample.length === 0 ? 0 : sample.filter(holds).length / sample.length
  return {
    prose: share(text => isProse(text, 5, 25)),
    long: share(text => isProse(text, 9, 60)),
    voice: share(text => isSpoken(text)),
    courtesy: share(text => courtesyWords.test(text)),
  }
}

/** Whether a text says something to a customer. */
export const isSpoken = (text: string): boolean =>
  courtesyWords.test(text) || voiceWords.test(text) || placeholder.test(text)

/** Whether a text is sentences of at least so many words and characters, and no label, list of words or code. */
export function isProse(text: string, words: number, length: number): boolean {
  const plain = text.replace(notProse, ' ').replace(/\s+/g, ' ').trim()
  if (plain.length < length) return false
  const count = plain.match(word)?.length ?? 0
  if (count < words || !/[.!?…:,]/.test(plain)) return false
  return (plain.match(codeSign)?.length ?? 0) * 6 <= count
}
