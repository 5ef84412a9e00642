type Cell = string | number | null

/** A table of plain text: names on the left, numbers on the right, a dash where there is none. */
export function table(title: string, rows: Readonly<Record<string, object>>): string {
  const entries = Object.entries(rows)
  const columns = Object.keys(entries[0]?.[1] ?? {})
  if (columns.length === 0) return `${title}\n  nothing to count\n`
  const lines = [
    ['', ...columns.map(heading)],
    ...entries.map(([name, row]) => [name, ...columns.map(column => shown((row as Record<string, Cell>)[column]))]),
  ]
  const widths = ['', ...columns].map((_, index) => Math.max(...lines.map(line => line[index]?.length ?? 0)))
  const print = (line: readonly string[]): string =>
    line
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
  return `${title}\n${lines.map(line => `  ${print(line)}`.trimEnd()).join('\n')}\n`
}

/** “perThousandWords” as “per thousand words”. */
function heading(column: string): string {
  return column.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

function shown(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '–' : String(cell)
}
