/** The forms of one verb. */
export interface VerbForms {
  readonly base: string
  readonly third: string
  readonly ing: string
  readonly past: string
  readonly participle: string
}

/** Past and participle of the irregular verbs that support writing uses; one form where both are the same. */
const irregular: Readonly<Record<string, string>> = {
  be: 'was been',
  have: 'had',
  do: 'did done',
  go: 'went gone',
  get: 'got',
  see: 'saw seen',
  find: 'found',
  make: 'made',
  take: 'took taken',
  give: 'gave given',
  know: 'knew known',
  think: 'thought',
  tell: 'told',
  say: 'said',
  let: 'let',
  keep: 'kept',
  send: 'sent',
  write: 'wrote written',
  read: 'read',
  hear: 'heard',
  feel: 'felt',
  come: 'came come',
  become: 'became become',
  begin: 'began begun',
  bring: 'brought',
  break: 'broke broken',
  buy: 'bought',
  catch: 'caught',
  choose: 'chose chosen',
  cut: 'cut',
  draw: 'drew drawn',
  drive: 'drove driven',
  fall: 'fell fallen',
  forget: 'forgot forgotten',
  forgive: 'forgave forgiven',
  freeze: 'froze frozen',
  grow: 'grew grown',
  hide: 'hid hidden',
  hit: 'hit',
  hold: 'held',
  lead: 'led',
  leave: 'left',
  lose: 'lost',
  mean: 'meant',
  meet: 'met',
  mislead: 'misled',
  misread: 'misread',
  misunderstand: 'misunderstood',
  overlook: 'overlooked',
  pay: 'paid',
  put: 'put',
  quit: 'quit',
  reset: 'reset',
  rewrite: 'rewrote rewritten',
  rise: 'rose risen',
  run: 'ran run',
  sell: 'sold',
  set: 'set',
  show: 'showed shown',
  shut: 'shut',
  speak: 'spoke spoken',
  spend: 'spent',
  stand: 'stood',
  steal: 'stole stolen',
  stick: 'stuck',
  take_over: 'took taken',
  teach: 'taught',
  throw: 'threw thrown',
  understand: 'understood',
  undo: 'undid undone',
  wake: 'woke woken',
  wear: 'wore worn',
  win: 'won',
  withdraw: 'withdrew withdrawn',
  build: 'built',
  rebuild: 'rebuilt',
  split: 'split',
  spread: 'spread',
  reach: 'reached',
  sync: 'synced',
  resend: 'resent',
  redo: 'redid redone',
  hang: 'hung',
  light: 'lit',
  lend: 'lent',
  sleep: 'slept',
  eat: 'ate eaten',
  swear: 'swore sworn',
  shoot: 'shot',
  fly: 'flew flown',
  blow: 'blew blown',
  ring: 'rang rung',
  shake: 'shook shaken',
  strike: 'struck',
  seek: 'sought',
  deal: 'dealt',
  dig: 'dug',
  cost: 'cost',
  hurt: 'hurt',
  sweep: 'swept',
}

/** Regular verbs of more than one syllable whose last consonant doubles because their stress falls on the end. */
const doubling = new Set(
  'admit commit compel confer control defer dispel equip forget incur infer occur omit permit prefer refer regret remit reset submit transfer transmit unplug unzip'.split(
    ' ',
  ),
)

const memory = new Map<string, VerbForms>()

/** The forms of a verb, from its base: irregular ones by table, the others by rule. */
export function formsOf(base: string): VerbForms {
  const known = memory.get(base)
  if (known) return known
  const forms = {base, third: thirdPerson(base), ing: gerund(base), ...pastForms(base)}
  memory.set(base, forms)
  return forms
}

/** Every form of a verb, each once. */
export function allForms(base: string): readonly string[] {
  const {third, ing, past, participle} = formsOf(base)
  const british = /[^aeiou][ae]l$/.test(base) ? [base + 'led', base + 'ling'] : []
  const extra = base === 'be' ? ['am', 'is', 'are', 'were'] : british
  return [...new Set([base, third, ing, past, participle, ...extra])]
}

/** “fix” → “fixes”, “try” → “tries”, “have” → “has”. */
export function thirdPerson(base: string): string {
  if (base === 'be') return 'is'
  if (base === 'have') return 'has'
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return base + 'es'
  return /[^aeiou]y$/.test(base) ? base.slice(0, -1) + 'ies' : base + 's'
}

/** “make” → “making”, “submit” → “submitting”. */
export function gerund(base: string): string {
  if (/ie$/.test(base)) return base.slice(0, -2) + 'ying'
  if (/[^aeiouy]e$|[aeiou][^aeiouy]e$|ue$/.test(base) && base !== 'be') return base.slice(0, -1) + 'ing'
  return doubled(base) + 'ing'
}

function pastForms(base: string): {readonly past: string; readonly participle: string} {
  const [past, participle] = Object.hasOwn(irregular, base) ? (irregular[base] ?? '').split(' ') : []
  if (past) return {past, participle: participle ?? past}
  const regular = /e$/.test(base)
    ? base + 'd'
    : /[^aeiou]y$/.test(base)
      ? base.slice(0, -1) + 'ied'
      : doubled(base) + 'ed'
  return {past: regular, participle: regular}
}

function doubled(base: string): string {
  if (!/[^aeiou][aeiou][^aeiouwxy]$/.test(base) && !/^[^aeiou]?qu[aeiou][^aeiouwxy]$/.test(base)) return base
  const oneSyllable = (base.match(/[aeiouy]+/g) ?? []).length === 1
  return oneSyllable || doubling.has(base) ? base + base.slice(-1) : base
}

/** The bases whose gerund, third person or past may be `form`, most plain first; candidates to look up, not a parse. */
export function basesOf(form: string): readonly string[] {
  const stems = form.endsWith('ing')
    ? stemsBefore(form.slice(0, -3))
    : form.endsWith('ied') || form.endsWith('ies')
      ? [form.slice(0, -3) + 'y']
      : form.endsWith('ed')
        ? stemsBefore(form.slice(0, -2))
        : form.endsWith('es')
          ? [form.slice(0, -1), form.slice(0, -2)]
          : form.endsWith('s')
            ? [form.slice(0, -1)]
            : []
  const fitting = stems.filter(stem => stem.length > 1 && allForms(stem).includes(form))
  const irregulars = Object.keys(irregular).filter(base => allForms(base).includes(form))
  return [...new Set([...irregulars, ...fitting])]
}

/** Verbs that end in a silent e which “-ing” and “-ed” hide, where dropping the ending alone gives a wrong stem. */
const silentE =
  /(?:at|iz|is|ag|in|ut|ur|ir|or|ov|iv|av|eas|os|us|ot|et|ol|ul|il|id|ud|od|ak|ik|ok|ar|yp|ap|op|c|dg|rg|ng|v|u|bl|tl|pl|gl|kl|dl|rs|ns|ls)$/

function stemsBefore(stem: string): readonly string[] {
  const undoubled = /([^aeiou])\1$/.test(stem) && !/(?:ll|ss|zz|ff)$/.test(stem) ? [stem.slice(0, -1)] : []
  return silentE.test(stem) ? [stem + 'e', ...undoubled, stem] : [...undoubled, stem, stem + 'e']
}

/** The base of a gerund: “looking” → “look”, “making” → “make”; undefined where it is no gerund. */
export function baseOfGerund(form: string): string | undefined {
  return knownGerunds.get(form) ?? basesOf(form)[0]
}

/** Bases of common support verbs whose gerund would otherwise be ambiguous. */
const knownGerunds = new Map(
  'look check investigate work find fix reproduce resolve track trace reach get prepare locate figure sort contact process ask review confirm test restore monitor update keep escalate determine identify understand improve add build make follow handle replace refund issue send arrange help'
    .split(' ')
    .map(base => [gerund(base), base] as const),
)
