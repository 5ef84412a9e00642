import {startsSentence} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import type {Sentence} from '../kit/sentence.ts'
import type {Match, Rewrite} from '../kit/types.ts'
import type {Word} from '../kit/words.ts'

/** Small words that no acronym is; one of them in capitals shows that a phrase is shouted, not listed. */
const small = new Set(
  'do not the this that these please you your to is are was never must read we our it and of for all any until before after if no a only will be have has at in on with from here now always again'.split(
    ' ',
  ),
)
/** In capitals, these address somebody. */
const orders = new Set('not never must please you your always again stop read'.split(' '))
const marks = /(?<=[\p{L}\p{N}"'”’)])(?:[!?]*![!?]+|[!?]+!|\?{2,})/u

export default defineRule({
  id: 'shouting',
  principle: 'standing',
  scope: ['macro'],
  level: 'span',
  severity: 'suggestion',
  message: '“{found}” reads as shouting.',
  why: 'Capitals and repeated marks sound angry or alarmed to somebody who already is. The same words in plain letters carry as far.',
  sources: ['Navigating User Pushback: stay calm and professional'],
  serves: ['stay-calm', 'no-debate', 'standing'],
  triggers: ['*'],
  examples: [
    {bad: 'Please read the article«!!»', better: 'Please read the article.'},
    {bad: '«DO NOT REPLY TO» this email.', better: 'Do not reply to this email.'},
    {bad: 'Really«?!»', better: 'Really?'},
    {bad: '«PLEASE READ THE INSTRUCTIONS» first.', better: 'Please read the instructions first.'},
    {good: 'Set the DNS, SPF, and DKIM records.'},
    {good: 'Thanks for the update!'},
    {good: 'Add the CNAME and TXT records.'},
    {good: 'Press **OK**.'},
    {good: 'It must NOT be in the path.'},
    {good: 'The page shows “DO NOT CLOSE THIS WINDOW”.'},
  ],
  check(sentence) {
    return [...capitals(sentence), ...repeated(sentence)]
  },
})

/** A run of three or more words in capitals that reads as a phrase. */
function capitals(sentence: Sentence): readonly Match[] {
  const {words} = sentence
  let from = 0
  while (from < words.length) {
    let to = from
    while (isCapital(words[to])) to++
    const run = words.slice(from, to)
    const [first, last] = [run[0], run.at(-1)]
    if (
      first &&
      last &&
      run.length >= 3 &&
      run.some(word => small.has(word.norm)) &&
      run.some(word => word.text.length > 3)
    )
      return [
        {
          span: {start: first.start, end: last.end},
          rewrites: isCapital(words[from - 2]) && words[from - 1]?.text === ',' ? [] : [lowered(sentence, from, run)],
          ...(run.length > 4 || run.some(word => orders.has(word.norm)) ? {} : {severity: 'hint' as const}),
        },
      ]
    from = Math.max(to, from + 1)
  }
  return []
}

const isCapital = (word: Word | undefined): boolean =>
  word?.kind === 'word' && !word.quoted && (/^\p{Lu}[\p{Lu}'’-]+$/u.test(word.text) || /^(?:A|I)$/.test(word.text))

function lowered(sentence: Sentence, from: number, run: readonly Word[]): Rewrite {
  const start = run[0]?.start ?? 0
  const opens = startsSentence(sentence, from)
  let text = ''
  let at = start
  run.forEach((word, index) => {
    const plain = word.text === 'I' ? 'I' : word.text.toLowerCase()
    text +=
      ' '.repeat(Math.max(0, word.start - at)) +
      (opens && index === 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain)
    at = word.end
  })
  return {span: {start, end: at}, text, safety: 'safe'}
}

function repeated({text, start, words}: Sentence): readonly Match[] {
  const found = marks.exec(text)
  if (!found) return []
  const span = {start: start + found.index, end: start + found.index + found[0].length}
  const asked = found[0].includes('?')
  const ordered = words.some(word => orders.has(word.norm))
  const curt = asked && words.filter(word => word.kind === 'word').length <= 3
  const plain = asked ? '?' : ordered ? '.' : '!'
  return [
    {
      span,
      severity: curt || (ordered && !asked) ? 'suggestion' : 'hint',
      rewrites: [{span, text: plain, safety: 'safe'}],
    },
  ]
}
