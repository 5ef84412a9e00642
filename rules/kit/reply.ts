import {firstWord, inConditional} from './clauses.ts'
import {known} from './known.ts'
import {has, pattern} from './pattern.ts'
import {stopBehind, withoutInitials} from './rewrite.ts'
import {sectionsOf} from './sections.ts'
import {type Sentence, sentenceSpans} from './sentence.ts'
import type {DocumentMatch, FactId, Outline, OutlineBlock, OutlineSection, Span} from './types.ts'
import {countWords} from './word-scan.ts'

const step =
  '(access|accept|activate|add|adjust|answer|apply|approve|ask|attach|back|book|browse|buy|call|cancel|change|check|checkout|choose|clear|click|close|collect|comment|compare|complete|configure|confirm|connect|consider|contact|copy|create|delete|describe|disable|disconnect|dispose|double-check|download|drag|dm|edit|email|enable|ensure|enter|exit|expand|export|file|fill|find|finish|follow|force|forward|generate|get|give|go|grab|head|have|hit|hop|import|include|indicate|inform|insert|install|join|keep|leave|link|list|locate|log|look|make|mark|merge|modify|move|navigate|nominate|notify|obtain|open|order|pass|paste|pay|perform|pick|place|plug|post|prepare|press|print|promote|provide|purchase|push|put|re-create|re-enable|re-enter|re-upload|reach|read|rebase|reboot|recreate|refer|reference|refill|refresh|register|reinstall|reload|remove|rename|reopen|replace|reply|report|request|resend|reset|respond|restart|restore|resubmit|retry|return|review|rotate|run|save|scan|schedule|scroll|search|select|send|set|share|shut|sign|skip|specify|start|stop|submit|subscribe|switch|take|tap|tell|test|toggle|track|transfer|try|turn|type|uninstall|unlink|unplug|update|upgrade|upload|use|verify|view|visit|vote|wait|write)'
const cue =
  '(please|kindly|pls|then|next|first|second|secondly|finally|afterwards|afterward|alternatively|instead|otherwise|simply|just|to begin|if not|,|:|;|-|–|—)'
const opening = pattern(
  `(<adverb>|please|pls|kindly|do not|never|,)* verb=${step} not=(,|:|'s|is|are|was|has|will|can)?`,
)
const imperative = pattern(
  `${cue} (<adverb>|please)? verb=${step} not=(,|'s|is|are|was|has|will|can|.)?`,
  '(please|kindly|pls) <adverb>? verb=<base>',
  'be sure to verb=<base>',
)
const advice = pattern(
  "you <adverb>? (will|'d|would|might|may)? <adverb>? (can|could|need to|must|should|have to|want to|may|might|like to|be able to|are required to|are welcome to) <adverb>* (be)? verb=<base>",
  '(can|could|would|will) you (please|kindly|<adverb>)* verb=(<base>|be (kind|so kind|able|more)|mind)',
  '(can|could|may|might) (i|we) <adverb>* (please|kindly)? (have|get|ask|see) verb=<word>',
  '(we|i|i would|we would) <adverb>* (kindly)? (ask|need|require|recommend|suggest|advise|encourage|invite|request) <adverb>? (that)? verb=<word>',
  '(i|we) (would|will) <adverb>* (recommend|suggest|advise|encourage|need|ask|like you) verb=<word>',
  'would .. (help|helpful|great|appreciate|appreciated|useful) .. if you .. verb=<base>',
  'your best (bet|option|chance|way) .. is verb=to',
  '(best|easiest|first|next|only) (way|step|thing) (is|to|you) verb=<word>',
  'in order to .. verb=you',
  'mind verb=<ing>',
  `let (us|'s) <adverb>? verb=${step}`,
)
/** Politeness that asks for nothing. */
const courtesy =
  /^(?:do|don|note|accept|be|bear|feel|hesitate|know|understand|allow|rest|forgive|excuse|keep in|find|do not hesitate|don|see|remember|continue|stay|hang|enjoy|thank)$/

/** The words by which a sentence asks the reader to do something, or tells them how: “please send …”, “you can open …”. */
export function instructionIn(sentence: Sentence): Span<'prose'> | undefined {
  const first = opening.at(sentence.words, firstWord(sentence))
  for (const found of [...(first ? [first] : []), ...imperative.all(sentence), ...advice.all(sentence)]) {
    const {verb} = found.parts
    if (!verb || has(found, 'not')) continue
    const word = sentence.words[verb.from]
    if (!word || courtesy.test(word.norm)) continue
    return {start: word.start, end: word.end}
  }
  return undefined
}

/** Where a reply's own text starts and ends: the blocks between the greeting and the signature; end exclusive. */
export function bodyOf({blocks}: Outline): {readonly from: number; readonly to: number} {
  let to = blocks.length
  while (to > 1 && isSignature(blocks[to - 1])) to--
  const first = blocks[0]
  const from = to > 1 && first && first.prose.length < 40 && /[,!:]\W*$/.test(first.prose) ? 1 : 0
  return {from, to}
}

function isSignature(block: OutlineBlock | undefined): boolean {
  if (!block || block.kind === 'item') return false
  return block.facts.some(fact => fact.id === 'signature' && fact.span.start === 0) || !/\p{L}{2}/u.test(block.prose)
}

/** Whether a block states one of these; quoted blocks and headings too. */
export function states(outline: Outline, ...ids: readonly FactId[]): boolean {
  return sectionsOf(outline).some(section => {
    const stated = statedIn(section)
    return ids.some(id => stated.has(id))
  })
}

const statedIn = known(
  ({blocks}: OutlineSection): ReadonlySet<FactId> => new Set(blocks.flatMap(({facts}) => facts.map(({id}) => id))),
)

/** How many words the reply has, greeting and signature left out. */
export function lengthOf(outline: Outline): number {
  const {from, to} = bodyOf(outline)
  return outline.blocks.slice(from, to).reduce((sum, {prose}) => sum + countWords(prose), 0)
}

/** “-Ana”, “^AL”, “Thanks - Ana”, “Thank you in advance.” */
const signOff =
  /^(?:(?:ty|thx|[^\p{L}\p{N}]){0,8}[\^*/~–—-]+\s*\p{L}+(?:[^\p{L}]{1,3}\p{L}+){0,2}[^\p{L}]*$|(?:thanks|thank you|cheers|best|regards|have an?)\b.{0,30}$|\p{Lu}\p{L}*[^\p{L}]*$)|^[^\p{L}]*$|^https?:\S+$/iu
/** A match at the end of the reply's own text that adds a sentence there, or a block where the text ends with a list or a question. */
export function atEnd(outline: Outline, sentence: string, more: Partial<DocumentMatch> = {}): readonly DocumentMatch[] {
  const {to} = bodyOf(outline)
  let index = to - 1
  while (index > 0 && outline.blocks[index]?.kind !== 'paragraph') index--
  const block = outline.blocks[index]
  if (!block) return []
  const spans = sentenceSpans(block.prose)
  const last = spans.findLastIndex(({start, end}, at) => at === 0 || !signOff.test(block.prose.slice(start, end)))
  const span = spans[last]
  if (!span) return []
  const said = block.prose.slice(span.start, span.end)
  const text = withoutInitials(said)
  const end = span.start + text.length
  const fits = block.kind === 'paragraph' && !/[:,]$/.test(text) && !signOff.test(text)
  const rewrites = fits
    ? [
        {
          span: {start: end, end},
          text: `${stopBehind(text, block.marks, end)} ${sentence}`,
          safety: 'needs-input' as const,
        },
      ]
    : []
  return [{block: index, span, rewrites, ...more}]
}

/** Whether the clause that starts at `at` is part of a condition; one behind “and” is not (“tell me when you were there and I'll …”). */
export function hangsOnIf(sentence: Sentence, at: number): boolean {
  return !/^(?:and|then|so|&)$/.test(sentence.words[at - 1]?.norm ?? '') && inConditional(sentence, at)
}
