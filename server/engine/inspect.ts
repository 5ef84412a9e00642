import {makeSentences, type Sentence} from '../../rules/kit/sentence.ts'
import type {Fact, FactId, Match, SentenceRule, Setting, Severity, Span} from '../../rules/kit/types.ts'
import {knownWords} from '../../rules/kit/vocabulary.ts'
import type {Plan} from './plan.ts'
import {type Proposal, proposalsOf, type Tally, type Trial} from './proposals.ts'
import {applied, type Prose} from './prose.ts'
import type {Reader} from './triggers.ts'

/** What a sentence rule found in a block, ready to be placed in a file; offsets of the prose. */
export interface Hit {
  readonly rule: SentenceRule
  readonly span: Span<'prose'>
  readonly message: string
  readonly severity: Severity | undefined
  readonly unlessNext: readonly FactId[]
  /** Its rewrites that hold what they promise; tried at the first call. */
  readonly proposals: () => readonly Proposal[]
}

/** All that a plan says of one block's prose: it depends on nothing else, so it can be remembered and moved. */
export interface Inspection {
  readonly hits: readonly Hit[]
  readonly facts: readonly Fact[]
  readonly words: number
  /** The ids of rules and recognisers that threw on this prose. */
  readonly failed: readonly string[]
}

/** Looks at one block: only sentences that hold a trigger are parsed, and only the rules that a trigger starts are run. */
export function inspect(prose: Prose, setting: Setting, plan: Plan): Inspection {
  const {matches, facts, words, failed} = read(prose, setting, plan, {rules: true, recognisers: true})
  const trial = sentenceTrial(
    prose,
    setting,
    plan,
    matches.map(([rule, {span}]) => ({rule, span})),
  )
  const hits = matches.map(([rule, match]) => ({
    rule,
    span: match.span,
    message: messageOf(rule.message, match, prose.text),
    severity: match.severity,
    unlessNext: match.unlessNext ?? [],
    proposals: once(() => proposalsOf(match, rule.id, prose, trial)),
  }))
  return {hits, facts, words, failed}
}

function once<Answer>(make: () => Answer): () => Answer {
  let made: {readonly answer: Answer} | undefined
  return () => {
    made ??= {answer: make()}
    return made.answer
  }
}

/** Tries a rewrite on its block, which is as far as sentence rules look; `found` is what they found in it. */
export function sentenceTrial(prose: Prose, setting: Setting, plan: Plan, found: readonly Pick<Hit, 'rule'>[]): Trial {
  const before = tallyOf(found.map(({rule}) => rule.id))
  return edits => {
    const {matches} = read(applied(prose, edits), setting, plan, {rules: true, recognisers: false})
    return {before, after: tallyOf(matches.map(([rule]) => rule.id))}
  }
}

/** The statements that recognisers find in a prose. */
export function factsOf(prose: Prose, setting: Setting, plan: Plan): readonly Fact[] {
  return read(prose, setting, plan, {rules: false, recognisers: true}).facts
}

/** Counts how often each id occurs. */
export function tallyOf(ids: readonly string[]): Tally {
  const tally = new Map<string, number>()
  for (const id of ids) tally.set(id, (tally.get(id) ?? 0) + 1)
  return tally
}

/** A message with its values put in; long finds are cut, so that the line stays one that can be read at a glance. */
export function messageOf(message: string, {span, values}: Pick<Match, 'span' | 'values'>, prose: string): string {
  const found = prose.slice(span.start, span.end).replace(/\s+/g, ' ').replaceAll('\uFFFC', '…')
  const all: Readonly<Record<string, string>> = {
    found: found.length > 60 ? found.slice(0, 58).trimEnd() + ' …' : found,
    ...values,
  }
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => all[name] ?? whole)
}

type RuleMatch = readonly [rule: SentenceRule, match: Match]

interface Found {
  readonly matches: readonly RuleMatch[]
  readonly facts: readonly Fact[]
  readonly words: number
  readonly failed: readonly string[]
}

const nothing = {matches: [], facts: [], failed: []}

/** Which readers a look at a prose is for. */
interface Wanted {
  readonly rules: boolean
  readonly recognisers: boolean
}

function read({text, marks}: Prose, setting: Setting, plan: Plan, {rules, recognisers}: Wanted): Found {
  const words = knownWords(text)
  const {always} = plan.triggers
  const wanted = new Map<Sentence, Set<Reader>>()
  let sentences: readonly Sentence[] | undefined
  const ask = (sentence: Sentence | undefined, readers: readonly Reader[]): void => {
    if (sentence === undefined) return
    const asked = wanted.get(sentence)
    if (asked === undefined) wanted.set(sentence, new Set(readers))
    else for (const reader of readers) asked.add(reader)
  }
  const all = (): readonly Sentence[] => {
    sentences ??= makeSentences(text, marks, setting, words)
    return sentences
  }
  if (always.length > 0) for (const sentence of all()) ask(sentence, always)
  let index = 0
  plan.triggers.scan(words, (offset, readers) => {
    while ((all()[index]?.end ?? offset + 1) <= offset) index++
    ask(all()[index], readers)
  })
  if (wanted.size === 0) return {...nothing, words: words.count}
  const matches: RuleMatch[] = []
  const facts: Fact[] = []
  const failed = new Set<string>()
  for (const [sentence, started] of wanted) {
    const found: RuleMatch[] = []
    for (const reader of started) {
      try {
        if ('find' in reader) {
          if (!recognisers) continue
          const span = reader.find(sentence)
          if (span) facts.push({id: reader.id, span})
        } else if (rules && setting.block !== 'heading') {
          for (const match of reader.check(sentence)) found.push([reader, match])
        }
      } catch {
        failed.add(reader.id)
      }
    }
    matches.push(...found.filter(each => !isSuperseded(each, found)))
  }
  return {
    matches: matches.sort(([, a], [, b]) => a.span.start - b.span.start),
    facts: facts.sort((a, b) => a.span.start - b.span.start),
    words: words.count,
    failed: [...failed],
  }
}

function isSuperseded([rule, match]: RuleMatch, ofSentence: readonly RuleMatch[]): boolean {
  return ofSentence.some(
    ([other, {span}]) =>
      other.supersedes?.includes(rule.id) && span.start < match.span.end && match.span.start < span.end,
  )
}
