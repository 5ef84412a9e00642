import {type Found, pattern} from './pattern.ts'
import {placeholderSort} from './placeholder-sort.ts'
import type {Sentence} from './sentence.ts'
import type {Mark, Span} from './types.ts'

const count =
  '(?:\\d[\\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:-four)?|thirty|forty-eight|seventy-two|(?:an? |the next )?(?:few|couple(?: of)?)|several|half an)'
const unit = '(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|quarters?)'
const weekday = '(?:mon|tues?|wednes|thurs?|fri|satur|sun)day'
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)'

/** Times and delays that a reader can plan by; what lies behind (“two days ago”) is none, nor are opening hours. */
const stated = new RegExp(
  [
    `(?<!\\b(?:past|last|every|hours|times) )\\b${count}(?:\\s?(?:-|–|to|or)\\s?${count})?[\\s-]?(?:(?:business|working|calendar|full|more|additional)[\\s-])?${unit}\\b(?! (?:ago|a (?:day|week)|per|old)\\b)`,
    '\\b(?:today|tonight|tomorrow|overnight|noon|midday|midnight|eod|eob|cob)\\b',
    '\\b(?:this|next|the following|the same) (?:(?:business|working) )?(?:morning|afternoon|evening|day|week|weekend|month|quarter|year|hour)\\b',
    `\\b(?:end|close|start|beginning|middle) of (?:the |this |next |your |each |every )?(?:business|${unit}|${month})\\b`,
    `\\b${weekday}s?\\b`,
    `\\b(?:in|by|until|before|from|early|late|mid|during)[ -]${month}\\b|\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\\b`,
    '\\b\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m\\b|\\b\\d{1,2}:\\d\\d\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})\\b|\\b20[2-9]\\d\\b|\\bq[1-4]\\b',
    '\\bwithin (?:the|an) (?:hour|day|week)\\b|\\b(?:right|straight) ?away\\b|\\b(?:immediately|instantly|at once)\\b',
    '\\bevery (?:day|hour|week|morning|(?:\\d+|two|few) \\w+)\\b|\\b(?:daily|hourly|weekly)\\b',
  ].join('|'),
  'i',
)

/** The first time or delay that the sentence states, or a placeholder for one; undefined where it states none. */
export function statedTime({text, start, end, marks}: Sentence): Span<'prose'> | undefined {
  const match = stated.exec(text)
  if (match) return {start: start + match.index, end: start + match.index + match[0].length}
  return marks.find(mark => mark.start >= start && mark.end <= end && isTime(mark))
}

const isTime = ({kind, text}: Mark): boolean =>
  (kind === 'placeholder' || kind === 'code') && placeholderSort(text ?? '') === 'time'

const vague = pattern(
  'as (soon|quickly|fast|swiftly|promptly|quick) as (is|humanly|reasonably)? possible',
  'as? (soon|quickly|fast|swiftly|promptly|quick) as (i|we|they) <adverb>? (can|could|may|(am|are) able)',
  '(as and when|as|as soon as|once|when) (it|they|this|that|these|one|more) <word>? (become|becomes|is|are) <adverb>* (available|accessible|possible|feasible)',
  '(as soon as|once) (i|we|they) (am|are) able',
  'at (our|my|their|the) (very)? earliest (convenience|opportunity)?',
  'at (some|a later) (point|stage|date|time) (soon|in the future)?',
  'in (the|a)? (very)? (near|not too distant|foreseeable) future',
  '(in|over) the (coming|following) (hours|days|weeks|months)',
  'when (i|we|they) (can|(am|are) able|get (a|the) (chance|time|moment)|get (to|around to) it|have (a chance|time|the time|a moment))',
  'in due (course|time)',
  'in the future',
  'before (too)? long',
  'one of these days',
  '(very|real|pretty|quite)? (soon|shortly)',
  '(asap|momentarily)',
)
/** The first words that leave a time open: “soon”, “as soon as possible”, “at some point”; not “as soon as it ends”. */
export function vagueTime(sentence: Sentence): Found | undefined {
  return vague.all(sentence).find(found => !isEvent(sentence, found))
}

/** “As soon as the export ends”, “soon after”: a moment that can be told. */
function isEvent({words}: Sentence, {from, to}: Found): boolean {
  return (
    words[from - 1]?.norm === 'as' ||
    /^(?:as|after|before|thereafter|to)$/.test(
      /^(?:able)$/.test(words[to - 1]?.norm ?? '') ? '' : (words[to]?.norm ?? ''),
    )
  )
}
