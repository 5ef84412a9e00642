import type {Found, WordRange} from '../../rules/kit/pattern.ts'
import {removeAside} from '../../rules/kit/remove.ts'
import {replaceWords, slot} from '../../rules/kit/rewrite.ts'
import {spanOf, textOf} from '../../rules/kit/rule.ts'
import type {Sentence} from '../../rules/kit/sentence.ts'
import type {Rewrite} from '../../rules/kit/types.ts'
import {articleBefore} from './article.ts'
import {formLike, isPlainForm} from './inflection.ts'
import {isGapPart, verbOfPart} from './phrase-pattern.ts'

/**
 * The small language in which a team writes what to say instead:
 *
 * | written      | gives                                                                   |
 * | ------------ | ----------------------------------------------------------------------- |
 * | `log in`     | these words, with a capital and with contractions where the text has them |
 * | `~use`       | this word in the form of the `~` word that was found, in their order     |
 * | `..`         | the words of the gap, in their order                                    |
 * | `[the time]` | a place for what only the writer knows                                  |
 * | nothing      | the words are left out                                                  |
 */
export interface Replacement {
  readonly text: string
  readonly parts: readonly Part[]
}

type Part =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'slot'; readonly text: string}
  | {readonly type: 'verb'; readonly base: string}
  | {readonly type: 'gap'}

const token = /~(\p{L}[\p{L}'’-]*)|\[([^[\]]+)\]|(?<=^|\s)\.\.(?=$|[\s,.!?])/gu

/** Reads what to say instead; anything can be read. */
export function replacementOf(source: string): Replacement {
  const parts: Part[] = []
  const text = source.replace(/\s+/g, ' ').trim().replaceAll('’', "'")
  let at = 0
  for (const match of text.matchAll(token)) {
    if (match.index > at) parts.push({type: 'text', text: text.slice(at, match.index)})
    const [whole, base, what] = match
    if (base !== undefined) parts.push({type: 'verb', base: base.toLowerCase()})
    else if (what !== undefined) parts.push({type: 'slot', text: what})
    else parts.push({type: 'gap'})
    at = match.index + whole.length
  }
  if (at < text.length) parts.push({type: 'text', text: text.slice(at)})
  return {text, parts}
}

/** What to say instead, as a message shows it. */
export function shownReplacement(source: string): string {
  return source
    .trim()
    .replace(/~(?=\p{L})/gu, '')
    .replace(/(?<=^|\s)\.\.(?=$|\s)/g, '…')
}

/** How many words take their form from the text, and how many gaps theirs. */
export function needsOf({parts}: Replacement): {readonly verbs: number; readonly gaps: number} {
  const count = (type: Part['type']): number => parts.filter(part => part.type === type).length
  return {verbs: count('verb'), gaps: count('gap')}
}

/** Whether the words found stand in a text that reads as the team wants it: “team” in “support team”, where that is what to say. */
export function readsAlready(sentence: Sentence, found: Found, {text}: Replacement): boolean {
  const {start, end} = spanOf(sentence, found)
  const lower = sentence.text.toLowerCase().replaceAll('’', "'")
  const wanted = text.toLowerCase()
  const inside = lower.slice(start - sentence.start, end - sentence.start)
  if (wanted.length <= inside.length) return false
  for (let at = wanted.indexOf(inside); at >= 0; at = wanted.indexOf(inside, at + 1)) {
    const from = start - sentence.start - at
    if (from >= 0 && lower.slice(from, from + wanted.length) === wanted) return true
  }
  return false
}

/** The rewrite that says it as the team wants; undefined where it can't be exact. */
export function rewriteOf(sentence: Sentence, found: Found, replacement: Replacement): Rewrite | undefined {
  if (replacement.text === '') return withoutWords(sentence, found)
  const text = textFor(sentence, found, replacement)
  if (text === undefined) return undefined
  const safety = replacement.parts.some(part => part.type === 'slot') ? 'needs-input' : 'safe'
  const article = articleBefore(sentence, found.from, text)
  if (article === 'unknown') return undefined
  return article === undefined
    ? replaceWords(sentence, found, text, safety)
    : replaceWords(sentence, {from: found.from - 1, to: found.to}, `${article} ${text}`, safety)
}

function withoutWords(sentence: Sentence, found: WordRange): Rewrite | undefined {
  const next = sentence.words[found.to]
  const article = articleBefore(sentence, found.from, next?.text ?? '')
  if (article === 'unknown') return undefined
  return article === undefined
    ? removeAside(sentence, found)
    : replaceWords(sentence, {from: found.from - 1, to: found.to}, article)
}

function textFor(sentence: Sentence, {parts: found}: Found, {parts}: Replacement): string | undefined {
  // The order in which parts were named is that of the phrase.
  const names = Object.keys(found).sort((a, b) => (found[a]?.from ?? 0) - (found[b]?.from ?? 0))
  const verbs = names.flatMap(name => {
    const base = verbOfPart(name)
    const at = found[name]?.from
    return base === undefined || at === undefined ? [] : [{base, at}]
  })
  const gaps = names.filter(isGapPart)
  const {verbs: wanted, gaps: wantedGaps} = needsOf({text: '', parts})
  // Words that don't follow the form would be right for the base form alone.
  if (wanted === 0 && !verbs.every(({base, at}) => isPlainForm(base, sentence.words[at]?.norm ?? ''))) return undefined
  if (wantedGaps === 0 && gaps.some(name => isFilled(found[name]))) return undefined
  let [verb, gap] = [0, 0]
  let text = ''
  for (const part of parts) {
    if (part.type === 'text') text += part.text
    else if (part.type === 'slot') text += slot(part.text)
    else if (part.type === 'gap') {
      const range = found[gaps[gap++] ?? '']
      if (range === undefined) return undefined
      text += isFilled(range) ? textOf(sentence, range) : ''
    } else {
      const like = verbs[verb++]
      const form = like && formLike(sentence, like.at, like.base, part.base)
      if (form === undefined) return undefined
      text += form
    }
  }
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,.!?]|$)/g, '')
    .trimStart()
}

const isFilled = (range: WordRange | undefined): boolean => range !== undefined && range.to > range.from
