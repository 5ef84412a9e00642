import type {Span} from '../../../rules/kit/types.ts'
import type {Directive} from '../format.ts'
import type {DirectiveDraft} from '../prose/directives.ts'

/** Finds what each ignore comment covers, as the elements of a file go by. */
export interface HtmlCoverage {
  /** Takes a comment that has been read. */
  add(directive: DirectiveDraft): void
  /** An element that makes a block begins or ends here. */
  open(name: string, from: number, to: number): void
  close(name: string, from: number, to: number): void
  /** A block of prose has ended. */
  block(span: Span<'source'>): void
  finish(end: number): readonly Directive[]
}

interface Covering {
  readonly name: string
  readonly start: number
  readonly directives: readonly DirectiveDraft[]
  /** Elements of its name that are open in it, and lists and tables. */
  same: number
  containers: number
}

const wrappers = /^(?:html|head|body|tbody|thead|tfoot|hr|br)$/
const implied = /^(?:p|li|dt|dd|td|th|tr)$/
const container = /^(?:ul|ol|menu|dir|dl|table)$/
/** More comments inside one another than anyone writes. */
const most = 100

/** Starts before the first comment. */
export function startCoverage(): HtmlCoverage {
  const done: Directive[] = []
  let waiting: DirectiveDraft[] = []
  let active: Covering[] = []

  function cover(directives: readonly DirectiveDraft[], covers: Span<'source'>): void {
    for (const directive of directives) done.push({...directive, covers})
  }
  function end(covering: Covering, at: number): boolean {
    cover(covering.directives, {start: covering.start, end: at})
    return false
  }

  return {
    add(directive) {
      if (directive.kind === 'next') waiting.push(directive)
      else done.push(directive)
    },
    open(name, from, to) {
      if (active.length > 0)
        active = active.filter(each => {
          const isSibling = each.name === 'p' || (each.name === name && implied.test(name) && each.containers === 0)
          if (isSibling) return end(each, from)
          if (each.name === name) each.same++
          if (container.test(name)) each.containers++
          return true
        })
      if (waiting.length === 0 || wrappers.test(name)) return
      if (active.length < most) active.push({name, start: from, directives: waiting, same: 0, containers: 0})
      else cover(waiting, {start: from, end: to})
      waiting = []
    },
    close(name, from, to) {
      if (active.length > 0)
        active = active.filter(each => {
          if (each.name === name) return each.same-- > 0 || end(each, to)
          if (each.name === 'p') return end(each, from)
          if (!container.test(name)) return true
          return each.containers-- > 0 || !implied.test(each.name) || end(each, from)
        })
    },
    block({start, end: stop}) {
      if (waiting.length === 0) return
      const inside = waiting.filter(({span}) => span.end < stop)
      for (const directive of inside) cover([directive], {start: Math.max(start, directive.span.end), end: stop})
      waiting = waiting.filter(({span}) => span.end >= stop)
    },
    finish(stop) {
      for (const each of active) end(each, stop)
      done.push(...waiting)
      return done.sort((a, b) => a.span.start - b.span.start)
    },
  }
}
