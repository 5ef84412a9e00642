import {sentenceSpans} from '../../rules/kit/sentence.ts'
import type {Complaint} from './harper.ts'

interface Seam {
  readonly check: string
  readonly message: string
  readonly pattern: RegExp
}

const each: readonly Seam[] = [
  {check: 'SpaceBeforePunctuation', message: 'A space stands before a mark.', pattern: /\w+ +[,.;:!?](?![\w.])/g},
  {check: 'SpaceInsideBrackets', message: 'A space stands inside of brackets.', pattern: /[([“] +\w+|\w+ +[)\]”]/g},
  {
    check: 'DoubledPunctuation',
    message: 'Two marks stand side by side.',
    pattern: /\w*\s*[,;:][\s]*[,;:.!?]|\.\s*[,;](?!\w)/g,
  },
  {check: 'DoubledSpace', message: 'Two spaces stand side by side.', pattern: /\S+ {2,}\S+/g},
  {
    check: 'CommaAfterConjunction',
    message: 'A comma parts “and” from what it joins.',
    pattern: /\b(?:and|or|but), (?=(?:\w+ )?(?:I|you|we|it|they)\b)/gi,
  },
  {check: 'DoubledWord', message: 'A word stands twice.', pattern: /\b(?!had|that)([a-z]+) \1\b/gi},
  {
    check: 'DoubledAuxiliary',
    message: 'Two auxiliary verbs stand side by side.',
    pattern:
      /\b(?:will|would|can|could|should|may|might|must) (?:will|would|can|could|should|may|might|must|is|are|was|were|has|does|did)\b/gi,
  },
  {
    check: 'FiniteAfterTo',
    message: 'A finite verb follows “to”.',
    pattern:
      /\b(?:(?<!up |due |prior |next |compared |thanks )to) (?:is|are|was|were|has|does|did|can|will|should)\b/gi,
  },
  {
    check: 'PersonAndVerb',
    message: 'The verb does not agree with its pronoun.',
    pattern:
      /\b(?:(?<!(?:of|with|to|for|between|and|let|make|help) )(?:you|we|they|I) (?:is|was(?<!I was)|has|does|needs|wants)|(?<!(?:let|make|do|does|did|can|could|if|should|that) )(?:he|she|it) (?:are|have|do)(?!n't))\b/gi,
  },
]

/** What a cut leaves behind when it is made badly; grammar checkers for people who type do not look for all of it. */
export function seamsIn(text: string): readonly Complaint[] {
  return [...each.flatMap(seam => matchesOf(seam, text)), ...startsAndEnds(text), ...commaSplices(text)]
}

function matchesOf({check, message, pattern}: Seam, text: string): readonly Complaint[] {
  return [...text.matchAll(pattern)].map(([words]) => ({check, kind: 'Seam', message, words}))
}

function startsAndEnds(text: string): readonly Complaint[] {
  const complaint = (check: string, message: string, words: string) => ({check, kind: 'Seam', message, words})
  return sentenceSpans(text).flatMap(({start, end}) => {
    const sentence = text.slice(start, end)
    const first = /^\S+/.exec(sentence)?.[0] ?? ''
    return [
      ...(/^["“'‘(]?\p{Ll}\p{Ll}*(?!\p{Lu})/u.test(first) && !/[\p{Lu}\d./_@]/u.test(first)
        ? [complaint('SmallStart', 'A sentence starts with a small letter.', first)]
        : []),
      ...(/^[,.;:!?)]/.test(sentence) ? [complaint('MarkAtStart', 'A sentence starts with a mark.', first)] : []),
      ...(/[\p{L}\d,;]$/u.test(sentence)
        ? [complaint('NoEnd', 'A sentence ends without a mark.', sentence.slice(-20))]
        : []),
    ]
  })
}

const clauseAfterComma = /, (?:this|it|we|you|they|your \w+)(?:['’´](?:s|re|ll|ve|d)| \w+)/g
const clauseInFront = /\b(?:I|we|you|they|it|this|that|your \w+)(?:['’´](?:s|re|m|ll|ve|d)| \w+)/i
const opener =
  /^(?:@\w+ |hi,? |and |but |so )*(?:if|when|once|as|because|although|though|since|while|after|before|until|unless|to|for|in|on|at|with|by|from|based|due|\w+ing)\b/i

/** Two main clauses with a comma between them, which is what is left where a clause such as “I assure you” is cut out. */
function commaSplices(text: string): readonly Complaint[] {
  return sentenceSpans(text).flatMap(({start, end}) => {
    const sentence = text.slice(start, end)
    if (opener.test(sentence)) return []
    return [...sentence.matchAll(clauseAfterComma)]
      .filter(match => clauseInFront.test(sentence.slice(0, match.index)))
      .map(([words]) => ({check: 'CommaSplice', kind: 'Seam', message: 'A comma joins two sentences.', words}))
  })
}
