/** What a tag does to the text around it: it begins a part that is shown sometimes, begins the next such part, or ends them. */
export type Branch = 'open' | 'middle' | 'close'

const words = {
  open: /^(?:if\w*|unless|for|foreach|each|case|switch|list|with|items|macro|sep)$/i,
  middle: /^(?:else|elsif|elseif|elif|elseunless|when|default|or|recover)$/i,
  close: /^(?:end|end(?:if\w*|unless|for|foreach|each|case|switch|list|with|macro))$/i,
}
/** Liquid and Jinja, FreeMarker, Handlebars, Go templates; the first group of each is a mark, the second the first word. */
const tags: readonly RegExp[] = [
  /^\{%[-+~]?\s{0,10}()([A-Za-z]+)\b/,
  /^<(\/?)#([a-z]+)\b/i,
  /^\{\{[-~]?\s{0,10}([#/^]?)\s{0,10}(else|end|[A-Za-z]+)\b/,
]

/** What a placeholder is as a tag of a template, or undefined where it stands for a value. */
export function branchOf(raw: string): Branch | undefined {
  if (!/^[{<][{%#/]/.test(raw)) return undefined
  for (const tag of tags) {
    const [, mark, word] = tag.exec(raw) ?? []
    if (mark === undefined || word === undefined) continue
    if (raw.startsWith('{{') && mark === '' && !/^\{\{[-~]?\s*(?:else|end|if|range|with)\b(?![.|])/.test(raw))
      return undefined
    if (mark === '/') return 'close'
    if (words.middle.test(word)) return 'middle'
    if (words.close.test(word)) return 'close'
    return words.open.test(word) || mark === '#' || mark === '^' || word === 'range' ? 'open' : undefined
  }
  return undefined
}

/** Follows the tags of a block. */
export interface Branches {
  /** Whether a tag parts two sentences; `before` is the end of the block's prose so far, `isAtLine` whether a line of the file ends there. */
  parts(raw: string, before: string, isAtLine: boolean): boolean
}

const finished = /(?:[.!?…:]["'”’)\]]*|\n)\s*$|^\s*$/

/** Starts at the head of a block: a reader sees one branch or another, so sentences on two of them are never one. */
export function startBranches(): Branches {
  const open: boolean[] = []
  return {
    parts(raw, before, isAtLine) {
      const branch = branchOf(raw)
      if (branch === undefined) return false
      const isFinished = finished.test(before) || (isAtLine && /[,;]\s*$/.test(before))
      if (branch === 'open') open.push(isFinished)
      // A branch that begins inside a sentence says a part of it: “Your order {% if sent %}is on its way{% else %}leaves today{% endif %}.”
      if (branch === 'middle') return isFinished || open.at(-1) === true
      if (branch === 'close') open.pop()
      return isFinished
    },
  }
}
