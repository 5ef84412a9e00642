import {slot} from './kit/rewrite.ts'
import type {FactId, Principle, Purpose} from './kit/types.ts'
import type {SeedId} from './seeds.ts'

/** A sentence or two that a reply can use, in a few tones, with slots for what only the writer knows. */
export interface Line {
  /** What a writer types to find it, other words for it behind. */
  readonly name: string
  readonly also?: string
  /** What it does for the reader. */
  readonly does: string
  readonly principle: Principle
  /** The statement of the source texts that is the reason for it. */
  readonly serves: SeedId
  /** The purposes of replies that it is for. */
  readonly fits: readonly Purpose[]
  /** What it states, as a recogniser finds it. */
  readonly states: readonly FactId[]
  /** What a reply owes its reader and has said with this line; the names of the duties. */
  readonly pays: readonly string[]
  /** Whether it stands only where the reply begins. */
  readonly opens?: true
  readonly variants: readonly Variant[]
}

interface Variant {
  readonly tone: string
  /** With straight apostrophes, contractions, and slots. */
  readonly text: string
}

const every: readonly Purpose[] = ['answer', 'ask', 'limitation', 'escalation', 'boundary', 'withdrawal', 'status']
const time = slot('day and time')
const action = slot('next action')

/** The lines that Poise offers, in the order in which a reply uses them. */
export const lines: readonly Line[] = [
  {
    name: 'greeting',
    also: 'hello',
    does: 'Addresses the customer by name',
    principle: 'understanding',
    serves: 'greet',
    fits: every,
    states: ['greeting'],
    pays: [],
    opens: true,
    variants: [
      {tone: 'friendly', text: `Hi ${slot('name')},`},
      {tone: 'neutral', text: `Hello ${slot('name')},`},
      {tone: 'formal', text: `Dear ${slot('name')},`},
    ],
  },
  {
    name: 'acknowledgement',
    also: 'empathy heard',
    does: 'Names the concern, so that the customer knows it was heard',
    principle: 'understanding',
    serves: 'heard-first',
    fits: ['answer', 'ask', 'limitation', 'escalation', 'status'],
    states: ['acknowledgement'],
    pays: ['that the concern was heard'],
    variants: [
      {tone: 'warm', text: `I can see why ${slot('what happened')} is ${slot('what it means for them')}.`},
      {tone: 'sorry', text: `I'm sorry that ${slot('what went wrong')} and that it cost you ${slot('what it cost')}.`},
      {tone: 'brief', text: `You asked for ${slot('what they need')}, and so far you have ${slot('what they got')}.`},
    ],
  },
  {
    name: 'ownership',
    also: 'responsibility',
    does: 'Says what you do yourself, and when they hear of it',
    principle: 'intent',
    serves: 'trusted-adviser',
    fits: ['answer', 'ask', 'limitation', 'escalation', 'status'],
    states: ['ownership', 'time'],
    pays: ['what you did or will do', 'when you write again'],
    variants: [
      {tone: 'plain', text: `I'll ${action} myself and write to you by ${time}.`},
      {
        tone: 'done already',
        text: `I've ${slot('what you did')}, and I'll check ${slot('the result')} again on ${time}.`,
      },
      {
        tone: 'with a team',
        text: `I've asked our ${slot('which')} team to ${slot('what they do')}, and I'll write to you by ${time} with what they found.`,
      },
    ],
  },
  {
    name: 'next step',
    also: 'what happens next',
    does: 'Says what happens next, and by when',
    principle: 'intent',
    serves: 'manage',
    fits: ['answer', 'ask', 'limitation', 'escalation', 'status'],
    states: ['next-step', 'time'],
    pays: ['what happens next'],
    variants: [
      {tone: 'ours', text: `Next, I'll ${action} by ${time}, and you'll see ${slot('what they see')}.`},
      {
        tone: 'theirs',
        text: `Please ${slot('one step')}. You'll see ${slot('what they see')} within ${slot('how long')}.`,
      },
      {
        tone: 'both',
        text: `Once you ${slot('one step')}, I'll ${action}, and you'll have ${slot('the result')} by ${time}.`,
      },
    ],
  },
  {
    name: 'alternative',
    also: 'instead limitation no',
    does: 'Puts something possible next to a no',
    principle: 'standing',
    serves: 'what-can-be-done',
    fits: ['limitation'],
    states: ['alternative'],
    pays: ['what is possible instead'],
    variants: [
      {tone: 'ours', text: `What I can do is ${slot('alternative')}, and you'll have it by ${time}.`},
      {tone: 'theirs', text: `You can ${slot('alternative')} instead, which gives you ${slot('what they need')}.`},
      {
        tone: 'with the no',
        text: `We can't ${slot('what they asked for')}, because ${slot('reason')}. What I can do today is ${slot('alternative')}.`,
      },
    ],
  },
  {
    name: 'question',
    also: 'ask missing fact',
    does: 'Asks for one missing fact, and says what it is for',
    principle: 'intent',
    serves: 'no-detours',
    fits: ['ask'],
    states: ['next-step'],
    pays: ['why you need it'],
    variants: [
      {tone: 'direct', text: `Which ${slot('thing')} do you use? With it I can ${slot('what you do with it')}.`},
      {
        tone: 'request',
        text: `Please send me ${slot('the one fact')}, so that I can ${slot('what you do with it')} by ${time}.`,
      },
      {
        tone: 'optional',
        text: `Could you tell me ${slot('the one fact')}? It decides ${slot('what it decides')}, and with it I'll ${action} the same day.`,
      },
    ],
  },
  {
    name: 'escalation',
    also: 'hand over specialist',
    does: 'Says who takes it on, what they have, and when the customer hears',
    principle: 'standing',
    serves: 'escalate',
    fits: ['escalation', 'boundary'],
    states: ['escalation', 'time'],
    pays: ['who takes it on', 'why it goes to them', 'when you write again'],
    variants: [
      {
        tone: 'by name',
        text: `I've passed this on to ${slot('their name')} in our ${slot('which')} team, who can ${slot('what they can do')}. They have ${slot('what you handed over')}, and you'll hear from them by ${time}.`,
      },
      {
        tone: 'you stay in charge',
        text: `I've asked a specialist from our ${slot('which')} team to take this on, because ${slot('reason')}. They have ${slot('what you handed over')}, so there's nothing to repeat, and I'll write to you with their answer by ${time}.`,
      },
    ],
  },
  {
    name: 'status update',
    also: 'progress so far',
    does: 'Says what is done, what is open, and when the next word comes',
    principle: 'knowledge',
    serves: 'relaxed-resolve',
    fits: ['status', 'escalation'],
    states: ['time'],
    pays: ['how the matter stands', 'when you write again'],
    variants: [
      {
        tone: 'plain',
        text: `So far, ${slot('what is done')}. The next step is ${slot('what is open')}, and I'll write to you by ${time} with the result.`,
      },
      {
        tone: 'still working',
        text: `We're ${slot('what you are doing')} at the moment and know that ${slot('what is known')}. My next update reaches you by ${time}, finished or not.`,
      },
    ],
  },
  {
    name: 'boundary',
    also: 'limits respect',
    does: 'Keeps the help on offer, says calmly what has to change, and what follows',
    principle: 'standing',
    serves: 'set-boundaries',
    fits: ['boundary'],
    states: [],
    pays: ['that you want to help', 'what has to change', 'what follows, and who takes over'],
    variants: [
      {
        tone: 'calm',
        text: `I want to help you with ${slot('the issue')}, and I can do that while our messages stay respectful. If they don't, I'll end this conversation, and my manager, ${slot('their name')}, will write to you by ${time}.`,
      },
      {
        tone: 'short',
        text: `I'm here to help with ${slot('the issue')}. For that, our messages need to stay polite. If that isn't possible today, I'll pause this conversation, and my manager will take over on ${time}.`,
      },
    ],
  },
  {
    name: 'recording notice',
    also: 'boundary recorded',
    does: 'Says that there is a record, and what for',
    principle: 'standing',
    serves: 'record',
    fits: ['boundary'],
    states: [],
    pays: ['that it is recorded'],
    variants: [
      {tone: 'plain', text: 'This conversation is recorded, so that my manager can follow what was said.'},
      {tone: 'with an offer', text: `This conversation is recorded, and you can ask ${slot('whom')} for a copy.`},
    ],
  },
  {
    name: 'record',
    also: 'documented steps tried',
    does: 'Tells the customer what was done and noted',
    principle: 'knowledge',
    serves: 'document-everything',
    fits: ['withdrawal', 'escalation', 'status'],
    states: ['ownership'],
    pays: ['what is on record'],
    variants: [
      {tone: 'plain', text: `I've noted on your case that we ${slot('what was tried')}.`},
      {
        tone: 'with a number',
        text: `I've noted ${slot('what was tried')} on your case, number ${slot('case number')}.`,
      },
    ],
  },
  {
    name: 'withdrawal',
    also: 'end close final',
    does: 'Ends it with the reason, what is on record, and where it can be reopened',
    principle: 'standing',
    serves: 'know-when-to-withdraw',
    fits: ['withdrawal'],
    states: ['invitation'],
    pays: ['why it ends', 'what is on record', 'how to come back to you'],
    variants: [
      {
        tone: 'plain',
        text: `I'm closing this case today because ${slot('reason')}. I've noted ${slot('what was tried')}, and our decision is final as things stand. Reply here with ${slot('what would be new')} to reopen it.`,
      },
      {
        tone: 'after a boundary',
        text: `I'm ending this conversation now because ${slot('reason')}. It's documented as case ${slot('case number')}, and our decision is final for today. To reopen it, write to us and quote that number; ${slot('their name')} will answer you by ${time}.`,
      },
    ],
  },
  {
    name: 'closing',
    also: 'open door goodbye',
    does: 'Leaves a way back for the case that may still come up',
    principle: 'intent',
    serves: 'close',
    fits: ['answer', 'ask', 'limitation', 'escalation', 'status'],
    states: ['invitation'],
    pays: ['how to come back to you'],
    variants: [
      {tone: 'with a plan', text: `If ${slot('symptom')} is still there after that, reply here and I'll ${action}.`},
      {tone: 'personal', text: `Reply here with ${slot('what you want to hear')}, and I'll take it from there.`},
      {
        tone: 'calm',
        text: `This ticket stays open until ${slot('date')}, so reply here if ${slot('what may come up')}.`,
      },
    ],
  },
]
