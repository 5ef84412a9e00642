import {bodyOf} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import {sentenceSpans} from '../kit/sentence.ts'
import type {DocumentMatch, Outline} from '../kit/types.ts'

const subject =
  /\b(?:abus(?:e|ive)|harass\w*|profan\w*|offensive|insult(?:s|ing)?|disrespect\w*|swear\w*|threaten\w*|hostile|foul language|code of conduct|inappropriate language|personal attacks?)\b/i
const named = /\b(?:boundar(?:y|ies)|ending the (?:chat|call|conversation))\b/i
const parts: readonly {readonly name: string; readonly cue: RegExp; readonly sentence: string}[] = [
  {
    name: 'that you want to help',
    cue: /\b(?:want|happy|glad|like|here|keep|love|able|can|willing) (?:to )?(?:keep )?(?:help|assist|work|continu|solv|get|fix|resolv)\w*|\bhelp you\b/i,
    sentence: `I want to help you with ${slot('the issue')}.`,
  },
  {
    name: 'what has to change',
    cue: /\b(?:respect\w*|courte\w*|civil|polite|calm|language|insults?|abus\w*|attacks?|threat\w*|swear\w*|profan\w*|offensive|harass\w*|tone)\b/i,
    sentence: 'I can do that while our messages stay respectful.',
  },
  {
    name: 'what follows, and who takes over',
    cue: /\b(?:manager|supervisor|lead|colleague|team|specialist|hr|human resources)\b|\b(?:end|pause|close|leave) (?:this|the|our) (?:chat|conversation|call|ticket)\b[^.]*\bwill\b/i,
    sentence: `If it continues, I'll end this conversation, and ${slot('who')} will write to you by ${slot('time')}.`,
  },
]

export default defineRule({
  id: 'boundary-incomplete',
  principle: 'standing',
  scope: ['macro'],
  level: 'document',
  severity: 'suggestion',
  message: 'This boundary doesn’t say {missing}.',
  why: 'A boundary holds when it names the behaviour, keeps the wish to help, and says what follows and who takes over. Without one of them it reads as a threat or a farewell.',
  sources: [
    'Navigating User Pushback: set clear boundaries; respect is a non-negotiable part of the interaction',
    'Navigating User Pushback: end the conversation and involve management if necessary',
  ],
  serves: ['set-boundaries', 'record', 'stay-calm', 'standing'],
  examples: [
    {title: 'Abusive language warning', bad: 'Hi {name},\n\n«Stop using that language.»'},
    {
      title: 'Boundary',
      bad: 'I want to help you with the export. «Please keep the messages free of insults.»',
      better:
        "I want to help you with the export. Please keep the messages free of insults. If it continues, I'll end this conversation, and [who] will write to you by [time].",
    },
    {title: 'Ending the chat', bad: '«Your messages are offensive.»'},
    {
      title: 'Code of conduct',
      bad: "«Your messages break our code of conduct, and we'll close the chat.»",
    },
    {
      title: 'Abusive language warning',
      good: "Hi {name},\n\nI want to help you get this fixed. I can only do that while our messages stay respectful. If the insults continue, I'll end this chat and pass the case to my manager, who will email you today.",
    },
    {
      title: 'Boundary',
      good: "I'd like to keep working on this with you. Please keep the messages free of personal attacks. If it continues, I'll pause the chat and involve my supervisor.",
    },
    {title: 'Data export', good: "Here's how to export your data."},
    {title: 'Report abuse', good: 'To report abusive content, open the post and select **Report**.'},
  ],
  check(outline) {
    if (!isBoundary(outline)) return []
    const text = outline.blocks.map(block => block.prose).join('\n')
    const missing = parts.filter(({cue}) => !cue.test(text))
    return missing.length > 0 ? atEndOfText(outline, missing) : []
  },
})

/** Whether the reply sets a boundary: by its purpose, or by its title together with no way to report others. */
function isBoundary({purpose, title, blocks}: Outline): boolean {
  if (purpose === 'boundary') return true
  if (title !== undefined) return (subject.test(title) || named.test(title)) && !/\breport/i.test(title)
  return blocks.some(
    ({prose}) =>
      subject.test(prose) &&
      /\byour (?:\w+ ){0,2}(?:messages?|tone|language|behaviou?r|replies|comments?|conduct)\b/i.test(prose),
  )
}

function atEndOfText(outline: Outline, missing: typeof parts): readonly DocumentMatch[] {
  const {to} = bodyOf(outline)
  const block = outline.blocks[to - 1]
  if (!block) return []
  const span = sentenceSpans(block.prose).at(-1) ?? {start: 0, end: block.prose.length}
  const text = ' ' + missing.map(({sentence}) => sentence).join(' ')
  const rewrites =
    block.kind === 'paragraph' ? [{span: {start: span.end, end: span.end}, text, safety: 'needs-input' as const}] : []
  return [{block: to - 1, span, values: {missing: missing.map(({name}) => name).join(', or ')}, rewrites}]
}
