import type {Sentence} from '../../rules/kit/sentence.ts'

/**
 * The article that has to stand before the words that begin with `text` instead of the one that stands there: undefined where that is right
 * or where there is none, `unknown` where the letters don't tell how the word sounds.
 */
export function articleBefore({words}: Sentence, at: number, text: string): 'a' | 'an' | 'unknown' | undefined {
  const before = words[at - 1]
  if (before?.kind !== 'word' || before.quoted || !/^an?$/.test(before.norm)) return undefined
  const wanted = articleFor(/^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '')
  if (wanted === undefined) return 'unknown'
  return wanted === before.norm ? undefined : wanted
}

function articleFor(word: string): 'a' | 'an' | undefined {
  // An acronym is read letter by letter, or is not.
  if (word === '' || /^\p{N}|^\p{Lu}{2}/u.test(word)) return undefined
  const lower = word.toLowerCase()
  if (/^(?:hour|honest|honou?r|heir)/.test(lower)) return 'an'
  if (/^(?:one|once|eu|ubi|uni(?!n|m|d)|us[aeu]|ut[ei]|uran)/.test(lower)) return 'a'
  return /^[aeiou]/.test(lower) ? 'an' : 'a'
}
