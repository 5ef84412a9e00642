import type {SystemId} from '../shapes/shape.ts'
import {type PlaceholderSystem, placeholderSystems} from './placeholder-names.ts'
import {placeholdersIn} from './placeholders.ts'

/** A placeholder that a writer can pick. */
export interface PlaceholderCompletion {
  readonly insert: string
  /** What it is filled in with. */
  readonly label: string
}

/** The placeholders of a system, the most useful first. */
export function completionsOf(system: SystemId): readonly PlaceholderCompletion[] {
  const {brackets, names} = placeholderSystems[system]
  const [open, close] = brackets[0] ?? ['', '']
  return [...names].map(([name, label]) => ({insert: `${open}${name}${close}`, label}))
}

/** A placeholder's own name, without brackets, filters and fallback, and where it starts in the placeholder. */
export interface PlaceholderName {
  readonly name: string
  readonly at: number
}

/** The name inside `raw`, or undefined where that is no placeholder of the system, or holds more than a name. */
export function nameIn(raw: string, {brackets}: PlaceholderSystem): PlaceholderName | undefined {
  const pair = brackets.find(([open, close]) => raw.startsWith(open) && raw.endsWith(close))
  if (pair === undefined) return undefined
  const [open, close] = pair
  const inner = raw.slice(open.length, raw.length - close.length)
  const [lead = ''] = /^[-~]?\s*/.exec(inner) ?? []
  const name = /^[^|,}]*/.exec(inner.slice(lead.length))?.[0].replace(/\s*[-~]?\s*$/, '') ?? ''
  const isName = /^\$?[\p{L}_][\p{L}\p{N}_.=[\]-]*$/u.test(name)
  return isName ? {name, at: open.length + lead.length} : undefined
}

/** Whether a system fills in a placeholder of this name, one of a team's own included. */
export function knows({names, own, caseless}: PlaceholderSystem, name: string): boolean {
  if (names.has(name) || own.test(name)) return true
  return caseless && [...names.keys()].some(known => known.toLowerCase() === name.toLowerCase())
}

/** Enough of a file to tell by. */
const longestLook = 200_000
const fallback = /\|\s*fallback:/
const systems = Object.entries(placeholderSystems) as readonly [SystemId, PlaceholderSystem][]

/** The system that a file of unknown origin is written for, told by its placeholders; undefined unless that is clear. */
export function systemOf(text: string): SystemId | undefined {
  const scores = new Map<SystemId, number>()
  const seen = new Set<string>()
  for (const {start, end} of placeholdersIn(text.slice(0, longestLook), 'macro')) {
    const raw = text.slice(start, end)
    if (seen.has(raw)) continue
    seen.add(raw)
    for (const [id, system] of systems) {
      const found = nameIn(raw, system)
      if (found === undefined || !isSign(id, system, raw, found.name)) continue
      scores.set(id, (scores.get(id) ?? 0) + 1)
    }
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] > (next?.[1] ?? 0) ? best[0] : undefined
}

/** Names that more people than one system's users write by themselves tell nothing. */
function isSign(id: SystemId, {names}: PlaceholderSystem, raw: string, name: string): boolean {
  if (id === 'intercom' && fallback.test(raw)) return true
  if (id === 'github') return name.startsWith('issue-')
  if (id === 'zendesk' && /^(?:dc\.|ticket\.ticket_field_)/.test(name)) return true
  if (id === 'gorgias' && name.startsWith('ticket.customer.')) return true
  if (id === 'quicktext')
    return /^(?:TO|FROM|SCRIPT|TEXT|INPUT|ATT|ORGATT|ORGHEADER|CURSOR|CLIPBOARD|SELECTION)\b/.test(name)
  return names.has(name) && /[.=]/.test(name)
}
