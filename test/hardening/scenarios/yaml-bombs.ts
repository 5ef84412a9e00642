// YAML that grows when it is expanded, or that names code.
import {cases} from '../cases.ts'
import {say, timed, within} from '../measured.ts'
import {checkedAs, growthOf, warmUp} from '../texts.ts'

const reply = 'Simply open your settings, and thanks for your patience.'
const laughs = [
  'a0: &a0 [lol, lol]',
  ...Array.from({length: 9}, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
].join('\n')
const one = `macros:\n  - name: A\n    comment: ${reply}\n`

const pairs = (count: number): string => Array.from({length: count}, (_, at) => `      - k${at}: 1\n`).join('')
const list = (count: number, entry: (at: number) => string): string =>
  `${one}    x: [${Array.from({length: count}, (_, at) => entry(at)).join(', ')}]\n`

const files: readonly (readonly [name: string, text: string])[] = [
  ['nine levels of nine aliases', `${laughs}\n${one}    x: *a9\n`],
  ['a merge of them', `${laughs}\n${one}    <<: *a9\n`],
  ['a name of code', `${one}    f: !!js/function "function () { process.exit(9) }"\n`],
  ['an ordered map', `${one}    o: !!omap\n${pairs(500)}`],
  ['a map of __proto__', `${one}    __proto__: {x: 1}\n    <<: {__proto__: {x: 1}}\n`],
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
const timeOf = async (text: string): Promise<number> => (await timed(() => checkedAs('macros.yaml', text))).took

const many = cases(100_000, 5000)
// What is dear in other readers costs what any other text of that length does.
const compared: readonly (readonly [name: string, text: string, like: string])[] = [
  [`an ordered map of ${many / 5}`, `${one}    o: !!omap\n${pairs(many / 5)}`, `${one}    o:\n${pairs(many / 5)}`],
  [`${many} anchors`, list(many, at => `&a${at} b`), list(many, at => `a${at} b`)],
  [`${many} aliases of one text`, list(many, at => (at === 0 ? '&a b' : '*a')), list(many, () => 'b')],
]
for (const [name, text, like] of compared) {
  const took = await timeOf(text)
  const usual = await timeOf(like)
  say({
    input: `${name}, beside the same without`,
    toReach: '≤ 2 times as long',
    reached: `${(took / usual).toFixed(1)} times, ${Math.round(took)} ms`,
    passed: took <= 2 * usual,
    timed: true,
  })
}
say({
  input: 'all of them',
  toReach: 'no object is changed',
  reached: 'x' in {} ? 'every object is' : 'none',
  passed: !('x' in {}),
})
