import type {Span} from '../../../rules/kit/types.ts'
import type {PlaceholderProblem} from './placeholder-problems.ts'

/** A tag that begins or ends a part of a template. */
interface Tag {
  /** Liquid, FreeMarker or Handlebars: a tag is ended in its own language only. */
  readonly language: '%' | '<' | '{'
  readonly word: string
  readonly role: 'open' | 'middle' | 'close'
  readonly raw: string
  readonly span: Span<'source'>
}

const tag =
  /\{%[-+~]?[ \t]*(end)?([a-z]+)\b[^%{}]{0,300}(?:%(?!\})[^%{}]{0,300}){0,5}%\}|<(\/)?#(if|list|switch|macro|items|attempt|else|elseif)\b(?:[^<>"'\n(]|"[^"\n]{0,100}"|'[^'\n]{0,100}'|\([^()\n]{0,100}\)){0,100}>|\{\{[-~]?[ \t]*(?:([#/^])[ \t]*(if|unless|each|with)\b[^{}]{0,200}|(else)\b[^{}.|]{0,100})\}\}/g
const halfTag = /\{%[-+~]?[ \t]*(end)?(if|unless|else|elsif|elif|for|case|when|assign|capture)\b([^{}%]{0,400})(\}?)/g
/** As in the pattern; what goes on is no tag, or was cut off. */
const longestTag = 400
const liquidBlocks =
  /^(?:if|unless|for|case|capture|comment|raw|tablerow|ifchanged|with|macro|block|filter|autoescape)$/
const liquidMiddles = /^(?:else|elsif|elif|elseif|when)$/
/** What stands in these is no template. */
const closed = /^(?:comment|raw)$/

/** Tags that have no partner, and tags that do not end. */
export function tagProblems(text: string): readonly PlaceholderProblem[] {
  const halves = [...halvesIn(text)]
  const problems: PlaceholderProblem[] = halves.map(notClosed)
  const tags = [...tagsIn(text), ...halves].sort((a, b) => a.span.start - b.span.start)
  const open: Tag[] = []
  // How many are open of each sort, so that a file full of ends is not looked through for each.
  const counts = new Map<string, number>()
  const count = (key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by)
  const note = ({language, word}: Tag, by: number) => {
    count(language, by)
    count(language + word, by)
  }
  for (const found of tags) {
    const {language, word, role} = found
    const top = open.at(-1)
    if (top !== undefined && closed.test(top.word) && !(role === 'close' && word === top.word)) continue
    if (role === 'open') {
      open.push(found)
      note(found, 1)
    } else if (!counts.get(role === 'middle' ? language : language + word)) problems.push(alone(found))
    else if (role === 'close') {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        note(last, -1)
        if (last.language === language && last.word === word) break
        problems.push(unended(last))
      }
    }
  }
  return [...problems, ...open.map(unended)]
}

/** Tags of Liquid that end in one brace, or not at all. */
function* halvesIn(text: string): Generator<Tag> {
  for (const match of text.matchAll(halfTag)) {
    const [whole, end, word = '', rest = '', brace] = match
    if (!brace && (rest.length === longestTag || text.charAt(match.index + whole.length) === '%')) continue
    const raw = brace ? whole : (/^.*/.exec(whole)?.[0] ?? '').trimEnd()
    const role = end ? 'close' : liquidMiddles.test(word) ? 'middle' : 'open'
    if (role === 'open' && !liquidBlocks.test(word)) continue
    yield {language: '%', word, role, raw, span: {start: match.index, end: match.index + raw.length}}
  }
}

function notClosed({raw, span}: Tag): PlaceholderProblem {
  // Without a brace, what follows on its line may be prose already.
  const fix = raw.endsWith('}') ? `${raw.slice(0, -1).trimEnd()} %}` : undefined
  const message = `“${shown(raw)}” is not closed; a tag ends in “%}”.`
  return {code: 'unbalanced-placeholder', message, span, ...(fix !== undefined && {fix})}
}

function* tagsIn(text: string): Generator<Tag> {
  for (const match of text.matchAll(tag)) {
    const [raw, end, liquid, slash, directive, sign, helper, otherwise] = match
    const base = {raw, span: {start: match.index, end: match.index + raw.length}}
    if (liquid !== undefined) {
      if (liquidBlocks.test(liquid)) yield {...base, language: '%', word: liquid, role: end ? 'close' : 'open'}
      else if (end === undefined && liquidMiddles.test(liquid))
        yield {...base, language: '%', word: liquid, role: 'middle'}
    } else if (directive !== undefined) {
      const role = /^else/.test(directive) ? 'middle' : slash ? 'close' : 'open'
      yield {...base, language: '<', word: directive, role}
    } else if (helper !== undefined) yield {...base, language: '{', word: helper, role: sign === '/' ? 'close' : 'open'}
    else if (otherwise !== undefined && text.includes('{{#'))
      yield {...base, language: '{', word: otherwise, role: 'middle'}
  }
}

function partner({language, word, role}: Tag): string {
  if (role === 'middle') return language === '%' ? '{% if … %}' : language === '<' ? '<#if …>' : '{{#if …}}'
  if (role === 'close')
    return language === '%' ? `{% ${word} … %}` : language === '<' ? `<#${word} …>` : `{{#${word} …}}`
  return language === '%' ? `{% end${word} %}` : language === '<' ? `</#${word}>` : `{{/${word}}}`
}

const unended = (found: Tag): PlaceholderProblem => ({
  code: 'unbalanced-placeholder',
  message: `“${shown(found.raw)}” has no end; add “${partner(found)}” where its part ends.`,
  span: found.span,
})

const alone = (found: Tag): PlaceholderProblem => ({
  code: 'unbalanced-placeholder',
  message: `“${shown(found.raw)}” belongs to nothing; add “${partner(found)}” before it, or remove it.`,
  span: found.span,
})

const shown = (raw: string): string => (raw.length > 40 ? `${raw.slice(0, 39)}…` : raw).replace(/\s+/g, ' ')
