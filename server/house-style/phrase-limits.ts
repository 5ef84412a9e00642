/** How much a team may write: enough for any house style, and little enough that checking stays fast. */
export const phraseLimits = {
  /** Rules of one configuration, those of the files that it names included. */
  rules: 1000,
  /** Files that one configuration names. */
  files: 20,
  /** Characters of a name, of a phrase or a replacement, of a message, a reason or an example. */
  name: 60,
  phrase: 200,
  text: 500,
  /** Phrases, replacements and examples of one rule. */
  phrases: 50,
  replacements: 10,
  examples: 50,
  /** Words of one gap. */
  gap: 10,
  /** Ways in which one phrase can match at one place. */
  ways: 500,
} as const
