/** An example as one line of a page. */
export function inline(example: string): string {
  return shortened(example)
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replaceAll('{', '&#123;')
    .replaceAll('<', '&lt;')
}

/** The same in a cell of a table. */
export function cell(example: string): string {
  return inline(example).replaceAll('|', '\\|')
}

/** A long example keeps its beginning and its end. */
function shortened(example: string): string {
  return example.length > 400 ? `${example.slice(0, 180).trimEnd()} … ${example.slice(-120).trimStart()}` : example
}
