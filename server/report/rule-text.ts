import {rules} from '../../rules/index.generated.ts'

const known = new Map(rules.map(rule => [rule.id, rule]))

/** What a rule says of a text, with `found` as the text found; why it does, where its message needs more than that. */
export function ruleMessage(rule: string, found: string | undefined): string {
  const message = known.get(rule)?.message
  if (message === undefined) return `What the rule ${rule} marks.`
  const whole = found === undefined ? message : message.replaceAll('{found}', () => found)
  return /\{\w+\}/.test(whole) ? (/^.*?[.:;](?= |$)/.exec(ruleReason(rule))?.[0] ?? '').replace(/[:;]$/, '.') : whole
}

const patterns = new Map<string, RegExp>()

/** The text found, as a reader sees it, from what a rule said of it: in the file it may stand in another writing. */
export function foundIn(rule: string, message: string): string | undefined {
  let pattern = patterns.get(rule)
  if (pattern === undefined) {
    const parts = (known.get(rule)?.message ?? '').split(/(\{\w+\})/)
    pattern = new RegExp(`^${parts.map(patternOf).join('')}$`, 's')
    patterns.set(rule, pattern)
  }
  return pattern.exec(message)?.groups?.['found']
}

function patternOf(part: string): string {
  if (part === '{found}') return '(?<found>.+)'
  return /^\{\w+\}$/.test(part) ? '.*' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** Why a rule marks what it marks. */
export function ruleReason(rule: string): string {
  return known.get(rule)?.why ?? ''
}
