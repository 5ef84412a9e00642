import type {DocumentKind} from '../../../rules/kit/types.ts'
import type {Block, Problem, Reading} from '../format.ts'
import {readComment} from '../prose/directives.ts'
import {type Encode, sourceMap} from '../prose/source-map.ts'
import {startCoverage} from './coverage.ts'
import {type HtmlRole, rolesIn} from './elements.ts'
import {type Context, startOutline} from './outline.ts'
import {type HtmlBlock, startProse} from './prose.ts'
import {shield} from './shield.ts'
import {encodersOf} from './style.ts'
import {readTokens} from './tokens.ts'

/** What is read as one thing, or not at all, until it is closed. */
interface Skipped {
  readonly name: string
  readonly from: number
  readonly role: HtmlRole
  depth: number
}

/** Reads a reply or mail template in HTML, with the tags of whatever fills it in. */
export function readHtml(text: string, kind: DocumentKind): Reading {
  const {text: shielded, templates} = shield(text, kind)
  const encoder = encodersOf(text)
  const roles = rolesIn(shielded)
  const prose = startProse(text, shielded, templates)
  const outline = startOutline()
  const coverage = startCoverage()
  const blocks: Block[] = []
  const problems: Problem[] = []
  let skipped: Skipped | undefined
  let title = ''
  /** The tag of the paragraph that is open, empty outside of any; undefined where it can't be written once more. */
  let paragraph: string | undefined = ''
  /** Whether two line breaks stand before the block. */
  let isParted = false

  function flush(parts: boolean): void {
    const block = prose.finish()
    const wasParted = isParted
    isParted = parts
    if (block === undefined) return
    const context = outline.current()
    coverage.block({start: block.pieces[0]?.from ?? 0, end: block.pieces.at(-1)?.to ?? 0})
    const isLaidOut = context.kind === 'cell' && (parts || wasParted || block.prose.includes('\n'))
    const isLine = isLaidOut || context.kind === 'paragraph' || context.kind === 'item'
    const own = parts || wasParted || paragraph === '' ? '' : block.tagged ? undefined : paragraph
    blocks.push(placed(block, isLaidOut ? {...context, kind: 'paragraph'} : context, encoder(isLine, own), kind))
  }
  function begin(name: string, from: number, to: number): void {
    flush(false)
    outline.open(name)
    coverage.open(name, from, to)
    const tag = name === 'p' ? text.slice(from, to) : ''
    paragraph = tag === '' || (tag === shielded.slice(from, to) && !/\sid\b/i.test(tag)) ? tag : undefined
  }
  function skip(name: string, from: number, to: number, role: HtmlRole): void {
    if (roles.isClosed(name, to)) skipped = {name, from, role, depth: 1}
    else if (role !== 'code') skipped = {name, from, role, depth: Number.POSITIVE_INFINITY}
  }

  readTokens(shielded, {
    text(from, to) {
      if (skipped?.role === 'title') title ||= titleOf(text.slice(from, to))
      if (skipped !== undefined) return
      prose.text(from, to)
    },
    open(name, from, to, empty) {
      if (skipped !== undefined) {
        if (skipped.name === name && !empty) skipped.depth++
        return
      }
      const {role, mark} = roles.of(name, to - from === name.length + 2)
      if (role === 'break') {
        prose.lineBreak(from, to)
        if (prose.breaks() > 1) flush(true)
      } else if (role === 'block' || role === 'pre') {
        begin(name, from, to)
        if (role === 'pre' && !empty) skip(name, from, to, 'code')
      } else if (role === 'image' || role === 'placeholder') prose.object(role, from, to)
      else {
        prose.tag()
        if (role !== 'inline' && !empty) skip(name, from, to, role)
        if (mark !== undefined && (mark !== 'link' || /\shref\b/i.test(text.slice(from, to)))) {
          if (mark === 'link') prose.closeMark(name)
          prose.openMark(name, mark)
        }
      }
    },
    close(name, from, to) {
      if (skipped !== undefined) {
        if (skipped.name !== name || (--skipped.depth > 0 && roles.isClosed(name, to))) return
        const {role, from: start} = skipped
        skipped = undefined
        if (roles.of(name, true).role === 'pre') end(name, from, to)
        else if (role === 'code') prose.object(role, start, to)
        return
      }
      const {role, mark} = roles.of(name, true)
      if (role === 'block' || role === 'pre') end(name, from, to)
      else {
        prose.tag()
        if (mark !== undefined) prose.closeMark(name)
      }
    },
    comment(from, to, innerFrom, innerTo) {
      if (skipped !== undefined) return
      prose.tag()
      if (!text.startsWith('<!--', from)) return
      const comment = readComment(text.slice(innerFrom, innerTo), innerFrom, {start: from, end: to})
      if (comment?.problem !== undefined) problems.push(comment.problem)
      if (comment?.directive !== undefined) coverage.add(comment.directive)
    },
  })
  function end(name: string, from: number, to: number): void {
    flush(false)
    outline.close(name)
    coverage.close(name, from, to)
    paragraph = ''
  }
  flush(false)
  title ||= onlyTitle(blocks)
  return {...(title !== '' && {title}), blocks, directives: coverage.finish(text.length), problems}
}

function placed({prose, marks, pieces}: HtmlBlock, context: Context, encode: Encode, document: DocumentKind): Block {
  const place = {block: context.kind, document, encode, follow: '', prefix: undefined}
  return {...context, prose, marks, content: {}, map: sourceMap(pieces, prose, 0, place, '\n')}
}

function titleOf(raw: string): string {
  const {text, templates} = shield(raw, 'macro')
  const prose = startProse(raw, text, templates)
  prose.text(0, raw.length)
  return shown(prose.finish()?.prose ?? '')
}

function onlyTitle(blocks: readonly Block[]): string {
  const [first, second] = blocks.filter(block => block.kind === 'heading' && block.depth === 1)
  return first === undefined || second !== undefined ? '' : shown(first.prose)
}

const shown = (prose: string): string => prose.replace(/\s*\ufffc\s*|\s+/g, ' ').trim()
