import type {Mark} from '../../../rules/kit/types.ts'
import {type Draft, type Prose, startDraft} from '../prose/draft.ts'
import {decodeEntity} from '../prose/entities.ts'
import type {Template} from './shield.ts'

/** The prose of a block of HTML. */
export interface HtmlBlock extends Prose {
  /** Whether a tag or comment lies inside. */
  readonly tagged: boolean
}

/** Puts the prose of a file of HTML together, one block after the other; white space collapses as a browser has it. */
export interface HtmlProse {
  text(from: number, to: number): void
  object(kind: Mark['kind'], from: number, to: number): void
  lineBreak(from: number, to: number): void
  /** How many line breaks stand behind the last word. */
  breaks(): number
  openMark(name: string, kind: Mark['kind']): void
  closeMark(name: string): void
  tag(): void
  /** Ends the block; undefined where it shows nothing. */
  finish(): HtmlBlock | undefined
}

interface OpenMark {
  readonly name: string
  readonly kind: Mark['kind']
  start: number
}

const [entity, url, email, blank] = [
  '&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,30});',
  'https?:\\/\\/(?:[^\\s<>()&]|&(?!nbsp;|quot;|[lg]t;|#)){0,400}[^\\s<>()&.,;:!?\'"”’]',
  '[\\w.+-]{1,80}@[\\w-]{1,80}(?:\\.[\\w-]{1,40}){1,6}',
  '[ \\t\\n\\f\\r]{2,}|[\\t\\n\\f\\r]',
]
const special = new RegExp([entity, url, blank].join('|'), 'gi')
const specialWithEmail = new RegExp([entity, url, email, blank].join('|'), 'gi')

/** Blanks, and the signs that fill up what a mail program shows beside the subject. */
const invisible = /^(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]|\u034f)*$/

/** More marks around a word are those of a broken file. */
const mostMarks = 16

/** Starts before the first block of `raw`; `shielded` is the same with its templates hidden. */
export function startProse(raw: string, shielded: string, templates: readonly Template[]): HtmlProse {
  const marks: OpenMark[] = []
  let draft: Draft | undefined
  let next = 0
  /** What a blank would follow: nothing on its line, another blank, or a word. */
  let before: 'start' | 'blank' | 'word' = 'start'
  let breaks = 0
  let shows = false
  let tagged = false

  function open(): Draft {
    breaks = 0
    if (draft !== undefined) return draft
    draft = startDraft()
    for (const mark of marks) mark.start = draft.open()
    return draft
  }
  function words(from: number, to: number): void {
    const isDropped = before !== 'word' && raw.charCodeAt(from) === 32
    if (isDropped) dropBlank(from, from + 1)
    const start = isDropped ? from + 1 : from
    if (start >= to) return
    open().text(raw.slice(start, to), start)
    shows ||= to - start > 1 || raw.charCodeAt(start) !== 32
    before = raw.charCodeAt(to - 1) === 32 ? 'blank' : 'word'
  }
  /** A blank behind another is not seen, and an edit must not take one and leave the other. */
  function dropBlank(from: number, to: number): void {
    if (draft === undefined || before !== 'blank') return
    draft.softBreak(from, to)
    draft.fix(draft.length - 1)
  }
  function blanks(from: number, to: number): void {
    if (before !== 'word') dropBlank(from, to)
    else {
      open().softBreak(from, to)
      before = 'blank'
    }
  }
  function object(kind: Mark['kind'], from: number, to: number, isShown: boolean): void {
    open().object(kind, raw.slice(from, to), from, to)
    shows ||= isShown
    before = 'word'
  }
  function template({start, end, role}: Template): void {
    if (role === 'comment') tagged = true
    else object('placeholder', start, end, role === 'value')
  }
  function character(from: number, to: number): boolean {
    const shown = decodeEntity(raw.slice(from, to))
    if (shown === undefined) return false
    if (/^[ \t\n\f\r]$/.test(shown)) blanks(from, to)
    // What fills an empty line, or indents one.
    else if (shown === '\u00a0' && before === 'start') tagged = true
    else {
      open().character(shown, from, to)
      shows = true
      before = 'word'
    }
    return true
  }

  return {
    text(from, to) {
      const run = shielded.slice(from, to)
      let done = from
      const until = (end: number): void => {
        for (let each = templates[next]; each !== undefined && each.start < end; each = templates[++next]) {
          if (each.start < done) continue
          if (done < each.start) words(done, each.start)
          template(each)
          done = each.end
        }
        if (done < end) words(done, end)
        done = Math.max(done, end)
      }
      for (const match of run.matchAll(run.includes('@') ? specialWithEmail : special)) {
        const start = from + match.index
        if (start < done) continue
        const end = start + match[0].length
        const first = match[0].charAt(0)
        if (first === '&' && decodeEntity(match[0]) === undefined) continue
        until(start)
        if (first === '&') character(start, end)
        else if (match[0].trim() === '') blanks(start, end)
        else object('url', start, end, true)
        done = end
      }
      until(to)
    },
    object: (kind, from, to) => object(kind, from, to, true),
    lineBreak(from, to) {
      tagged = true
      if (draft === undefined) return
      if (++breaks === 1) draft.lineBreak(from, to)
      before = 'start'
    },
    breaks: () => breaks,
    openMark(name, kind) {
      if (marks.length < mostMarks) marks.push({name, kind, start: draft?.open() ?? 0})
    },
    closeMark(name) {
      const index = marks.findLastIndex(mark => mark.name === name)
      for (const mark of index < 0 ? [] : marks.splice(index).reverse()) draft?.close(mark.kind, mark.start)
    },
    tag() {
      tagged = true
    },
    finish() {
      const ended = draft
      for (const mark of marks.toReversed()) ended?.close(mark.kind, mark.start)
      const isEmpty = !shows
      const wasTagged = tagged
      draft = undefined
      before = 'start'
      breaks = 0
      shows = false
      tagged = false
      const prose = isEmpty ? undefined : ended?.finish(false)
      return prose === undefined || invisible.test(prose.prose) ? undefined : {...prose, tagged: wasTagged}
    },
  }
}
