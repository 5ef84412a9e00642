/** The two texts that the rules rest on. */
export const seedTexts = {
  pushback: 'A Word about Pushback',
  navigating: 'Navigating User Pushback',
} as const
export type SeedText = keyof typeof seedTexts

/** One statement of a text that the rules rest on. */
interface Seed {
  readonly id: string
  readonly text: SeedText
  /** The statement, in our own words. */
  readonly says: string
  /** What of it no file can show, and why. */
  readonly unseen?: string
}

/** Every statement of the two texts that is about how to write to a customer, in the order of the texts. */
export const seeds = [
  {
    id: 'doubt-or-question',
    text: 'pushback',
    says: 'Pushback doubts our answer, our process or the help that was given before; a question that asks for detail is something else.',
    unseen:
      'Which of the two a customer wrote: their message is not in the file. Questions that a reply asks are left out of the rules about doubt.',
  },
  {
    id: 'avoidable',
    text: 'pushback',
    says: 'Much pushback can be avoided: not by giving in, but by how the answer is written.',
    unseen: 'How much of it was avoided. Reopened cases and second contacts show that; the score counts known phrases.',
  },
  {
    id: 'no-detours',
    text: 'pushback',
    says: 'Pushback makes the way to a solution longer.',
    unseen: 'How long it took. The rules find what makes a customer write again to ask when, who or what.',
  },
  {
    id: 'no-debate',
    text: 'pushback',
    says: 'Pushback is often a debate or a challenge; we don’t open one.',
    unseen: 'The customer’s own tone, which is in no reply.',
  },
  {
    id: 'ease-fear',
    text: 'pushback',
    says: 'Behind many concerns stands a fear.',
    unseen:
      'What this customer is afraid of. A file shows whether their concern is named, and whether it is made small.',
  },
  {
    id: 'trust-in-us',
    text: 'pushback',
    says: 'At its root, pushback is missing confidence in us, not only in the product.',
    unseen: 'What the customer believes. A file shows where we lower ourselves, or nobody acts.',
  },
  {
    id: 'worth-trying',
    text: 'pushback',
    says: 'A customer who expects no help from an answer may never try it, and may leave us.',
    unseen: 'Whether they tried, renewed or told others.',
  },
  {
    id: 'greet',
    text: 'pushback',
    says: 'How we greet sets the stage for the reply.',
    unseen: 'Whether the greeting suits the channel and the culture.',
  },
  {
    id: 'manage',
    text: 'pushback',
    says: 'How we lead through the case sets the stage: who does what, and what comes next.',
  },
  {id: 'close', text: 'pushback', says: 'How we close sets the stage: the last line leaves the customer a way back.'},
  {
    id: 'trusted-adviser',
    text: 'pushback',
    says: 'We are advisers who stand by our products and our processes.',
    unseen: 'Whether a promise is kept.',
  },
  {
    id: 'want-success',
    text: 'pushback',
    says: 'We want the customer to succeed, and it shows.',
    unseen: 'What the writer wishes. A file shows whether the way to success is there to its end.',
  },
  {
    id: 'less-alone',
    text: 'pushback',
    says: 'Even somebody with a bad experience can be made to feel less left alone.',
    unseen: 'How the customer feels.',
  },
  {
    id: 'be-heard',
    text: 'pushback',
    says: 'Customers hope for a solution and expect to be heard: their concern counts.',
    unseen: 'Whether it is meant. How exact an acknowledgement is, and whether it comes first, can be seen.',
  },
  {
    id: 'heard-first',
    text: 'pushback',
    says: 'Pushback comes of not being heard, more than of information that is wrong or missing.',
    unseen: 'Whether the information is right.',
  },
  {
    id: 'four-principles',
    text: 'pushback',
    says: 'Tone and style rest on four principles, used every time: Knowledge, Intent, Understanding, Standing.',
    unseen: 'Every time: one file is one time. A scan of a folder shows the score of each file by principle.',
  },
  {id: 'knowledge', text: 'pushback', says: 'Knowledge: we know the answer, and it sounds so.'},
  {id: 'intent', text: 'pushback', says: 'Intent: somebody acts, because we care.'},
  {id: 'understanding', text: 'pushback', says: 'Understanding: empathy, in the customer’s own terms.'},
  {id: 'standing', text: 'pushback', says: 'Standing: a capable guide, and a customer who keeps their dignity.'},
  {
    id: 'sound-sure',
    text: 'pushback',
    says: 'Whoever teaches with “I hope” and “you should be able to” is not followed: it sounds unsure.',
  },
  {
    id: 'lead-like-a-coach',
    text: 'pushback',
    says: 'A good coach knows the ways it can go, is in charge, and says that you’ll succeed.',
    unseen: 'Real competence. Praise is never asked for.',
  },
  {
    id: 'no-smoke',
    text: 'pushback',
    says: 'Confidence is no cover for not knowing.',
    unseen:
      'Whether the writer knows. So each rewrite that states a result more firmly is marked “if verified”, and none adds a word of certainty.',
  },
  {
    id: 'small-chance',
    text: 'pushback',
    says: 'A small chance of failure is no reason to hedge: lead on, and keep the other way ready.',
    unseen: 'How likely a failure is.',
  },
  {
    id: 'relaxed-resolve',
    text: 'pushback',
    says: 'When something goes wrong, we go on with relaxed resolve and don’t sound worried.',
  },
  {
    id: 'good-listener',
    text: 'pushback',
    says: 'Smile, listen well, make small talk.',
    unseen: 'A smile. Small talk is a matter of the channel and of the person, so no rule asks for it.',
  },
  {
    id: 'stay-calm',
    text: 'navigating',
    says: 'Calm and professional words keep a heated exchange from getting hotter.',
    unseen: 'How the writer feels.',
  },
  {
    id: 'record',
    text: 'navigating',
    says: 'To say that the contact is recorded moderates abuse, and leaves a record.',
    unseen:
      'Whether contacts are recorded, and may be. The notice is asked for only where the configuration has "recording": true.',
  },
  {
    id: 'set-boundaries',
    text: 'navigating',
    says: 'Boundaries are named clearly: we are here to help, with respect on both sides, and this follows otherwise.',
    unseen: 'When a boundary is due.',
  },
  {
    id: 'escalate',
    text: 'navigating',
    says: 'What can’t be settled here goes to somebody who can, without hesitation.',
    unseen: 'When it is time to.',
  },
  {
    id: 'empathise-and-redirect',
    text: 'navigating',
    says: 'Understand the frustration, then lead back to the solution; the turn takes nothing back.',
    unseen: 'How deep the empathy is.',
  },
  {
    id: 'what-can-be-done',
    text: 'navigating',
    says: 'Say what can be done, and state the limits clearly.',
    unseen: 'Whether what is offered instead suits the customer.',
  },
  {
    id: 'beyond-our-control',
    text: 'navigating',
    says: 'For what others decide, say which step the customer takes next.',
    unseen: 'What lies within our reach.',
  },
  {
    id: 'document-everything',
    text: 'navigating',
    says: 'Keep a record of the steps taken and of what was said.',
    unseen: 'The log of the case. A file shows whether the customer is told what was done.',
  },
  {
    id: 'know-when-to-withdraw',
    text: 'navigating',
    says: 'Where going on helps nobody, end it properly and report it.',
    unseen: 'When that is. A file shows whether the reason, the record and the way back are given.',
  },
] as const satisfies readonly Seed[]

export type SeedId = (typeof seeds)[number]['id']
