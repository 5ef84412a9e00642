import {principles, type Span, severities} from '../../rules/kit/types.ts'
import {type Entry, itemsOf, type Value} from '../formats/values/value.ts'
import {listOf, type Report, short} from '../workspace/config-nodes.ts'
import {didYouMean} from '../workspace/did-you-mean.ts'
import {type PhraseField, type PhraseFieldName, phraseFields, phraseKinds} from './phrase-fields.ts'
import {phraseLimits} from './phrase-limits.ts'
import {type PhrasePattern, parsePhrase} from './phrase-pattern.ts'
import type {PhraseRule} from './phrase-rule.ts'
import {needsOf, replacementOf} from './replacement.ts'

/** A phrase rule with its place, and those of its examples, in its file. */
export interface PlacedPhrase {
  readonly rule: PhraseRule
  readonly span: Span<'source'>
  readonly bad: readonly Span<'source'>[]
  readonly good: readonly Span<'source'>[]
}

interface Text {
  readonly text: string
  readonly span: Span<'source'>
}

type Fields = {readonly [Name in PhraseFieldName]?: readonly Text[]}

/** Reads one phrase rule; undefined, with problems reported, where there is nothing to find. What else is wrong is left out of it. */
export function phraseOf(value: Value, report: Report): PlacedPhrase | undefined {
  const say = reporter(report)
  if (value.type !== 'map') {
    say('phrase-type', value.span, 'A phrase rule has fields, such as “find” and “say”. Write them here.')
    return undefined
  }
  const fields = fieldsOf(value.entries, say)
  const find = value.entries.find(({key}) => key === 'find')
  if (find === undefined || itemsOf(find.value).length === 0)
    say(
      'phrase-missing-find',
      find?.keySpan ?? firstLine(value),
      'This rule finds nothing. Write the words under “find”.',
    )
  const phrases = (fields.find ?? []).flatMap(({text, span}) => {
    const parsed = parsePhrase(text)
    if (!('mistake' in parsed)) return [{text, parsed}]
    say('phrase-find', span, parsed.mistake)
    return []
  })
  const [first] = phrases
  if (first === undefined) return undefined
  const replacements = (fields.say ?? []).filter(({text, span}) => {
    const mistake = replacementMistake(text, phrases)
    if (mistake !== undefined) say('phrase-say', span, mistake)
    return mistake === undefined
  })
  const [message, why] = [lineOf(fields.message), lineOf(fields.why)]
  const rule: PhraseRule = {
    name: nameOf(fields.name?.[0], first.text, say),
    find: phrases.map(({text}) => text),
    say: textsOf(replacements),
    ...(message !== undefined && {message}),
    ...(why !== undefined && {why}),
    principle: oneOf(principles, fields.principle) ?? 'understanding',
    severity: oneOf(severities, fields.severity) ?? 'suggestion',
    in: oneOf(phraseKinds, fields.in) ?? 'both',
    bad: textsOf(fields.bad),
    good: textsOf(fields.good),
  }
  return {rule, span: value.span, bad: spansOf(fields.bad), good: spansOf(fields.good)}
}

/** A name made of a text: what stands behind `house/`. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, phraseLimits.name)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'phrase' : slug
}

type Say = (code: string, span: Span<'source'>, message: string) => void

function reporter(report: Report): Say {
  return (code, {start, end}, message) => report(code, start, end - start, message)
}

function fieldsOf(entries: readonly Entry[], say: Say): Fields {
  const fields: {[Name in PhraseFieldName]?: readonly Text[]} = {}
  const seen = new Set<string>()
  for (const {key, keySpan, value} of entries) {
    if (!isField(key)) {
      const known = Object.keys(phraseFields)
      const remedy = didYouMean(key, known) || ` It has ${listOf(known)}.`
      say('phrase-unknown-key', keySpan, `A phrase rule has no “${short(key)}”.${remedy}`)
      continue
    }
    if (seen.has(key))
      say('phrase-duplicate-key', keySpan, `“${key}” is set twice. The last one counts; remove the other.`)
    seen.add(key)
    fields[key] = fieldOf(key, phraseFields[key], value, say)
  }
  return fields
}

const isField = (key: string): key is PhraseFieldName => Object.hasOwn(phraseFields, key)

function fieldOf(name: string, {most, maxLength, choices}: PhraseField, value: Value, say: Say): readonly Text[] {
  if (value.type === 'list' && most === undefined) {
    say('phrase-type', value.span, `“${name}” is one text. Remove the list.`)
    return []
  }
  const items = itemsOf(value)
  if (items.length > (most ?? 1))
    say(
      'phrase-too-many',
      value.span,
      `“${name}” has more than ${most} entries, and those behind are left out. Make two rules of it.`,
    )
  return items.slice(0, most ?? 1).flatMap(item => {
    if (item.type !== 'text') {
      say(
        'phrase-type',
        item.span,
        `“${name}” is a text${most === undefined ? '' : ', or a list of texts'}. Put it in quotes.`,
      )
      return []
    }
    const {text, span} = item
    if (choices !== undefined && !choices.includes(text))
      say('phrase-type', span, `“${name}” is one of ${listOf(choices)}.${didYouMean(text, choices)}`)
    else if (text.length > maxLength)
      say('phrase-too-long', span, `“${name}” is longer than ${maxLength} characters. Shorten it.`)
    else return [{text, span}]
    return []
  })
}

/** What is wrong with a text to say instead of what some phrases find; undefined where nothing is. */
export function replacementMistake(
  text: string,
  phrases: readonly {readonly text: string; readonly parsed: PhrasePattern}[],
): string | undefined {
  const {verbs, gaps} = needsOf(replacementOf(text))
  if (phrases.every(({parsed}) => parsed.verbs < verbs))
    return 'A “~” word takes the form of one that was found, and “find” has fewer of them. Put “~” in front of a word there, or remove it here.'
  if (phrases.every(({parsed}) => parsed.gaps < gaps))
    return '“..” stands for the words of a gap, and “find” has fewer of them. Write “..” there, or remove it here.'
  if (phrases.some(phrase => phrase.text.trim() === text.trim()))
    return 'This says what the rule finds. Write other words, or remove it.'
  return undefined
}

function nameOf(given: Text | undefined, phrase: string, say: Say): string {
  if (given === undefined) return slugOf(phrase)
  const {text, span} = given
  const name = slugOf(text.replace(/^house\//, ''))
  if (name !== text)
    say(
      'phrase-name',
      span,
      `A name has small letters, digits and hyphens. Write “${name}”; until then that is its name.`,
    )
  return name
}

function oneOf<Choice extends string>(choices: readonly Choice[], texts: readonly Text[] = []): Choice | undefined {
  return choices.find(choice => choice === texts[0]?.text)
}

function lineOf(texts: readonly Text[] = []): string | undefined {
  return texts[0]?.text.replace(/\s+/g, ' ').trim() || undefined
}

const textsOf = (texts: readonly Text[] = []): readonly string[] => texts.map(({text}) => text)
const spansOf = (texts: readonly Text[] = []): readonly Span<'source'>[] => texts.map(({span}) => span)

/** Where a rule begins: all of it would be underlined otherwise. */
function firstLine(value: Value): Span<'source'> {
  const key = value.type === 'map' ? value.entries[0]?.keySpan : undefined
  return key ?? {start: value.span.start, end: value.span.start + 1}
}
