import {rules} from '../../rules/index.generated.ts'

const known = new Map(rules.map(rule => [rule.id, rule]))

/** What a rule says of a text, with `found` as the text found; its name where it is a rule of a team's own. */
export function ruleMessage(rule: string, found = '…'): string {
  const message = known.get(rule)?.message
  if (message === undefined) return `What the rule ${rule} marks.`
  return message.replaceAll('{found}', () => found).replace(/\{\w+\}/g, '…')
}

/** Why a rule marks what it marks. */
export function ruleReason(rule: string): string {
  return known.get(rule)?.why ?? ''
}
