// Markdown that makes parsers slow or deep, as a page of 160 KB.
import {within} from '../measured.ts'
import {checkedAs, warmUp} from '../texts.ts'

const size = 160_000
const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
const numbered = (line: (at: number) => string): string => {
  let text = ''
  for (let at = 0; text.length < size; at++) text += line(at)
  return text
}

const pages: readonly (readonly [name: string, text: string])[] = [
  ['nested lists', fill('* ') + 'a'],
  ['nested quotes', fill('> ') + 'a'],
  ['emphasis that opens', fill('*a_ ')],
  ['emphasis of many kinds', fill('**a *b _c __d ')],
  ['sections of raw text', fill('a <![CDATA[')],
  ['comments that never end', fill('a <!-- b ')],
  ['references', numbered(at => `[r${at}]: /u${at}\n\n[r${at}] `)],
  ['links in links', fill('[a](')],
  ['brackets', fill('[')],
  ['brackets that close', fill('[a][')],
  ['tags', fill('<a href="')],
  ['code', numbered(at => '`'.repeat((at % 100) + 1) + ' a ')],
  ['entities', fill('&amp;&#x')],
  ['placeholders', fill('{{a {% b ${c ')],
  ['table cells', '|a|b|\n|-|-|\n' + fill('|x|y')],
  ['marks at the end of sentences', fill('!?')],
  ['points', fill('a.')],
  ['an indented list', numbered(at => `${' '.repeat(Math.min(at, 400))}- a\n`)],
  ['headings', fill('# a\n')],
  ['words of one letter', fill('I ')],
]

warmUp()
for (const [name, text] of pages)
  await within(
    name,
    500,
    () => checkedAs('a.md', text),
    ({failed}) => ({seen: '', good: !failed}),
  )
