/** The address of a rule's page. */
export function rulePage(rule: string): string {
  return `https://github.com/poise-writing/poise/blob/main/docs/rules/${encodeURIComponent(rule)}.md`
}
