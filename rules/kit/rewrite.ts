import type {WordRange} from './pattern.ts'
import {spanOf} from './rule.ts'
import type {Sentence} from './sentence.ts'
import type {Mark, Rewrite, Safety, Setting} from './types.ts'
import type {Word} from './words.ts'

/** A gap that the writer fills: `slot('day and time')`. */
export function slot(what: string): string {
  return `⟦${what}⟧`
}

/**
 * Replaces a range of words by `text`, written with straight apostrophes and contractions and without a capital: the
 * document's own style and the place in the sentence are put in here.
 */
export function replaceWords(sentence: Sentence, range: WordRange, text: string, safety: Safety = 'safe'): Rewrite {
  const styled = inStyle(text, sentence.setting)
  return {
    span: spanOf(sentence, range),
    text: takesCapital(sentence, range.from) ? capitalised(styled) : styled,
    safety,
  }
}

/** Removes a range of words with the comma and space behind it; what then starts the sentence gets the capital. */
export function removeWords(sentence: Sentence, {from, to}: WordRange, safety: Safety = 'safe'): Rewrite | undefined {
  const {words} = sentence
  const comma = words[to]?.text === ',' ? to + 1 : to
  const next = words[comma]
  if (next && takesCapital(sentence, from)) {
    return {span: {start: words[from]?.start ?? next.start, end: next.end}, text: withCapital(next), safety}
  }
  const previous = words[from - 1]
  if (!previous) return undefined
  if (next && /^[([“"]$/.test(previous.text)) return {span: {start: previous.end, end: next.start}, text: '', safety}
  const end = words[to - 1]?.end ?? previous.end
  return {span: {start: previous.end, end}, text: '', safety}
}

/** Replaces the whole sentence, its closing mark included. */
export function replaceSentence(sentence: Sentence, text: string, safety: Safety = 'needs-input'): Rewrite {
  return {span: {start: sentence.start, end: sentence.end}, text: capitalised(inStyle(text, sentence.setting)), safety}
}

/** Puts a sentence behind this one. */
export function addSentence(sentence: Sentence, text: string, safety: Safety = 'needs-input'): Rewrite {
  const {start, setting} = sentence
  const said = withoutInitials(sentence.text)
  const end = start + said.length
  return {span: {start: end, end}, text: `${stopBehind(said, sentence.marks, end)} ${inStyle(text, setting)}`, safety}
}

/** A text without the name or initials that sign it: “… today. ^AL”. */
export function withoutInitials(text: string): string {
  return text.replace(/\s+(?:[\^*/–—-]|--)\s?\p{L}{1,14}$/u, '')
}

/** The full stop that a text lacks before another sentence can follow; none behind a mark, a path or an object other than code. */
export function stopBehind(text: string, marks: readonly Mark[], end: number): '' | '.' {
  if (/\uFFFC$/.test(text)) return marks.some(mark => mark.end === end && mark.kind === 'code') ? '.' : ''
  return /^$|[.!?…:]["'”’)*\]]*$|\S\/\S*$/.test(text) ? '' : '.'
}

/** Whether nothing but punctuation stands before the word at `at`. */
export function startsSentence({words}: Sentence, at: number): boolean {
  return words.slice(0, at).every(word => word.kind === 'punctuation')
}

/** Whether what comes to stand at `at` gets a capital: it opens the sentence, or follows a link, a label or “(1/2)” as a sentence of its own. */
export function takesCapital(sentence: Sentence, at: number): boolean {
  const {words} = sentence
  if (startsSentence(sentence, at)) return true
  const word = words[at]
  if (word?.kind !== 'word' || !/^\p{Lu}/u.test(word.text)) return false
  const before = words[at - 1]
  return word.norm === 'i'
    ? before?.kind === 'object' || /^[):]$/.test(before?.text ?? '')
    : /^.\p{Ll}|^A$/u.test(word.text)
}

/** A word's text with a capital, where it is a plain word. */
export function withCapital({kind, quoted, text}: Word): string {
  return kind === 'word' && !quoted ? capitalised(text) : text
}

/** Makes the first letter a capital, unless the word writes itself otherwise (“iPhone”). */
export function capitalised(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text)
    ? text
    : text.replace(/^\P{L}*?\p{L}/u, start => (start.includes('⟦') ? start : start.toUpperCase()))
}

/** Makes the first letter small where that is safe: not in “I”, acronyms and names. */
export function uncapitalised(text: string): string {
  return /^(?:I\b|\p{Lu}{2})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

const full: Readonly<Record<string, string>> = {ll: 'will', re: 'are', ve: 'have', m: 'am', s: 'is', d: 'would'}

/** Writes `text` with or without contractions, and with straight or curly apostrophes, as the document does. */
export function inStyle(text: string, {contractions, curly}: Setting): string {
  const words = contractions
    ? text
    : text
        .replace(/\bcan't\b/gi, 'cannot')
        .replace(/\bwon't\b/gi, 'will not')
        .replace(/(\w)n't\b/gi, '$1 not')
        .replace(
          /\b(I|you|we|they|it|that|there|here|what|who)'(ll|re|ve|m|s|d)\b/gi,
          (_all, stem: string, clitic: string) => `${stem} ${full[clitic] ?? clitic}`,
        )
  return curly ? words.replaceAll("'", '’') : words
}

/** The same rewrite with a sentence more behind the one it stands in; what lies between stays. */
export function thenAdd(sentence: Sentence, rewrite: Rewrite, text: string, safety: Safety = 'needs-input'): Rewrite {
  const {start, text: old, marks} = sentence
  const said = withoutInitials(old)
  const whole = rewrite.text + said.slice(rewrite.span.end - start)
  return {
    span: {start: rewrite.span.start, end: Math.max(rewrite.span.end, start + said.length)},
    text: `${whole}${stopBehind(whole, marks, start + said.length)} ${inStyle(text, sentence.setting)}`,
    safety,
  }
}
