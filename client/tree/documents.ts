import {languages, type Uri} from 'vscode'
import {type Count, type Group, groups, summaryOf} from './summary.ts'

/** A document in which something of a group was found. */
export interface Ranked extends Count {
  readonly uri: Uri
  /** From 0 to 100: its risk by the principle, where the server has told it. */
  readonly risk: number | undefined
}

/** What a look at some documents brought: the groups whose list is another now, and the documents that are still listed. */
export interface Change {
  readonly groups: ReadonlySet<Group>
  readonly documents: readonly Uri[]
}

/** All documents with findings, summed up. */
export interface Documents {
  /** Looks at some documents again, or at all of them. */
  readonly look: (uris?: readonly Uri[]) => Change
  /** The documents of a group, the riskiest first. */
  readonly ranked: (group: Group) => readonly Ranked[]
  readonly find: (group: Group, uri: Uri) => Ranked | undefined
  readonly count: (group: Group) => Count & {readonly documents: number}
}

type Listed = ReadonlyMap<Group, Ranked>

/** Makes the documents from the diagnostics that the editor holds; `riskOf` says what the server told of one. */
export function makeDocuments(riskOf: (uri: Uri, group: Group) => number | undefined): Documents {
  const known = new Map<string, Listed>()
  const order = new Map<Group, readonly Ranked[]>()

  function listed(uri: Uri): Listed {
    const summary = [...summaryOf(languages.getDiagnostics(uri))]
    return new Map(summary.map(([group, count]) => [group, {uri, ...count, risk: riskOf(uri, group)}]))
  }

  return {
    look(uris = languages.getDiagnostics().map(([uri]) => uri)) {
      const changed = new Set<Group>()
      for (const uri of uris) {
        const key = uri.toString()
        const before = known.get(key)
        const now = listed(uri)
        if (now.size === 0) known.delete(key)
        else known.set(key, now)
        for (const group of groups) if (!isSame(before?.get(group), now.get(group))) changed.add(group)
      }
      for (const group of changed) order.delete(group)
      return {groups: changed, documents: uris.filter(uri => known.has(uri.toString()))}
    },
    ranked(group) {
      const ranked = order.get(group) ?? allOf(known, group).sort(byRisk)
      order.set(group, ranked)
      return ranked
    },
    find: (group, uri) => known.get(uri.toString())?.get(group),
    count(group) {
      const all = allOf(known, group)
      const sum = (name: keyof Count) => all.reduce((total, each) => total + each[name], 0)
      return {documents: all.length, findings: sum('findings'), warnings: sum('warnings')}
    },
  }
}

function allOf(known: ReadonlyMap<string, Listed>, group: Group): Ranked[] {
  return [...known.values()].flatMap(each => each.get(group) ?? [])
}

function isSame(a: Ranked | undefined, b: Ranked | undefined): boolean {
  return a?.findings === b?.findings && a?.warnings === b?.warnings && a?.risk === b?.risk
}

function byRisk(a: Ranked, b: Ranked): number {
  return (
    (b.risk ?? 0) - (a.risk ?? 0) ||
    b.warnings - a.warnings ||
    b.findings - a.findings ||
    (a.uri.path < b.uri.path ? -1 : 1)
  )
}
