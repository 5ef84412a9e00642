// Checks texts that are made to be slow and says of each what became of it; a test runs it in a process of its own.
import assert from 'node:assert/strict'
import {recognisers, rules} from '../../rules/index.generated.ts'
import type {Sentence} from '../../rules/kit/sentence.ts'
import type {DocumentKind, Outline, Rule} from '../../rules/kit/types.ts'
import {checkFile} from '../../server/engine/check-file.ts'
import {makeMemory} from '../../server/engine/memory.ts'
import {makePlan} from '../../server/engine/plan.ts'
import {openFile} from '../../server/formats/files/file.ts'

/** What rules were asked to read: the sentences, again for each rule and each rewrite that is tried. */
let work = 0
let longest = 0

function counted(rule: Rule): Rule {
  if (rule.level !== 'document') {
    return {
      ...rule,
      check(sentence: Sentence) {
        work += sentence.text.length
        longest = Math.max(longest, sentence.text.length)
        return rule.check(sentence)
      },
    }
  }
  return {
    ...rule,
    check(outline: Outline) {
      for (const {prose} of outline.blocks) longest = Math.max(longest, prose.length)
      return rule.check(outline)
    },
  }
}

const measured = rules.map(counted)
const plans = {article: makePlan('article', {}, measured), macro: makePlan('macro', {}, measured)}

/** Of how many findings the rewrites are asked for; each costs the same, however many there are. */
const asked = 20

/** Checks a text and asks for rewrites; gives the work that this was, for each character. */
function workOf(name: string, text: string, kind: DocumentKind): number {
  work = 0
  const path = kind === 'article' ? 'a.md' : 'a.macro.md'
  const file = openFile(text, {path, kind, named: true})
  assert.ok(file, name)
  const {findings, problems} = checkFile(file, plans[kind], makeMemory())
  const rewrites = findings.slice(0, asked).reduce((sum, {suggestions}) => sum + suggestions.length, 0)
  const codes = [...new Set(problems.map(({code}) => code))]
  assert.ok(!codes.includes('rule-failed'), `${name}: ${problems.map(({message}) => message).join(' ')}`)
  assert.ok(longest < 3000, `${name}: a rule was given ${longest} characters at once`)
  console.log(`ok ${name}: ${findings.length} findings, ${rewrites} rewrites, ${codes.join()}`)
  return work / text.length
}

const fill = (unit: string, length: number): string =>
  unit
    .repeat(Math.ceil(length / unit.length))
    .slice(0, length)
    .trimEnd()
const withoutEnds = (text: string): string => text.replace(/[.!?…\n]+/g, ' ')
/** One line of sentences that are about as long as they may be. */
const longSentences = (unit: string, length: number): string => fill(`${fill(`${unit} `, 2200)}. `, length)

/** What expressions of rules repeat, and what a block's prose has for code. */
const runs = [
  ' ',
  '"',
  "'",
  '“',
  ',',
  '(',
  '[',
  '1',
  'a',
  '`x`',
  '`x` ',
  '.',
  '?!',
  '…',
  '-',
  '@a ',
  'A',
  '**A** ',
  'not ',
]

const readers = [...rules, ...recognisers]
for (const [index, reader] of readers.entries()) {
  const kind = reader.scope[index % reader.scope.length] ?? 'article'
  const examples = reader.examples.map(each => ('yes' in each ? each.yes : 'bad' in each ? each.bad : ''))
  const example = (examples.find(text => text !== '') ?? '').replace(/[«»]/g, '').replace(/\n+/g, ' ')
  const triggers = 'triggers' in reader ? reader.triggers : []
  const [first = 'please', last = 'now'] = [triggers[0], triggers.at(-1)]
  const run = runs[index % runs.length] ?? ' '
  const units = {
    'its example': (length: number) => fill(`${example} `, length),
    'its example, endless': (length: number) => longSentences(withoutEnds(example), length / 2),
    'two triggers in turn': (length: number) => longSentences(withoutEnds(`${first} ${last}`), length / 2),
    'a trigger and a run': (length: number) => fill(`${first} ${withoutEnds(fill(run, 2200))} ${last}. `, length / 2),
  }
  for (const [what, make] of Object.entries(units)) {
    const name = `${reader.id}: ${what}`
    const [small, large] = [workOf(name, make(5000), kind), workOf(name, make(10_000), kind)]
    assert.ok(large <= 1.5 * small + 20, `${name} costs ${small} for each character, and ${large} in a longer text`)
  }
}

for (const run of runs) {
  workOf(`an endless ${JSON.stringify(run)}`, fill(run, 40_000), 'macro')
  workOf(`sentences of ${JSON.stringify(run)}`, longSentences(withoutEnds(run), 40_000), 'article')
}

const numbers = (count: number): readonly number[] => Array.from({length: count}, (_, at) => at)
/** Markup by its count, as deep or as wide as parsers like least. */
const markup: Readonly<Record<string, (count: number) => string>> = {
  'nested lists': count => `${'* '.repeat(count)}a`,
  'nested quotes': count => `${'> '.repeat(count)}a`,
  'quotes and lists in turn': count => `${'> - '.repeat(count)}a`,
  'a deep list': count =>
    numbers(Math.min(count / 40, 400))
      .map(depth => `${'  '.repeat(depth)}- a`)
      .join('\n'),
  'emphasis in emphasis': count => '*a_ '.repeat(count),
  'open bold text': count => '**a '.repeat(count),
  'open code': count =>
    numbers(Math.sqrt(count))
      .map(at => '`'.repeat(at + 1))
      .join(' '),
  'CDATA sections': count => 'a <![CDATA['.repeat(count),
  'open comments': count => '<!-- '.repeat(count),
  elements: count => '<div>'.repeat(count),
  'link definitions': count =>
    numbers(count / 4)
      .map(at => `[r${at}]: /u${at}\n\n[r${at}]`)
      .join('\n\n'),
  'links in links': count => '[a]('.repeat(count),
  brackets: count => '['.repeat(count),
  'closed brackets': count => '['.repeat(count) + ']'.repeat(count),
  entities: count => '&amp;'.repeat(count),
  backslashes: count => '\\'.repeat(count),
  addresses: count => 'http://a.b '.repeat(count),
  cells: count => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(count / 4)}`,
  placeholders: count => '{{'.repeat(count),
  'template tags': count => '{% if a %}'.repeat(count),
  'full stops': count => 'a.'.repeat(count),
  marks: count => '!?'.repeat(count),
  'hard breaks': count => 'a\\\n'.repeat(count / 4),
  'ignore comments': count => '<!-- poise-ignore-start minimiser -->\nSimply click.\n\n'.repeat(count / 16),
}
for (const [name, make] of Object.entries(markup)) {
  for (const count of [1000, 4000, 16_000]) {
    const text = make(count)
    workOf(`${count} ${name}`, text, 'article')
    if (count === 4000) workOf(`${count} ${name} of a reply`, text, 'macro')
  }
}
console.log('done')
