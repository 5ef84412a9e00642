import {capitalised} from '../../../rules/kit/rewrite.ts'
import type {Sentence} from '../../../rules/kit/sentence.ts'
import type {Match, Rewrite, SentenceRule, Span} from '../../../rules/kit/types.ts'
import {objectCharacter} from '../../../rules/kit/words.ts'
import {blockText} from './block-text.ts'
import {joinedByOr} from './message.ts'
import {type Found, makeFinder} from './part-finder.ts'
import type {ValeRule} from './vale-rule.ts'

const made = new WeakMap<ValeRule, SentenceRule>()

/** A rule of a style as one of ours, made once. It looks at the text alone, so no sentence is parsed for it. */
export function styleRule(rule: ValeRule): SentenceRule {
  const known = made.get(rule) ?? makeRule(rule)
  made.set(rule, known)
  return known
}

function makeRule(rule: ValeRule): SentenceRule {
  const {id, severity, message, why, page, blocks, parts} = rule
  const find = makeFinder(parts)
  const exceptions = rule.exceptions === undefined ? undefined : new RegExp(rule.exceptions, 'gu')
  return {
    id,
    // A style serves no principle; `outside` says so, and it counts for no score.
    principle: 'understanding',
    outside: page === undefined ? {} : {page},
    scope: ['article', 'macro'],
    level: 'span',
    severity,
    message,
    why,
    sources: [],
    serves: [],
    examples: [],
    triggers: [...new Set(parts.flatMap(({triggers}) => triggers))],
    inHeadings: blocks.includes('heading'),
    check(sentence) {
      if (!blocks.includes(sentence.setting.block)) return []
      const {text, base} = rule.bySentence
        ? {text: sentence.text, base: sentence.start}
        : {text: blockText(sentence), base: 0}
      const from = sentence.start - base
      return find(text, from, from + sentence.text.length, sentence).flatMap(found => {
        const inText = trimmed(found.match)
        const observed = text.slice(inText.start, inText.end)
        if (observed === '' || isExcepted(exceptions, text, inText)) return []
        const span = {start: base + inText.start, end: base + inText.end}
        return matchOf(rule, {found, span, observed}, sentence) ?? []
      })
    },
  }
}

function trimmed({index, 0: text}: RegExpExecArray): Span<'prose'> {
  const start = index + text.length - text.trimStart().length
  return {start, end: Math.max(start, index + text.trimEnd().length)}
}

/** Whether a match holds an exception, or lies in one. */
function isExcepted(exceptions: RegExp | undefined, text: string, span: Span<'prose'>): boolean {
  if (exceptions === undefined) return false
  exceptions.lastIndex = 0
  if (exceptions.test(text.slice(span.start, span.end))) return true
  exceptions.lastIndex = 0
  return [...text.matchAll(exceptions)].some(
    ({index, 0: {length}}) => index <= span.start && span.end <= index + length,
  )
}

interface Observed {
  readonly found: Found
  readonly span: Span<'prose'>
  readonly observed: string
}

function matchOf(rule: ValeRule, {found, span, observed}: Observed, sentence: Sentence): Match | undefined {
  const {instead} = found.part
  if (instead === undefined) return {span}
  const choices = instead.map(each => withGroups(each, found.match))
  if (isRight(observed, choices, rule.ignoreCase)) return undefined
  const opens =
    /^\p{Lu}/u.test(observed) && /^[^\p{L}\p{N}]*$/u.test(sentence.text.slice(0, span.start - sentence.start))
  const written = choices.map(each => {
    const inCase = (rule.capitalize && /^\p{Lu}/u.test(observed)) || opens ? capitalised(each) : each
    return sentence.setting.curly ? inCase.replaceAll("'", '’') : inCase
  })
  const safety = written.length > 1 || !written.every(isPlain) ? 'if-verified' : 'safe'
  return {
    span,
    values: {better: joinedByOr(written, rule.quotes)},
    // Code or a placeholder among the words would be lost.
    rewrites: observed.includes(objectCharacter)
      ? []
      : written.map((text): Rewrite => (text === '' ? withoutWords(span, sentence, opens) : {span, text, safety})),
  }
}

/** Whether a text can be written as it is: “pilot(s)” and “about or on” say that somebody has to choose. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}\s'’.,&-]*$/u.test(text) && !/ or /.test(text)
}

function withGroups(choice: string, match: RegExpExecArray): string {
  return choice.replace(/\$\{?(\d)\}?/g, (_, number: string) => match[Number(number)] ?? '').replace(/ {2,}/g, ' ')
}

/** Whether what was found is what to write; as in Vale, case counts unless there is a choice. */
function isRight(observed: string, choices: readonly string[], ignoreCase: boolean): boolean {
  if (choices.includes(observed)) return true
  return ignoreCase && choices.length > 1 && choices.some(each => each.toLowerCase() === observed.toLowerCase())
}

/** Takes words out with a space beside them; what then opens the sentence gets the capital. */
function withoutWords({start, end}: Span<'prose'>, sentence: Sentence, opens: boolean): Rewrite {
  const text = blockText(sentence)
  const [behind = '', letter = ''] = opens ? (/^[\s,]*(\p{Ll})?/u.exec(text.slice(end)) ?? []) : []
  if (opens) return {span: {start, end: end + behind.length}, text: letter.toUpperCase(), safety: 'safe'}
  const before = text.charAt(start - 1) === ' ' ? 1 : 0
  const after = before === 0 && text.charAt(end) === ' ' ? 1 : 0
  return {span: {start: start - before, end: end + after}, text: '', safety: 'safe'}
}
