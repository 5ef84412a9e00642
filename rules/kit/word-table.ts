/** Words with their numbers, found in a text by where they stand: to cut each word out of all that is read would take longer than to find it. */
export interface WordTable {
  /** The number of the word that stands between two offsets of a text, in UTF-16 code units; undefined for one that is not here. */
  readonly find: (text: string, start: number, end: number) => number | undefined
  /** Adds a word that is not here yet, and answers its number. */
  readonly add: (word: string) => number
  readonly size: () => number
}

/** An empty table: the numbers of the words in open addressing, at least half of the places free. */
export function makeWordTable(): WordTable {
  const words: string[] = []
  /** Of each place the number of its word and one; 0 where it is free. */
  let places = new Uint32Array(1024)

  function placeOf(text: string, start: number, end: number): number {
    const mask = places.length - 1
    for (let place = hashOf(text, start, end) & mask; ; place = (place + 1) & mask) {
      const taken = places[place] ?? 0
      if (taken === 0 || isWord(words[taken - 1] ?? '', text, start, end)) return place
    }
  }
  function put(word: string, number: number): void {
    places[placeOf(word, 0, word.length)] = number + 1
  }
  return {
    find(text, start, end) {
      const taken = places[placeOf(text, start, end)] ?? 0
      return taken === 0 ? undefined : taken - 1
    },
    add(word) {
      const number = words.push(word) - 1
      if (words.length * 2 > places.length) {
        places = new Uint32Array(places.length * 2)
        words.forEach(put)
      } else put(word, number)
      return number
    },
    size: () => words.length,
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash ^ (hash >>> 15)
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}
