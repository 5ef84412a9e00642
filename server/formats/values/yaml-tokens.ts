import {type CST, Lexer, Parser} from 'yaml'
import type {Span} from '../../../rules/kit/types.ts'
import {type Data, deepest} from './value.ts'

/** The tokens of a YAML file, none of which is nested deeper than Poise reads. */
export interface YamlTokens {
  readonly tokens: readonly CST.Token[]
  /** Of comments that speak to Poise. */
  readonly comments: Data['comments']
  /** Where the file is nested too deeply to be read further. */
  readonly tooDeep?: Span<'source'>
}

const directive = /#[ \t]*poise-/
/** Lexemes that stand for no character of the file: a document, the end of a broken bracket, a scalar that follows. */
const silent = '\x02\x18\x1f'

/**
 * Splits a YAML file into tokens. What lies too deep is cut off here, since the library's composer recurses: near the end of the stack it
 * can bring the whole process down.
 */
export function yamlTokens(text: string): YamlTokens {
  const tokens: CST.Token[] = []
  const parser = new Parser()
  let offset = 0
  let tooDeep: number | undefined
  try {
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) tokens.push(token)
      if (!silent.includes(lexeme)) offset += lexeme.length
    }
    for (const token of parser.end()) tokens.push(token)
  } catch {
    // It recurses too, where a line closes thousands of levels at once.
    tooDeep = offset
  }
  const found = prune(tokens, directive.test(text))
  tooDeep ??= found.tooDeep
  return {
    tokens,
    comments: found.comments,
    ...(tooDeep !== undefined && {tooDeep: {start: tooDeep, end: Math.min(tooDeep + 1, text.length)}}),
  }
}

/** Whether YAML is nested deeper than Poise reads; most is told by a glance to be shallow. */
export function isTooDeep(text: string): boolean {
  const indents = text.match(/^ +/gm) ?? []
  const deepestIndent = indents.reduce((most, {length}) => Math.max(most, length), 0)
  const openers = text.match(/[[{]|[-?:] /g)?.length ?? 0
  return openers + deepestIndent > deepest && yamlTokens(text).tooDeep !== undefined
}

interface Found {
  readonly comments: Data['comments']
  readonly tooDeep: number | undefined
}

/** Empties what is nested too deeply, and finds the comments, both without recursion. */
function prune(tokens: readonly CST.Token[], hasComments: boolean): Found {
  const comments: Data['comments'][number][] = []
  let tooDeep: number | undefined
  const waiting: {readonly token: CST.Token; readonly depth: number}[] = []

  function look(tokens: readonly CST.Token[] | undefined): void {
    if (!hasComments || tokens === undefined) return
    for (const token of tokens) {
      if (token.type !== 'comment' || !directive.test(token.source)) continue
      const span = {start: token.offset, end: token.offset + token.source.length}
      comments.push({text: token.source.slice(1), span})
    }
  }

  function later(token: CST.Token | null | undefined, depth: number): void {
    if (token && (hasComments || 'items' in token || token.type === 'document')) waiting.push({token, depth})
  }

  look(tokens)
  for (const token of tokens) later(token, 0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const {token, depth} = next
    if ('end' in token) look(token.end)
    if (token.type === 'block-scalar') look(token.props)
    if (token.type === 'document') {
      look(token.start)
      later(token.value, 1)
    }
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') continue
    if (depth > deepest) {
      token.items.length = 0
      tooDeep = Math.min(token.offset, tooDeep ?? token.offset)
      continue
    }
    for (const item of token.items) {
      look(item.start)
      look(item.sep)
      later(item.key, depth + 1)
      later(item.value, depth + 1)
    }
  }
  comments.sort((one, other) => one.span.start - other.span.start)
  return {comments, tooDeep}
}
