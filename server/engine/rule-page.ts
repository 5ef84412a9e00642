/** The address of the page of one of our own rules. */
export function ownRulePage(rule: string): string {
  return `https://github.com/poise-writing/poise/blob/main/docs/rules/${encodeURIComponent(rule)}.md`
}

/** The address of a rule's page; a team's own rules, with a slash in their ids, have none. */
export function rulePage(rule: string): string | undefined {
  return rule.includes('/') ? undefined : ownRulePage(rule)
}
