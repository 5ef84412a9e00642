import type {Finding} from './report.ts'

/** The address of a rule's section in the published list of rules. */
export function rulePage(rule: string): string {
  return `https://github.com/poise-writing/poise/blob/main/rules/README.md#${encodeURIComponent(rule)}`
}

/** The address of a page about a finding's rule: Poise's own, or what a style names, where that is on the web. */
export function pageOf({rule, outside}: Pick<Finding, 'rule' | 'outside'>): string | undefined {
  if (outside === undefined) return rulePage(rule)
  return /^https?:\/\/[^\s<>"()]+$/i.test(outside.page ?? '') ? outside.page : undefined
}
