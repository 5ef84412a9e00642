import {isProse} from '../markdown/plain.ts'
import type {Item} from './lines.ts'
import {type Look, lookOf} from './look.ts'
import type {PageSetting, PlannedReply, Range} from './plan.ts'
import {type Section, textOfItems} from './sections.ts'

interface Case extends Range {
  readonly fenced: boolean
  readonly look: Look
}

interface Cased {
  readonly section: Section
  readonly heading: Item
  readonly cases: readonly Case[]
}

/** The replies of a page that keeps each in a fence or a quote under its heading: all else there is for the agent. */
export function casesOf(
  text: string,
  sections: readonly Section[],
  {named, strict}: PageSetting,
): readonly PlannedReply[] | undefined {
  const [before] = sections
  if (before && lookOf(textOfItems(text, before.items)).greets) return undefined
  const bodied = sections.filter(({heading, items}) => heading !== undefined && items.length > 0)
  const cased = bodied.flatMap(section => readCases(text, section, named))
  const strong = cased.filter(({cases}) => cases.some(({look}) => isReplyLike(look)))
  if (cased.length < 2 || cased.length * 2 < bodied.length) return undefined
  if (!named && strong.length === 0 && cased.length < bodied.length) return undefined
  if (strict && (strong.length < 2 || strong.length * 2 < cased.length)) return undefined
  if (strict && !named && cased.some(({cases}) => cases.length > 1)) return undefined
  return cased.flatMap(planned)
}

const isReplyLike = ({greets, opens, signs}: Look): boolean => greets || opens || signs

function readCases(text: string, section: Section, named: boolean): readonly Cased[] {
  const {heading, items} = section
  if (heading === undefined) return []
  const fences = items.filter(item => item.kind === 'fence' && isProse(item.mark, textOfItems(text, [item])))
  const found = fences.length > 0 ? fences : mergeQuotes(items)
  const cases = found.flatMap((item): readonly Case[] => {
    const {from, to} = item.inner
    const look = lookOf(text.slice(from, to))
    return look.addresses || isReplyLike(look) ? [{from, to, fenced: item.kind === 'fence', look}] : []
  })
  if (cases.length === 0 || cases.length < found.length) return []
  const used = new Set(fences.length > 0 ? fences : items.filter(item => item.kind === 'quote'))
  const rest = textOfItems(
    text,
    items.filter(item => !used.has(item)),
  )
  const outside = lookOf(rest)
  const length = cases.reduce((sum, {from, to}) => sum + to - from, 0)
  if (outside.greets || outside.signs || (!named && rest.length > length)) return []
  return [{section, heading, cases: variantsOf(cases)}]
}

/** A reply often loses its quote marks on blank lines, so neighbours are one. */
function mergeQuotes(items: readonly Item[]): readonly Item[] {
  const merged: Item[] = []
  let last: Item | undefined
  for (const item of items) {
    const previous: Item | undefined = item.kind === 'quote' && last?.kind === 'quote' ? merged.pop() : undefined
    if (item.kind === 'quote')
      merged.push(previous ? {...previous, to: item.to, inner: {from: previous.inner.from, to: item.inner.to}} : item)
    last = item
  }
  return merged
}

/** Several fences or quotes are several replies if each begins one; else the first begins one that the others go on. */
function variantsOf(cases: readonly Case[]): readonly Case[] {
  const [first] = cases
  const last = cases.at(-1)
  if (first === undefined || last === undefined || first.fenced) return cases
  return cases.every(({look}) => look.greets || look.opens) ? cases : [{...first, to: last.to}]
}

function planned({section, heading, cases}: Cased): readonly PlannedReply[] {
  const titles = [...section.path, heading].map(({inner}) => inner)
  const end = section.items.at(-1)?.to ?? heading.to
  return cases.map(({from, to, fenced}, index) => ({
    titles,
    ...(index > 0 && {variant: index + 1}),
    span: {from: index === 0 ? heading.from : from, to: index + 1 < cases.length ? to : end},
    body: {from, to},
    fenced,
  }))
}
