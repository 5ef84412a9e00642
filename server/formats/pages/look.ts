/** What of a text reads like a reply: each is a sign, and none a proof. */
export interface Look {
  /** It begins by greeting someone. */
  readonly greets: boolean
  /** It begins as replies do: with thanks, an apology, what was received. */
  readonly opens: boolean
  /** It ends with a goodbye or a team’s name. */
  readonly signs: boolean
  /** It speaks to someone. */
  readonly addresses: boolean
}

const greeting =
  /^(?:(?:hi|hello|hey|hiya|dear|greetings|howdy)(?![\p{L}\p{N}'’-])|good (?:morning|afternoon|evening|day)\b|to whom it may concern)/iu
const opening =
  /^(?:thanks?\b|thank you\b|(?:(?:i|we)(?:['’]m|['’]re| am| are) )?(?:(?:so|very|really|truly|deeply) )?sorry\b|(?:(?:please accept )?(?:my|our) (?:sincere )?)?apolog(?:y|ies|ise|ize)\b|(?:we|i) (?:sincerely |do )?apologi[sz]e\b|(?:we|i)(?:['’]ve| have)? (?:received|looked into|understand|appreciate|checked|heard)\b|unfortunately\b|regrettably\b|congratulations\b|welcome\b|it(?:['’]s| is) (?:been )?(?:great|good|a pleasure) to\b)/i
const goodbye =
  /^(?:(?:with |the |many |all the |yours )?(?:(?:best|kind|kindest|warm|warmest|sincere)(?: and (?:best|kind|warm))? )?(?:regards|wishes|sincerely|faithfully|truly|cheers|thanks|best|thank you|take care)(?: again| so much| in advance)?[,.!]?|(?:the|your) (?:\S+ ){1,3}team[.,]?)$/i
const address = /\b(?:you|your|yours|we|our|us|i|i['’]m|i['’]ve|let me)\b/i
const edge = /^[\s>*_~“"'`]+|[\s*_~”"'`\\]+$/g
const enough = 4000
const longestLine = 400

/** Looks at the first and the last lines of a text. */
export function lookOf(text: string): Look {
  const first = linesOf(text.slice(0, enough))[0] ?? ''
  const last = linesOf(text.slice(-enough)).slice(-3)
  return {
    greets: greeting.test(first),
    opens: opening.test(first),
    signs: last.some(line => goodbye.test(line)),
    addresses: address.test(text.slice(0, enough)),
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map(line => line.slice(0, longestLine).replace(edge, ''))
    .filter(line => line !== '')
}

const collection =
  /(?:saved|canned|standard|stock|pre-?written|prepared|predefined)[\s_-]?(?:repl(?:y|ies)|responses?|answers|messages|comments)|(?<![a-z])(?:macros|replies)(?![a-z])|(?:repl(?:y|ies)|response|e-?mail|support|message|macro|comment)[\s_-]?(?:templates?|snippets?|library|macros?)/i

/** Whether a title or path says that replies are collected there. */
export function namesReplies(name: string): boolean {
  return collection.test(name.slice(-300))
}

const beginning =
  /^[ \t>*_]{0,8}(?:hi|hello|hey|hiya|dear|greetings|howdy|good (?:morning|afternoon|evening|day)|to whom|thanks?|(?:i|we)(?: |['’])|my apolog\w*|our apolog\w*|(?:so|very|really|truly|deeply) sorry|sorry|apolog\w*|please accept|unfortunately|regrettably|congratulations|welcome|it(?:['’]s| is| has)|(?:with |the )?(?:best|kind|kindest|warm|warmest|sincere) (?:regards|wishes)|sincerely|regards|cheers|yours)(?!\p{L})/gimu

/** Whether at least two lines begin as replies do: the quick look that spares most articles the long one. */
export function mayBegin(text: string): boolean {
  beginning.lastIndex = 0
  return beginning.test(text) && beginning.test(text)
}
