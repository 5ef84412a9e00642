/** A whole number with its thousands apart. */
export function whole(value: number): string {
  return Number(value).toLocaleString('en-GB', {maximumFractionDigits: 0})
}

/** A mean, with one decimal place. */
export function mean(value: number): string {
  return Number(value).toLocaleString('en-GB', {minimumFractionDigits: 1, maximumFractionDigits: 1})
}

/** “1 document”, “2,000 documents”. */
export function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A share in per cent, without pretending that a few are none. */
export function percent(part: number, total: number): string {
  if (part === 0 || total === 0) return '0 %'
  const share = (100 * part) / total
  return share < 1 ? 'under 1 %' : `${Math.round(share)} %`
}

/** A day as people write it. */
export function day(date: string): string {
  const at = new Date(`${date}T12:00:00Z`)
  if (Number.isNaN(at.getTime())) return ''
  return at.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'})
}

/** The day where the reader is, as year-month-day. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}
