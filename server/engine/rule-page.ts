/** The address of a rule's page; a team's own rules, with a slash in their ids, have none. */
export function rulePage(rule: string): string | undefined {
  if (rule.includes('/')) return undefined
  return `https://github.com/poise-writing/poise/blob/main/docs/rules/${encodeURIComponent(rule)}.md`
}
