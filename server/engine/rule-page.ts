import type {Rule} from '../../rules/kit/types.ts'

/** The address of the page of one of our own rules. */
export function ownRulePage(rule: string): string {
  return `https://github.com/poise-writing/poise/blob/main/docs/rules/${encodeURIComponent(rule)}.md`
}

/** The address of the page about a rule: ours has one, a style's may name one on the web, and a team's own phrases have none. */
export function rulePage({id, outside}: Pick<Rule, 'id' | 'outside'>): string | undefined {
  if (outside !== undefined) return /^https:\/\/[^\s<>"()]+$/i.test(outside.page ?? '') ? outside.page : undefined
  return id.includes('/') ? undefined : ownRulePage(id)
}
