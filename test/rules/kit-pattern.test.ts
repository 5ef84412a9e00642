import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import {compileAll, pattern} from '../../rules/kit/pattern.ts'
import {textOf} from '../../rules/kit/rule.ts'
import {makeSentences, type Sentence, sentenceSpans} from '../../rules/kit/sentence.ts'
import type {Mark, Setting} from '../../rules/kit/types.ts'

const setting: Setting = {kind: 'macro', block: 'paragraph', expected: false, contractions: true, curly: false}

function sentence(text: string, marks: readonly Mark[] = []): Sentence {
  const [first] = makeSentences(text, marks, setting)
  assert.ok(first)
  return first
}

function found(source: string, text: string, marks: readonly Mark[] = []): string | undefined {
  const read = sentence(text, marks)
  const match = pattern(source).find(read)
  return match && textOf(read, match)
}

test('words match whatever their case, clitics in full', () => {
  assert.equal(found('i will try to', "So I'll try to help."), "I'll try to")
  assert.equal(found('i will try to', 'So I’ll try to help.'), 'I’ll try to')
  assert.equal(found('do not', "We don't know."), "don't")
  assert.equal(found('can not', 'We cannot go on.'), 'cannot')
  assert.equal(found('will not', "It won't start."), "won't")
  assert.equal(found('try', 'We tried.'), undefined)
})

test('~verb matches every form, a group one of its branches', () => {
  assert.equal(found('~fix (it|this)', 'That fixes this.'), 'fixes this')
  assert.equal(found('(get back|reply) to you', "I'll get back to you."), 'get back to you')
  assert.equal(found('(~be|look) fine', "They're fine."), "'re fine")
})

test('optional and repeated parts take as much as fits', () => {
  assert.equal(found('you <adverb>* should', 'you really now should'), 'you really now should')
  assert.equal(found('all? set', 'all set'), 'all set')
  assert.equal(found('very* good', 'very very very very good'), 'very very very good')
})

test('anchors and gaps stay inside their bounds', () => {
  assert.equal(found('^ hope', 'I hope'), undefined)
  assert.equal(found('works $', 'It works!'), 'works')
  assert.equal(found('works $', 'It works, mostly.'), undefined)
  assert.equal(found('sorry .. but', 'sorry about the delay but no'), 'sorry about the delay but')
  assert.equal(found('sorry .. but', 'sorry, but no'), undefined)
  assert.equal(found('a ..2 d', 'a b c d'), 'a b c d')
  assert.equal(found('a ..1 d', 'a b c d'), undefined)
})

test('a failed attempt leaves no part behind', () => {
  const read = sentence('we will ship today')
  const match = pattern('(who=we can|we when=will) ship').find(read)
  assert.deepEqual(Object.keys(match?.parts ?? {}), ['when'])
})

test('a repetition gives back what the rest needs, also within another one', () => {
  assert.equal(found('(go on*)* now', 'go on on go on now'), 'go on on go on now')
  assert.equal(found('(go on?)* on now', 'go on go on now'), 'go on go on now')
  assert.equal(found('(go on)* now', 'go on go on go on go on now'), 'go on go on go on now')
  assert.equal(found('(on?)* now', 'on on now'), 'on on now')
  assert.equal(found('(go|go on)* now', 'go on go on go on now'), 'go on go on go on now')
})

test('a repetition that begins anew within another one leaves the count of the first as it was', () => {
  const nine = `${'go on '.repeat(9)}now`
  assert.equal(found('((go|go on)* on)* now', nine), nine)
  assert.equal(found('((go|go on)* on)* now', `go on ${nine}`), nine)
})

test('of several parts of a name the last counts, and a pattern starts anew for each sentence', () => {
  const read = sentence('go on now')
  const tried = pattern('(which=(go|go on))* now').find(read)?.parts['which']
  assert.equal(tried && textOf(read, tried), 'go on')
  const colours = pattern('(which=(red|green|blue))* (which=paint)? please')
  const partOf = (text: string) => {
    const read = sentence(text)
    const range = colours.find(read)?.parts['which']
    return range && textOf(read, range)
  }
  assert.equal(partOf('red green blue please'), 'blue')
  assert.equal(partOf('red green paint please'), 'paint')
  assert.equal(partOf('green please'), 'green')
  assert.equal(partOf('please'), undefined)
})

test('quoted words and labels match nothing', () => {
  assert.equal(found('it works', 'The page says “it works” now.'), undefined)
  assert.equal(found('save', 'Select Save.', [{kind: 'strong', start: 7, end: 11}]), undefined)
  assert.equal(found('not', 'Do not go.', [{kind: 'strong', start: 3, end: 6}]), 'not')
  assert.equal(found('select <object>', 'Select Save.', [{kind: 'strong', start: 7, end: 11}]), 'Select Save')
})

test('a subject is a pronoun, a noun phrase or a gerund with its object', () => {
  for (const subject of ['This', 'The status of your order', 'Clearing the cache', 'These three steps', 'Your bank']) {
    const read = sentence(`${subject} should work.`)
    const match = pattern('^ who=<subject> should').find(read)
    assert.equal(match && textOf(read, match.parts['who'] ?? match), subject)
  }
})

test('the patterns of all rules are good', () => {
  assert.ok(rules.length > 0)
  compileAll()
})

test('a bad pattern is refused when it is first asked', () => {
  assert.throws(() => pattern('a (b').at([], 0), /parentheses/)
  assert.throws(() => pattern('a b)').at([], 0), /parentheses/)
  assert.throws(() => pattern('<nonsense>').at([], 0), /no class/)
  assert.throws(() => pattern('a {b}').at([], 0), /can't read/)
})

test('matching looks at words in proportion to the sentence', () => {
  const tricky = pattern('<subject> <adverb>* should <adverb>* ..3 (~work|~fix) <phrase> $')
  const looks = (repetitions: number): number => {
    let count = 0
    const read = sentence('fix the very really should of and work '.repeat(repetitions))
    const words = new Proxy(read.words, {
      get(target, name, receiver) {
        count++
        return Reflect.get(target, name, receiver)
      },
    })
    Object.defineProperty(read, 'words', {value: words})
    assert.equal(tricky.find(read), undefined)
    return count
  }
  assert.ok(looks(100) > 100)
  assert.ok(looks(400) < 4.2 * looks(100))
})

test('sentences end where a reader sees them end', () => {
  const sentences = (prose: string): readonly string[] =>
    sentenceSpans(prose).map(({start, end}) => prose.slice(start, end))
  assert.deepEqual(sentences('It works. See e.g. the page, vol. 2! Really?'), [
    'It works.',
    'See e.g. the page, vol. 2!',
    'Really?',
  ])
  assert.deepEqual(sentences('Call at 3 p.m. We wait.'), ['Call at 3 p.m.', 'We wait.'])
  assert.deepEqual(sentences('Hi Ana,\nthanks… and bye.'), ['Hi Ana,', 'thanks… and bye.'])
  assert.deepEqual(sentences('He said “stop.” Then left. '), ['He said “stop.”', 'Then left.'])
  assert.deepEqual(sentences('Mr. Okoro of J. Smith Inc. writes.'), ['Mr. Okoro of J. Smith Inc. writes.'])
})

test('what is known without a tree holds every norm of the tree', () => {
  const texts = [
    "I'll see why you can't, and it's fine: they've cannot don’t.",
    'Sign-in at 3.30 p.m., 50 % off (e.g. Ana’s).',
    'Im sure youre right; dont!',
  ]
  for (const text of texts) {
    const read = sentence(text)
    const lacking = read.words
      .filter(({norm}) => /^[\p{L}\p{N}']+$/u.test(norm) && pattern(norm).find(read) === undefined)
      .map(({norm}) => norm)
    assert.deepEqual(lacking, [], text)
  }
})

test('what rules a pattern out without a tree never rules out a match', () => {
  const patterns = [
    'you (can not|will <adverb>* not|do not) <base>',
    '<we> (have|am|are) <adverb>* (working on|sorry (for|about)|unable to)',
    '(it|that|this) <be> <adverb>* (not|no longer) (possible|our (fault|job))',
    '(once and for all|as soon as|at the <word>|just|should)',
    'subject=<subject> <adverb>* should (be able to)? <word>',
    '(sign-in|please|thank you) ..4 (the|your|our)',
    "there 's (no|nothing) ..",
    '<modal> <adverb>* <base> (<determiner>|<object>)',
  ].map(source => pattern(source))
  const texts = rules.flatMap(({examples}) =>
    examples.map(each => ('bad' in each ? each.bad : each.good).replace(/[«»]/g, '')),
  )
  let matched = 0
  for (const text of texts) {
    for (const each of makeSentences(text, [], setting)) {
      for (const one of patterns) {
        const starts = [...each.words.keys(), each.words.length]
        const [first] = starts.flatMap(at => one.at(each.words, at) ?? [])
        assert.deepEqual(one.find(each), first, each.text)
        if (first) matched++
      }
    }
  }
  assert.ok(matched > 150, `${matched} matches`)
})
