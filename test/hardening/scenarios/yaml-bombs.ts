// YAML that grows when it is expanded, or that names code.
import {say, within} from '../measured.ts'
import {checkedAs, growthOf, warmUp} from '../texts.ts'

const reply = 'Simply open your settings, and thanks for your patience.'
const laughs = [
  'a0: &a0 [lol, lol]',
  ...Array.from({length: 9}, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
].join('\n')
const one = `macros:\n  - name: A\n    comment: ${reply}\n`

const files: readonly (readonly [name: string, text: string])[] = [
  ['nine levels of nine aliases', `${laughs}\n${one}    x: *a9\n`],
  ['a merge of them', `${laughs}\n${one}    <<: *a9\n`],
  ['a name of code', `${one}    f: !!js/function "function () { process.exit(9) }"\n`],
  ['an ordered map', `${one}    o: !!omap\n${Array.from({length: 5000}, (_, at) => `      - k${at}: 1\n`).join('')}`],
  ['a map of __proto__', `${one}    __proto__: {x: 1}\n    <<: {__proto__: {x: 1}}\n`],
  ['5,000 anchors', `${one}    x: [${Array.from({length: 5000}, (_, at) => `&a${at} b`).join(', ')}]\n`],
]

warmUp()
checkedAs('macros.yaml', one)
for (const [name, text] of files) {
  const grown = await growthOf(() =>
    within(
      name,
      100,
      () => checkedAs('macros.yaml', text),
      ({documents, findings}) => ({
        seen: `${documents} reply, ${findings} findings`,
        good: documents === 1 && findings > 0,
      }),
    ),
  )
  say({input: name, toReach: 'memory +≤ 50 MB', reached: `+${grown.toFixed(1)} MB`, passed: grown <= 50})
}
say({
  input: 'all of them',
  toReach: 'no object is changed',
  reached: 'x' in {} ? 'every object is' : 'none',
  passed: !('x' in {}),
})
