/** Numbers that look random and are the same at every run. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  readonly roll: () => number
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: (from: readonly string[]) => string
}

/** Makes the dice of one text. */
export function makeDice(seed: number): Dice {
  let state = (Math.imul(seed, 2654435761) + 1) >>> 0
  const roll = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const below = (limit: number) => Math.floor(roll() * limit)
  return {roll, below, chance: share => roll() < share, pick: from => from[below(from.length)] ?? ''}
}

const words = (list: string): readonly string[] => list.split(' ')
const nouns = words(
  'account address archive backup badge bundle calendar card channel chart column connector contract counter device digest domain draft ' +
    'export feed file filter folder form gateway group guest hook icon import invoice key label ledger licence list member message meter ' +
    'note panel parcel password plan printer profile project queue record region report role route schedule seat session shelf signature ' +
    'snapshot space store survey tag team template terminal thread ticket token vault voucher widget workspace',
)
const places = words(
  'Settings Members Billing Security Devices Reports Archive Overview Sharing Labels Domains Teams Alerts',
)
const verbs = words(
  'opens closes copies moves lists shows hides renames sorts locks keeps sends prints merges splits checks',
)
const qualities = words(
  'new old shared public private last first main second daily weekly hidden empty large small local',
)
const times = [
  'within a minute',
  'once a day',
  'at midnight',
  'after the next sync',
  'when the page loads',
  'each hour',
]

type Form = (dice: Dice, thing: () => string) => string

/** What articles are mostly made of. */
const plain: readonly Form[] = [
  (d, thing) =>
    `Open **${d.pick(places)} > ${d.pick(places)}** and choose the ${thing()} whose ${d.pick(nouns)} you want to change.`,
  (d, thing) =>
    `The ${thing()} ${d.pick(verbs)} each ${d.pick(nouns)} with the time of its last ${d.pick(nouns)}, and \`${d.pick(nouns)}_${d.below(900)}\` beside it.`,
  (d, thing) =>
    `Changes to the ${thing()} reach every ${d.pick(nouns)} ${d.pick(times)}; ${d.pick(qualities)} ones take longer on a slow line.`,
  (d, thing) => `Select **${d.pick(places)}**, and the ${thing()} opens again with a ${d.pick(nouns)} at the top.`,
  (d, thing) => `If the ${thing()} stops, keep the ${d.pick(nouns)} open: it goes on when the connection is back.`,
  (d, thing) =>
    `Owners decide who may invite a ${d.pick(nouns)}, and how long the ${thing()} ${d.pick(verbs)} its ${d.pick(nouns)}.`,
  (d, thing) =>
    `The [${thing()}](https://help.example/${d.pick(nouns)}-${d.below(900)}) holds one ${d.pick(nouns)} for each ${thing()}, named after the ${d.pick(nouns)} and the day.`,
  (d, thing) =>
    `Version ${d.below(9)}.${d.below(20)} ${d.pick(verbs)} up to ${d.below(400)} of them, and leaves the ${thing()} as it was.`,
  (d, thing) =>
    `What is in the ${thing()} stays in the ${d.pick(nouns)} for ${d.below(90)} days, after that it is removed.`,
]

/** What a writer for support would look at twice: one sentence in thirty or so. */
const marked: readonly Form[] = [
  (_, thing) => `You can simply drag the ${thing()} into the window.`,
  (_, thing) => `Unfortunately, the ${thing()} can’t be changed later.`,
  (_, thing) => `You should be able to see the ${thing()} now.`,
  (_, thing) => `We apologise for any inconvenience with the ${thing()}.`,
  (_, thing) => `Please try again once the ${thing()} is there.`,
]

/** A made-up sentence of an article; few are ever the same, so that nothing is gained by remembering them. */
export function sentence(dice: Dice): string {
  const forms = dice.chance(1 / 30) ? marked : plain
  const form = forms[dice.below(forms.length)]
  return form?.(dice, () => `${dice.pick(qualities)} ${dice.pick(nouns)}`) ?? ''
}

/** The heading of an article or of a part of it. */
export function heading(dice: Dice): string {
  return `The ${dice.pick(qualities)} ${dice.pick(nouns)} and its ${dice.pick(nouns)}`
}
