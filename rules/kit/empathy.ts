const degree = '(so|very|really|truly|sincerely|terribly|deeply|extremely|genuinely|awfully|also|again|just|do)*'

/** “I'm so sorry”, “our apologies”, “we sincerely apologize”, as the source of a pattern; what for, comes after it. */
export const apology = `((<we> (am|are|'re) ${degree} sorry|${degree} sorry|(please accept)? (our|my)? (sincere|sincerest|deepest|humble|humblest|many)? (apologies|apology)|<we> (must|want to|would like to|wish to|have to|can only)? ${degree} (apologize|apologise|regret)|(please)? (excuse|forgive|pardon)|let me apologize|let me apologise) (again|once again|once more|in advance|to you|sincerely)?)`

/** “thank you so much for”, as the source of a pattern. */
export const thanks =
  '((thank you|thanks|thankyou|many thanks|thx|ty) (so much|very much|a lot|a bunch|again|kindly|once again|in advance)? for|<we> (really|truly|do|very much|greatly|also)? appreciate)'

/** Feelings and matters that a set phrase of empathy names instead of the customer's own. */
export const concern =
  '(frustration|frustrations|concern|concerns|feelings|disappointment|annoyance|anger|confusion|worry|worries|situation|position|perspective|inconvenience|anxiety|dissatisfaction|displeasure|point of view)'

const nameless =
  'any (possible|potential|further|short-term|temporary|additional|undue|kind of)? (inconvenience|inconveniences|confusion|trouble|troubles|delay|delays|issue|issues|frustration|problem|problems|difficulty|difficulties|hassle|disruption|disruptions|stress|disappointment|interruption|distress|disturbance|mix-up)'
const inconvenience =
  '(the|this|that|these|all|all the|all this|you the|our|such|your|an)? (short-term|temporary|great|added|brief|minor|slight|extreme|unexpected|possible)? (inconvenience|inconveniences)'
const trouble =
  '(the|this|that|these|all the|all this|any)? (poor|bad|negative|unpleasant|recent)? (trouble|troubles|confusion|hassle|frustration|experience|difficulties|issues|disappointment|annoyance)'

/** An apology for something that isn't named: “sorry for any inconvenience”, “apologies for the trouble”; sources of a pattern. */
export const namelessApology = [
  `${apology} cause=((for|about)? any=(${nameless}))`,
  `${apology} cause=((for|about)? whole=(${inconvenience}))`,
  `${apology} cause=((for|about) bare=(${trouble}))`,
]
