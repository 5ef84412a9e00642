// JSON that parsers differ about, or that is large in one way.
import {within} from '../measured.ts'
import {checkedAs, warmUp} from '../texts.ts'

const reply = 'Simply open your settings, and thanks for your patience.'
const one = `"title": "A", "actions": [{"field": "comment_value", "value": "${reply}"}]`
const many = (count: number, entry: (at: number) => string): string =>
  Array.from({length: count}, (_, at) => entry(at)).join()

/** The file, and how many replies it holds. */
const files: readonly (readonly [name: string, text: string, replies: number])[] = [
  [
    'a key that is there twice',
    `{"macros": [{${one}, "actions": [{"field": "comment_value", "value": "Just wait."}]}]}`,
    1,
  ],
  ['keys of the language', `{"__proto__": {"x": 1}, "constructor": 1, "macros": [{${one}, "__proto__": {"x": 1}}]}`, 1],
  ['a comma at the end', `{"macros": [{${one},},],}`, 1],
  ['a byte order mark', `\uFEFF{"macros": [{${one}}]}`, 1],
  ['numbers that are none', `{"macros": [{${one}, "n": NaN, "m": +1, "o": 01}]}`, 1],
  [
    'a file cut in the middle',
    `{"macros": [{${one}}, {"title": "B", "actions": [{"field": "comment_value", "value": "Simply`,
    1,
  ],
  ['a million keys', `{"macros": [{${one}}], ${many(1_000_000, at => `"k${at}":${at % 10}`)}}`, 1],
  ['100,000 levels', `{"macros": [{${one}}], "d": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 1],
]

warmUp()
checkedAs('macros.json', `{"macros": [{${one}}]}`)
for (const [name, text, replies] of files)
  await within(
    name,
    1000,
    () => checkedAs('macros.json', text),
    ({documents, findings}) => ({
      seen: `${documents} replies, ${findings} findings`,
      good: documents >= replies && findings > 0 && !('x' in {}),
    }),
  )
