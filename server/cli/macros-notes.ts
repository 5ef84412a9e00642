import type {Host} from './host.ts'

const most = 20

/** Says a heading and a line for each entry, as many as can be read; nothing where there are none. */
export function noteList(heading: string, lines: readonly string[], host: Host): void {
  if (lines.length === 0) return
  const rest = lines.length - most
  host.note(
    [heading, ...lines.slice(0, most).map(line => `  ${line}`), ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n'),
  )
}

/** “1 macro was”, “3 macros were”. */
export function replyCount(count: number): string {
  return count === 1 ? '1 macro was' : `${count} macros were`
}
