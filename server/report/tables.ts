import {type Content, type Markup, markup} from './markup.ts'

/** A column of a table: a name, and whether it holds figures. */
export interface Column {
  readonly name: string
  readonly figures?: boolean
}

/** A table; the first cell of each row is its heading. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Content[])[]): Markup {
  const kind = (index: number): Markup => (columns[index]?.figures ? markup` class="figure"` : markup``)
  const head = columns.map(({name}, index) => markup`<th scope="col"${kind(index)}>${name}</th>`)
  const body = rows.map(cells => {
    const [heading, ...rest] = cells
    return markup`<tr><th scope="row"${kind(0)}>${heading}</th>${rest.map((cell, index) => markup`<td${kind(index + 1)}>${cell}</td>`)}</tr>`
  })
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** What is behind a line that can be unfolded; `id` lets a view remember that it was. */
export function details(id: string, summary: string, content: Content): Markup {
  return markup`<details id="${id}"><summary>${summary}</summary>${content}</details>`
}
