import type {Item} from './lines.ts'
import {type Look, lookOf} from './look.ts'
import type {PageSetting, PlannedReply} from './plan.ts'
import {type Section, textOfItems} from './sections.ts'

interface Candidate {
  readonly section: Section
  readonly heading: Item
  readonly look: Look
  readonly index: number
}

const aside =
  /^(?:(?:how|when) to use|usage|guidelines?|about|contents|table of contents|notes?|introduction|overview|instructions?|placeholders|variables|see also)\b/i

/** The replies of a page that writes each as prose under its heading; headings that give one reply its structure are no sign of any. */
export function proseRepliesOf(
  text: string,
  sections: readonly Section[],
  {named, strict}: PageSetting,
): readonly PlannedReply[] | undefined {
  const [before] = sections
  if ((strict && !named) || before === undefined) return undefined
  const preamble = lookOf(textOfItems(text, before.items))
  if (preamble.greets || (preamble.opens && !named)) return undefined
  const starts = startsOf(text, sections)
  const count = (sign: (look: Look) => boolean) => starts.filter(({look}) => sign(look)).length
  const greeting = count(look => look.greets)
  const signing = count(look => look.signs)
  const openly = count(look => look.greets || look.opens || look.signs)
  if (starts.length < 2) return undefined
  const isSure = Math.max(greeting, signing) >= 2 && openly * 2 >= starts.length
  const isEven = openly === starts.length && openly >= 3 && greeting !== 1
  const isNamed = named && openly * (strict ? 2 : 3) >= starts.length && openly >= (strict ? 2 : 1)
  if (!isSure && !isEven && !isNamed) return undefined
  return starts.map((start, at) => planned(start, starts[at + 1], sections))
}

function startsOf(text: string, sections: readonly Section[]): readonly Candidate[] {
  const read = sections.flatMap((section, index): readonly Candidate[] => {
    const {heading, items} = section
    if (heading === undefined || items.length === 0) return []
    if (aside.test(text.slice(heading.inner.from, heading.inner.to))) return []
    return [{section, heading, index, look: lookOf(textOfItems(text, items))}]
  })
  const greeted = new Set(read.filter(({look}) => look.greets).flatMap(({section}) => section.path))
  const opened = new Set(read.filter(({look}) => look.opens).flatMap(({section}) => section.path))
  const starting = new Set<Item>()
  return read.filter(({section, heading, look}) => {
    const isInside = section.path.some(above => starting.has(above))
    const isCategory = greeted.has(heading) || (opened.has(heading) && !look.greets && !look.opens)
    const begins = isInside ? look.greets : look.greets || (!isCategory && (look.opens || look.signs || look.addresses))
    if (begins) starting.add(heading)
    return begins
  })
}

function planned(start: Candidate, next: Candidate | undefined, sections: readonly Section[]): PlannedReply {
  const {section, heading, index} = start
  let last = index
  for (let at = index + 1; at < (next?.index ?? sections.length); at++) {
    const level = sections[at]?.heading?.level ?? 0
    if (level <= heading.level) break
    last = at
  }
  const end = sections[last]?.items.at(-1)?.to ?? sections[last]?.heading?.to ?? heading.to
  return {
    titles: [...section.path, heading].map(({inner}) => inner),
    span: {from: heading.from, to: end},
    body: {from: heading.to, to: end},
    fenced: false,
  }
}
