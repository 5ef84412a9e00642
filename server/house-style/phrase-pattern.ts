import {type Pattern, patternOf} from '../../rules/kit/pattern.ts'
import type {PatternNode} from '../../rules/kit/pattern-syntax.ts'
import {sentenceSpans} from '../../rules/kit/sentence.ts'
import {allForms} from '../../rules/kit/verbs.ts'
import {wordsOf} from '../../rules/kit/words.ts'
import {phraseLimits} from './phrase-limits.ts'
import {triggersOf, waysOf} from './phrase-triggers.ts'

/**
 * The small language in which a team writes what to find:
 *
 * | written       | finds                                                                       |
 * | ------------- | --------------------------------------------------------------------------- |
 * | `log in`      | these words, whatever their case; `can't` is also “cannot” and “can’t”       |
 * | `~utilise`    | any form of the word: utilise, utilises, utilised, utilising                |
 * | `(a b\|~c)`   | one of these                                                                |
 * | `[really]`    | what may be left out                                                        |
 * | `..` `..6`    | up to three (six) words, not across the end of a clause                     |
 *
 * Anything else stands for itself, and is split into words as the texts are that are checked.
 */
export interface PhrasePattern {
  readonly tree: PatternNode
  /** Words of which every match's sentence holds one. */
  readonly triggers: readonly string[]
  /** How many “~” words and gaps it has. */
  readonly verbs: number
  readonly gaps: number
}

/** What is wrong with something that a team wrote, in a sentence or two, with the remedy. */
export interface Mistake {
  readonly mistake: string
}

/** A configuration is read again at each change, and most of its phrases are the ones from before. */
const known = new Map<string, PhrasePattern | Mistake>()
const mostKnown = 5000

/** Reads a phrase to find, or says why nothing could match it. */
export function parsePhrase(source: string): PhrasePattern | Mistake {
  const before = known.get(source)
  if (before !== undefined) return before
  // In YAML a phrase may run over lines.
  const parsed = parse(source.replace(/\s+/g, ' ').trim())
  if (known.size >= mostKnown) known.clear()
  known.set(source, parsed)
  return parsed
}

function parse(source: string): PhrasePattern | Mistake {
  if (source === '') return {mistake: 'This phrase is empty. Write the words to find.'}
  if (source.length > phraseLimits.phrase)
    return {
      mistake: `This phrase is longer than ${phraseLimits.phrase} characters. Shorten it, or split it into several.`,
    }
  const tokens = tokensOf(source)
  if ('mistake' in tokens) return tokens
  const tree = treeOf(tokens)
  if ('mistake' in tree) return tree
  if (isGap(tokens[0]) || isGap(tokens.at(-1)))
    return {mistake: 'This phrase begins or ends with “..”. Put words on both sides of it, or leave it out.'}
  if (waysOf(tree) > phraseLimits.ways)
    return {mistake: `This phrase can be read in more than ${phraseLimits.ways} ways. Split it into several.`}
  const triggers = triggersOf(tree)
  if (triggers === undefined)
    return {
      mistake: 'This phrase has no word that is always there. Write one outside of “[…]”, in each part of “(…|…)”.',
    }
  const count = (type: Token['type']): number => tokens.filter(each => each.type === type).length
  return {tree, triggers: [...triggers], verbs: count('verb'), gaps: count('gap')}
}

/** The pattern of phrases of which the first that matches counts. */
export function phrasePattern(phrases: readonly PhrasePattern[]): Pattern {
  return patternOf(phrases.map(({tree}) => tree))
}

/** The verb that a named part of a match stands for; undefined for other parts. */
export function verbOfPart(part: string): string | undefined {
  return part.startsWith('~') ? part.slice(part.indexOf(' ') + 1) : undefined
}

/** Whether a named part of a match is a gap. */
export function isGapPart(part: string): boolean {
  return part.startsWith('..')
}

type Token =
  | {readonly type: 'words'; readonly text: string}
  | {readonly type: 'verb'; readonly base: string}
  | {readonly type: 'gap'; readonly most: number}
  | {readonly type: 'sign'; readonly sign: string}

const isGap = (token: Token | undefined): boolean => token?.type === 'gap'

const token =
  /\s*(?:\.\.(\d*)(?=[\s()[\]|]|$)|([()[\]|])|~(\p{L}[\p{L}'’-]*)|((?:(?!\s\.\.\d*(?:[\s()[\]|]|$))[^()[\]|~])+))/uy

function tokensOf(source: string): readonly Token[] | Mistake {
  const tokens: Token[] = []
  const {length} = source
  token.lastIndex = 0
  while (token.lastIndex < length) {
    const match = token.exec(source)
    if (match === null) return {mistake: 'Behind “~” stands one word in its base form, such as “~use”. Write it there.'}
    const [, most, sign, verb, words] = match
    if (most !== undefined) {
      const count = Number(most || 3)
      if (count < 1 || count > phraseLimits.gap)
        return {mistake: `“..${most}” is no gap. A gap is from “..1” to “..${phraseLimits.gap}”.`}
      tokens.push({type: 'gap', most: count})
    } else if (sign !== undefined) tokens.push({type: 'sign', sign})
    else if (verb !== undefined) tokens.push({type: 'verb', base: verb.toLowerCase()})
    else if (words !== undefined && words.trim() !== '') {
      const mistake = wordsMistake(words)
      if (mistake !== undefined) return {mistake}
      tokens.push({type: 'words', text: words})
    }
  }
  return tokens
}

/** Words that no checked text holds: markup is no prose, quotations are other people’s words, and a match lies in one sentence. */
function wordsMistake(words: string): string | undefined {
  const markup = /[`{}<>*\\\uFFFC]/.exec(words)?.[0]
  if (markup !== undefined)
    return `“${markup}” never stands in the words that are checked: code, placeholders and markup are left out. Remove it.`
  if (/[“”"«»]/.test(words)) return 'Words in quotation marks are never checked. Leave the marks out.'
  if (sentenceSpans(words).length > 1)
    return 'A phrase lies in one sentence, and this one goes over its end. Make two rules of it.'
  return undefined
}

function treeOf(tokens: readonly Token[]): PatternNode | Mistake {
  let at = 0
  let parts = 0
  let mistake: string | undefined
  const choice = (closes: string | undefined): PatternNode => {
    const branches: PatternNode[] = []
    let nodes: PatternNode[] = []
    for (;;) {
      const next = tokens[at]
      const isEnd = next === undefined || (next.type === 'sign' && /[)\]]/.test(next.sign))
      if (isEnd || (next.type === 'sign' && next.sign === '|')) {
        if (nodes.length === 0 && tokens.length > 1)
          mistake ??=
            'There is nothing between two of its signs. Write words there, or put what may be left out into “[…]”.'
        branches.push({type: 'sequence', nodes})
        nodes = []
      }
      if (isEnd) {
        if ((next?.type === 'sign' ? next.sign : undefined) !== closes)
          mistake ??= 'A bracket of this phrase lacks its partner. Close it, or remove it.'
        // What is left behind a wrong bracket is not read.
        if (closes === undefined) at = tokens.length
        const [only] = branches
        return branches.length === 1 && only ? only : {type: 'choice', nodes: branches}
      }
      at++
      if (next.type === 'words') nodes.push(...wordNodes(next.text))
      else if (next.type === 'verb')
        nodes.push({type: 'part', name: `~${parts++} ${next.base}`, node: anyOf(allForms(next.base))})
      else if (next.type === 'gap')
        nodes.push({type: 'part', name: `..${parts++}`, node: {type: 'gap', most: next.most}})
      else if (next.sign === '(' || next.sign === '[') {
        const node = choice(next.sign === '(' ? ')' : ']')
        at++
        nodes.push(next.sign === '(' ? node : {type: 'repeat', node, most: 1})
      }
    }
  }
  const tree = choice(undefined)
  return mistake === undefined ? tree : {mistake}
}

function wordNodes(text: string): readonly PatternNode[] {
  return wordsOf(text, 0, [], () => false).map(({norm}) => anyOf([norm]))
}

function anyOf(norms: readonly string[]): PatternNode {
  return {type: 'words', norms: new Set(norms)}
}
