import type {PlaceholderSystem} from './placeholder-names.ts'
import type {PlaceholderProblem} from './placeholder-problems.ts'

/** A name that a person would not write in prose or code between these brackets by chance. */
const dotted = String.raw`[A-Za-z_]\w{0,40}(?:[._][A-Za-z]\w{0,40}){1,6}`
const filter = String.raw`(?:[ \t]{0,4}\|[^{}\n]{0,120})?`
const tags =
  'TO|FROM|DATE|TIME|SCRIPT|TEXT|INPUT|ATT|ORGATT|ORGHEADER|CURSOR|CLIPBOARD|SELECTION|COUNTER|SUBJECT|FILE|URL'

interface Slip {
  /** The first group is what stands there, brackets included; the second what stands inside them. */
  readonly pattern: RegExp
  readonly open: string
  readonly close: string
  readonly message: (written: string, mended: string) => string
  /** Whether the line must have more of one brace than of the other. */
  readonly uneven?: 'open' | 'close'
}

const mend = (written: string, mended: string): string =>
  `“${written}” opens and closes in different ways; write “${mended}”.`
const shut = (written: string, mended: string): string => `“${written}” is not closed; write “${mended}”.`

/** Slips with the brackets of one syntax; `name` is what may stand in them. */
function slips(name: string): readonly Slip[] {
  const inside = `([ \\t]?${name}${filter}[ \\t]?)`
  const bare = `([ \\t]?${name})`
  const before = String.raw`(?<![\w{}$\\=/])`
  const after = String.raw`(?![\w{}(\[:="'|%]|[ \t]*[|}]|\.\w|[ \t]*[(:=]|[^{}\n]{0,120}\})`
  return [
    {pattern: new RegExp(`${before}(\\{\\{${inside}\\})(?!\\})`, 'g'), open: '{{', close: '}}', message: mend},
    {
      pattern: new RegExp(`${before}(\\{${inside}\\}\\})(?!\\})`, 'g'),
      open: '{{',
      close: '}}',
      message: mend,
      uneven: 'close',
    },
    {pattern: new RegExp(`${before}(\\{\\{\\{${inside}\\}\\})(?!\\})`, 'g'), open: '{{{', close: '}}}', message: mend},
    {
      pattern: new RegExp(`${before}(\\{\\{${inside}\\}\\}\\})(?!\\})`, 'g'),
      open: '{{',
      close: '}}',
      message: mend,
      uneven: 'close',
    },
    {pattern: new RegExp(`${before}(\\{\\{${bare})${after}`, 'g'), open: '{{', close: '}}', message: shut},
    {pattern: new RegExp(`(%\\{${bare})${after}`, 'g'), open: '%{', close: '}', message: shut},
    {pattern: new RegExp(`(#\\{${bare})${after}`, 'g'), open: '#{', close: '}', message: shut},
    {pattern: new RegExp(`(\\{!${bare})${after}`, 'g'), open: '{!', close: '}', message: shut},
  ]
}

const variables: readonly Slip[] = [
  {
    pattern: new RegExp(`(\\[\\[((?:${tags})(?:=[^\\[\\]\\n]{1,120})?)\\])(?!\\])`, 'g'),
    open: '[[',
    close: ']]',
    message: mend,
  },
  {
    pattern: new RegExp(`(?<!\\[)(\\[((?:${tags})=[^\\[\\]\\n]{1,120})\\]\\])(?!\\])`, 'g'),
    open: '[[',
    close: ']]',
    message: mend,
  },
  {
    pattern: /(\[\[((?:TO|FROM|SCRIPT|TEXT|INPUT|ORGHEADER)=[\w|.-]{1,80}))(?![^[\]\n]{0,120}\])/g,
    open: '[[',
    close: ']]',
    message: shut,
  },
]

/** What no prose and hardly any code writes, whatever the name. */
const plain: readonly Slip[] = [
  {
    pattern: /(?<![\w{}$\\=/])(\{\{([A-Za-z]{3,40})\})(?=[\s,.!?;:)]|$)/g,
    open: '{{',
    close: '}}',
    message: mend,
    uneven: 'open',
  },
  {pattern: /(?<![\w$\\])(%\{([A-Za-z]\w{0,40}))(?![\w.]|[^{}\n]{0,120}\})/g, open: '%{', close: '}', message: shut},
]
const anywhere = [...slips(dotted), ...variables, ...plain]
const kept = new WeakMap<PlaceholderSystem, readonly Slip[]>()

/** In a reply of a known system its own names are told from prose, whatever they look like. */
function slipsOf(system: PlaceholderSystem | undefined): readonly Slip[] {
  if (system === undefined) return anywhere
  const before = kept.get(system)
  if (before !== undefined) return before
  const short = [...system.names.keys()].filter(name => /^[\w.]+$/.test(name) && !new RegExp(`^${dotted}$`).test(name))
  const found = short.length === 0 ? anywhere : [...slips(`(?:${dotted}|${short.join('|')})`), ...variables, ...plain]
  kept.set(system, found)
  return found
}

/** Placeholders whose opening and closing brackets do not match, as far as they cannot be code or prose. */
export function bracketProblems(text: string, system: PlaceholderSystem | undefined): readonly PlaceholderProblem[] {
  const problems: PlaceholderProblem[] = []
  let done: Set<number> | undefined
  for (const {pattern, open, close, message, uneven} of slipsOf(system)) {
    for (const match of text.matchAll(pattern)) {
      const [, written = '', inner = ''] = match
      const span = {start: match.index, end: match.index + written.length}
      if (uneven && sideOf(text, span.start, span.end) !== uneven) continue
      done ??= new Set()
      if (done.has(span.start)) continue
      done.add(span.start)
      const fix = `${open}${inner}${close}`
      problems.push({code: 'unbalanced-placeholder', message: message(written, fix), span, fix})
    }
  }
  return problems
}

/** As much of a line as tells. */
const longestLine = 400

/** Which brace a line has more of. */
function sideOf(text: string, start: number, end: number): Slip['uneven'] {
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - longestLine)
  const next = text.indexOf('\n', end)
  const line = text.slice(from, Math.min(next < 0 ? text.length : next, end + longestLine))
  let depth = 0
  for (const sign of line) {
    if (sign === '{') depth++
    else if (sign === '}') depth--
  }
  return depth < 0 ? 'close' : depth > 0 ? 'open' : undefined
}
