/** The address of a rule's section in the published list of rules. */
export function rulePage(rule: string): string {
  return `https://github.com/poise-writing/poise/blob/main/rules/README.md#${encodeURIComponent(rule)}`
}
