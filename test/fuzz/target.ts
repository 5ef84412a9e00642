/** A part of Poise that takes any text, and what must hold of it whatever the text is. */
export interface Target {
  readonly name: string
  /** Texts to begin with. */
  readonly seeds: readonly string[]
  /** What has a meaning in such texts: signs, words, whole phrases. */
  readonly dictionary: readonly string[]
  /** Throws, or rejects, where something does not hold that must. */
  readonly holds: (input: string) => void | Promise<void>
}

/** No input is longer, in UTF-16 code units: what goes wrong with a long text goes wrong with a short one of its kind. */
export const longest = 1500
