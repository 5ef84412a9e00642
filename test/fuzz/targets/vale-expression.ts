import assert from 'node:assert/strict'
import {fastPatterns} from '../../../server/house-style/vale/patterns.ts'
import {partSign, parts} from '../parts.ts'
import {expressionSigns} from '../signs.ts'
import type {Target} from '../target.ts'

/** A regular expression of a Vale rule: read and run on a text, or refused with a remedy. */
export const target: Target = {
  name: 'vale-expression',
  seeds: [
    `utili[sz]e${partSign}utilise`,
    `(?:give|gave) rise to\\b${partSign}gave rise to`,
    `(?<!very )\\w+(?!ly)$${partSign}very good`,
    `(?i)[^\\s"]+"\\d{2,3}(?:st|nd)?${partSign}a "22nd"`,
    `(?P<a>[[:alpha:]]+)\\p{Lu}\\x41\\x{43}(?#b)${partSign}abAAC`,
  ],
  dictionary: [...expressionSigns, partSign],
  holds(input) {
    const [pattern = '', text = ''] = parts(input)
    for (const words of [true, false]) {
      const mistakes: string[] = []
      const part = {pattern, onMistake: (message: string) => void mistakes.push(message)}
      const found = fastPatterns([part], {ignoreCase: words, words})
      assert.equal(found.length + mistakes.length, 1, 'a pattern is neither read nor refused')
      for (const message of mistakes) assert.match(message, /[.]$/, 'a mistake has no sentence')
      for (const {find} of found) {
        const matches = text.repeat(20).matchAll(new RegExp(find, 'gu'))
        for (const match of matches) assert.ok(match[0].length <= 20 * text.length)
      }
    }
  },
}
