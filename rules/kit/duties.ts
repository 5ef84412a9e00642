import {conduct, purposeOf, sentencesOf} from './purpose.ts'
import {atEnd, lengthOf, states} from './reply.ts'
import {slot} from './rewrite.ts'
import type {DocumentMatch, Outline, Purpose} from './types.ts'

/** Something that a reply of some purpose owes its reader. */
export interface Duty {
  /** What it says, so that “This reply doesn't say …” reads well. */
  readonly name: string
  readonly isMet: (outline: Outline) => boolean
  /** A sentence that says it, with slots. */
  readonly sentence: string
  /** Set where a short message in the middle of a conversation owes it too. */
  readonly always?: boolean
  /** Whether this reply owes it; every one does where this is absent. */
  readonly isOwed?: (outline: Outline) => boolean
}

const cue =
  (pattern: RegExp) =>
  (outline: Outline): boolean =>
    sentencesOf(outline).some(text => pattern.test(text))

const heard: Duty = {
  name: 'that the concern was heard',
  isMet: outline => states(outline, 'acknowledgement'),
  sentence: `I can see that ${slot('what happened to them')}.`,
}
const owned: Duty = {
  name: 'what you did or will do',
  isMet: outline => states(outline, 'ownership'),
  sentence: `I'll ${slot('next action')} by ${slot('day and time')}.`,
}
const next: Duty = {
  name: 'what happens next',
  isMet: outline => states(outline, 'next-step'),
  sentence: `Next, ${slot('who does what')} by ${slot('day and time')}.`,
  always: true,
}
const wayBack: Duty = {
  name: 'how to come back to you',
  isMet: outline =>
    states(outline, 'invitation', 'help-route') ||
    cue(/\bre-?open|\b(?:reply|respond|write|contact|call|come) (?:\w+ ){0,2}(?:us|me|back|here|to this)\b/i)(outline),
  sentence: 'Reply at any time to reopen it.',
}
const when: Duty = {
  name: 'when you write again',
  isMet: outline => states(outline, 'time'),
  sentence: `I'll write to you by ${slot('day and time')}.`,
}

const unnamed =
  'relevant|appropriate|responsible|concerned|right|other|another|respective|internal|different|correct|dedicated|whole|entire|this|that|the|our|a|your|support|customer'
const who = new RegExp(
  `\\b(?!(?:${unnamed})\\b)[\\w-]+ (?:team|department|division|office)\\b|\\b(?:specialists?|engineers?|engineering|manager|supervisor|developers?|maintainers?|experts?|representative|team lead|tier (?:2|two)|second[- ]level)\\b|\\b(?:to|with|cc['’]?d|pinging|from|ask(?:ed|ing)?) \\uFFFC|\\uFFFC (?:is|has|will|takes|looks)\\b|@\\w`,
  'i',
)
const duties: Readonly<Record<Purpose, readonly Duty[]>> = {
  answer: [heard, owned, next, wayBack],
  ask: [
    heard,
    {
      name: 'why you need it',
      isMet: cue(
        /\b(?:so (?:that |we |i |our |they |it )|to (?:help|assist|check|find|investigate|look|review|fix|confirm|trace|see|understand|reproduce|verify|process|proceed|make|ensure|resolve|debug|locate|complete|be able|better)\b|in order to|because|since|as (?:we|it|this|the)\b|otherwise|before we|once (?:we|you|this|i)|with (?:it|that|them|this)\b|(?:will|would|['’]ll) (?:help|let|allow|enable|be able)|can (?:then )?(?:help|look|investigate|check|find|review|merge|upload|proceed|change)|need\w* (?:it|this|them|that) (?:to|for))/i,
      ),
      sentence: `With it I can ${slot('what you do with it')}.`,
      always: true,
    },
  ],
  limitation: [
    heard,
    {
      name: 'what is possible instead',
      isMet: outline => states(outline, 'alternative', 'escalation', 'help-route', 'failure-branch'),
      sentence: `What I can do is ${slot('alternative')}.`,
      always: true,
    },
  ],
  escalation: [
    {name: 'who takes it on', isMet: cue(who), sentence: `${slot('Name or team')} takes it on.`, always: true},
    {
      name: 'why it goes to them',
      isMet: cue(
        /\b(?:because|since|so (?:that|we|they|i|he|she)\b|as (?:they|this|it|the)\b|who (?:can|has|have|will|know\w*)|they (?:can|have|own|know|maintain|set|decide)|to (?:check|find|investigate|look|review|fix|confirm|trace|see|schedule|follow|alert|assist|help|process|discuss|get|reproduce|correct|restore|decide|approve)|for (?:their|further|a|an|the|more)? ?(?:\w+ )?(?:investigation|review|input|approval|decision|help|advice|assistance|check)|needs? (?:a|an|their|somebody|someone|access))/i,
      ),
      sentence: `They can ${slot('what they can do that we cannot')}.`,
    },
    {...when, always: true},
  ],
  boundary: [
    {
      name: 'that you want to help',
      isMet: cue(
        /\b(?:want|happy|glad|like|here|keep|love|able|can|willing) (?:to )?(?:keep )?(?:help|assist|work|continu|solv|get|fix|resolv)\w*|\bhelp you\b/i,
      ),
      sentence: `I want to help you with ${slot('the issue')}.`,
      always: true,
    },
    {
      name: 'what has to change',
      isMet: cue(
        /\b(?:respect\w*|courte\w*|civil|polite|calm|language|insults?|abus\w*|attacks?|threat\w*|swear\w*|profan\w*|offensive|harass\w*|tone)\b/i,
      ),
      sentence: 'I can do that while our messages stay respectful.',
      always: true,
    },
    {
      name: 'what follows, and who takes over',
      isMet: cue(
        /\b(?:manager|supervisor|lead|colleague|team|specialist|hr|human resources)\b|\b(?:end|pause|close|leave) (?:this|the|our) (?:chat|conversation|call|ticket)\b[^.]*\bwill\b/i,
      ),
      sentence: `If it continues, I'll end this conversation, and ${slot('who')} will write to you by ${slot('time')}.`,
      always: true,
    },
    {
      name: 'that it is recorded',
      isMet: cue(/\b(?:record(?:ed|ing|ings|s)?|transcripts?)\b/i),
      sentence: 'This conversation is recorded.',
      always: true,
      isOwed: ({recorded}) => recorded === true,
    },
  ],
  withdrawal: [
    {
      name: 'why it ends',
      isMet: cue(
        /\b(?:because|since|as (?:it|this|there|we|you|the|i|per)\b|due to|after|reason|duplicate|inactiv\w*|obsolete|no (?:reply|response|longer|further)|(?:have|has)(?:n['’]t| not) (?:heard|received|been)|(?:did|do)(?:n['’]t| not) (?:hear|reply|receive)|(?:is|are|has been|was|seems|marked|already) (?:\w+ )?(?:resolved|solved|fixed|settled|complete|reserved|labell?ed)|at your request|you asked|therefore|thus|violat\w*|insults?|abus\w*|finished|rather than|instead of|in order to|to keep)\b/i,
      ),
      sentence: `I'm closing this because ${slot('reason')}.`,
      always: true,
    },
    {
      name: 'what is on record',
      isMet: cue(
        /\b(?:record(?:ed|s)?|not(?:ed|es)|log(?:ged)?|summar\w+|recap|document(?:ed)?|reported|copy of|transcript|(?:case|ticket|reference) (?:number|id)|so far|what (?:we|i) (?:did|tried))\b|\b(?:i|we)(?:['’]ve| have) (?:\w+ly )?(?:tried|reset|sent|shared|tested|restored|refunded|fixed|attached|passed)\b/i,
      ),
      sentence: `I've noted ${slot('what was tried')} on your case.`,
      // Many replies only tidy up; the record counts where the writer calls it a withdrawal, or conduct is the reason.
      isOwed: outline => outline.purpose === 'withdrawal' || cue(conduct)(outline),
    },
    {...wayBack, always: true},
  ],
  status: [
    {
      name: 'how the matter stands',
      isMet: outline => states(outline, 'ownership', 'next-step') || cue(/\b(?:is|are|has been|have been)\b/i)(outline),
      sentence: `So far, ${slot('what is done')}.`,
      always: true,
    },
    when,
  ],
}

/** Fewer words than this without a greeting are a line within a conversation. */
const followUp = 25

/** What the reply owes its reader, by its purpose; a short line within a conversation owes less. */
export function dutiesOf(outline: Outline): readonly Duty[] {
  const short = lengthOf(outline) < followUp && !states(outline, 'greeting')
  return duties[purposeOf(outline)].filter(
    ({always, isOwed}) => (!short || always === true) && (isOwed?.(outline) ?? true),
  )
}

/** A match at the end of a reply of that purpose which leaves out something that it owes; less sure where the purpose is inferred. */
export function unmetDuties(outline: Outline, purpose: Purpose): readonly DocumentMatch[] {
  if (purposeOf(outline) !== purpose) return []
  const missing = dutiesOf(outline).filter(({isMet}) => !isMet(outline))
  if (missing.length === 0) return []
  return atEnd(outline, missing.map(({sentence}) => sentence).join(' '), {
    values: {missing: missing.map(({name}) => name).join(', or ')},
    // A boundary is told by words about conduct, which nothing else has.
    ...(outline.purpose === undefined && purpose !== 'boundary' ? {severity: 'hint' as const} : {}),
  })
}
