import assert from 'node:assert/strict'
import {test} from 'node:test'
import {rules} from '../../rules/index.generated.ts'
import {knownWords} from '../../rules/kit/vocabulary.ts'
import {parsePhrase} from '../../server/house-style/phrase-pattern.ts'
import {isHouseId, ruleOf} from '../../server/house-style/phrase-rule.ts'
import {findingsOf, foundIn, phrase, rewritesOf} from './phrases.ts'

const finds: readonly (readonly [find: string, text: string, ...found: string[]])[] = [
  ['log in', 'Log in, then log in again. The login page. Log-in.', 'Log in', 'log in'],
  [
    '~utilise',
    'We utilise, she utilises, they utilised, utilising. Utility.',
    'utilise',
    'utilises',
    'utilised',
    'utilising',
  ],
  ['~travel', 'We travelled, travelling far, and traveled.', 'travelled', 'travelling', 'traveled'],
  ["can't", 'We can’t. We cannot. We can not. We can.', 'can’t', 'cannot', 'can not'],
  ['we will', "We'll see. We will see.", "We'll", 'We will'],
  ['reach out [to us]', 'Reach out to us. Then reach out.', 'Reach out to us', 'reach out'],
  [
    '(pop|~shoot us) an e-mail',
    'Pop an e-mail. He shot us an e-mail. An e-mail.',
    'Pop an e-mail',
    'shot us an e-mail',
  ],
  [
    'pick .. brain',
    'Pick my brain. Pick, then brain. Pick the very best brain.',
    'Pick my brain',
    'Pick the very best brain',
  ],
  ['pick ..1 brain', 'Pick the best brain. Pick my brain.', 'Pick my brain'],
  ['24/7', 'We are here 24/7 and more.', '24/7'],
  ['R&D', 'Our R&D team, and r&d.', 'R&D', 'r&d'],
  ["the customer's", 'It is the customer’s own.', 'the customer’s'],
  ['etc.', 'Phones, pads etc. are fine.', 'etc.'],
  ['any questions?', 'Any questions? Any questions are fine.', 'Any questions?'],
  ['best, or so', 'It is best, or so. It is best or so.', 'best, or so'],
  ['pick\n  my brain\n', 'Pick my brain.', 'Pick my brain'],
  ['wi-fi', 'Turn Wi-Fi off, and WiFi.', 'Wi-Fi'],
]

for (const [find, text, ...found] of finds)
  test(`“${find}” finds ${found.length} in “${text}”`, () => assert.deepEqual(foundIn(text, phrase(find)), found))

test('what our own rules leave out is left out', () => {
  const rule = phrase('utilise')
  const exempt = [
    'It says “utilise it” there.',
    "The button 'Utilise' is grey.",
    'Select **Utilise** there.',
    'Run `utilise` there.',
    '```\nutilise\n```',
    '# We utilise it',
    '![utilise](a.png)',
    'See [this](https://a.example/utilise).',
    'Hi {{utilise}}, see it.',
    'See https://a.example/utilise there.',
    '<!-- poise-ignore-file house/test: ours -->\n\nWe utilise it.',
  ]
  for (const text of exempt) assert.deepEqual(foundIn(text, rule), [], text)
  assert.deepEqual(foundIn('See [how to utilise it](a.md).', rule), ['utilise'])
  const knowledge = phrase('should', [], {principle: 'knowledge'})
  assert.deepEqual(foundIn('**Expected result:** It should open.', knowledge), [])
  assert.deepEqual(foundIn('It should open.', knowledge), ['should'])
})

test('a rule looks at the documents that it is for, with its own severity and principle', () => {
  const rule = phrase('utilise', [], {in: 'macro', severity: 'hint', principle: 'standing'})
  assert.deepEqual(foundIn('We utilise it.', rule, 'article'), [])
  const [found] = findingsOf('Hi Ana,\n\nWe utilise it.', [rule], 'macro')
  assert.deepEqual([found?.rule, found?.severity, found?.principle], ['house/test', 'hint', 'standing'])
})

const says: readonly (readonly [find: string, say: readonly string[], text: string, ...rewrites: string[]])[] = [
  ['utilise', ['use', 'employ'], 'Utilise it.', 'Use it.', 'Employ it.'],
  ['~utilise', ['~use'], 'We are utilising it.', 'We are using it.'],
  ['~utilise', ['~use'], 'It utilises it.', 'It uses it.'],
  // What does not follow the form is right for the base form alone.
  ['~utilise', ['use'], 'We utilised it.'],
  ['~utilise', ['use'], 'We utilise it.', 'We use it.'],
  // “Contacted” is a past and a participle, and “wrote” is not “written”.
  ['~contact', ['~write to'], 'I contacted them.', 'I wrote to them.'],
  ['~contact', ['~write to'], "I've already contacted them.", "I've already written to them."],
  ['~contact', ['~write to'], 'The people contacted are here.'],
  ['~ping .. on', ['~write to .. on'], 'I pinged Mira and Sam on Monday.', 'I wrote to Mira and Sam on Monday.'],
  ['issue', ['problem'], 'There is an issue here.', 'There is a problem here.'],
  ['problem', ['issue'], 'A problem is here.', 'An issue is here.'],
  ['bug', ['hour'], 'It is a bug.', 'It is an hour.'],
  ['bug', ['URL'], 'It is a bug.'],
  ['kindly', [''], 'Kindly wait. Please wait.', 'Wait. Please wait.'],
  ['really', [''], 'It is a really easy one.', 'It is an easy one.'],
  ['github', ['GitHub'], 'See github there.', 'See GitHub there.'],
  ["can't wait", ["we'll wait"], 'I can’t wait.', 'I we’ll wait.'],
  ['soon', ['by [day and time]'], "I'll write soon.", "I'll write by [day and time]."],
  ['reach out', ['write'], 'Please *reach out* to Mira.', 'Please *write* to Mira.'],
  ['reach out', ['write'], 'Please *reach* out to Mira.'],
  // The rule would find it again.
  ['soon', ['by\n  noon\n'], 'It comes soon.', 'It comes by noon.'],
  ['~use', ['~use well'], 'We use it.'],
]

for (const [find, say, text, ...rewrites] of says)
  test(`“${find}” → “${say.join('”, “')}” in “${text}”`, () =>
    assert.deepEqual(rewritesOf(text, phrase(find, say)), rewrites))

test('contractions and apostrophes follow the document', () => {
  const rule = phrase('we shall', ["we'll"])
  assert.deepEqual(rewritesOf("We shall see. It's fine.", rule), ["We'll see. It's fine."])
  assert.deepEqual(rewritesOf('We shall see. It’s fine.', rule), ['We’ll see. It’s fine.'])
  assert.deepEqual(rewritesOf('We shall see. It is fine.', rule), ['We will see. It is fine.'])
})

test('what reads as the team wants it is not found', () => {
  assert.deepEqual(foundIn('GitHub, Github and github.', phrase('github', ['GitHub'])), ['Github', 'github'])
  assert.deepEqual(foundIn('Our support team. Support team! The team.', phrase('team', ['support team'])), ['team'])
  assert.deepEqual(foundIn('Email us. An email.', phrase('(e-mail|email)', ['email'])), [])
})

test('one choice that needs the writer is no safe one', () => {
  const [found] = findingsOf('It comes soon.', [phrase('soon', ['by [day]', 'today'])])
  assert.deepEqual(
    found?.suggestions.map(({safety}) => safety),
    ['needs-input', 'safe'],
  )
})

test('the message says what to do, and the team’s own counts', () => {
  const message = (say: readonly string[], more = {}) =>
    findingsOf('It is soon.', [phrase('soon', say, more)])[0]?.message
  assert.equal(message([]), '“soon” isn’t our house style.')
  assert.equal(message(['']), '“soon” isn’t our house style. Leave it out.')
  assert.equal(message(['~today']), '“soon” isn’t our house style. Say “today”.')
  assert.equal(message(['a', 'b']), '“soon” isn’t our house style. Say “a” or “b”.')
  assert.equal(message(['a', 'b', 'c', 'd', 'e']), '“soon” isn’t our house style. Say “a”, “b”, “c” or other words.')
  assert.equal(message(['a'], {message: 'No “{found}”, {x}.'}), 'No “soon”, {x}.')
})

test('the triggers of a phrase are words that knownWords sees in each of its matches', () => {
  for (const [find, text, ...found] of finds) {
    const rule = ruleOf(phrase(find))
    assert.ok(rule.triggers.length > 0 && !rule.triggers.includes('*'), find)
    if (found.length === 0) continue
    // The words are in the vocabulary from the moment on in which a plan is made of the rule.
    foundIn(text, phrase(find))
    assert.ok(knownWords(text).numbers.length > 0, find)
  }
  assert.deepEqual(ruleOf(phrase('the e-mail')).triggers, ['mail'])
  assert.deepEqual(ruleOf(phrase('in (due course|a moment)')).triggers, ['course', 'moment'])
})

test('no rule of ours can have the id of a house rule', () => {
  assert.ok(isHouseId(ruleOf(phrase('a')).id))
  assert.deepEqual(
    rules.filter(({id}) => id.includes('/')),
    [],
  )
})

test('a rule is made once for each phrase', () => {
  const rule = phrase('a')
  assert.equal(ruleOf(rule), ruleOf(rule))
})

const mistakes: readonly (readonly [find: string, said: RegExp])[] = [
  ['', /empty/],
  ['   ', /empty/],
  ['x'.repeat(201), /longer than 200 characters/],
  ['a (b', /lacks its partner/],
  ['a b)', /lacks its partner/],
  ['a [b)', /lacks its partner/],
  ['(a|)', /nothing between/],
  ['()', /nothing between/],
  ['~', /“~” stands one word/],
  ['~ use', /“~” stands one word/],
  ['.. a', /begins or ends/],
  ['a ..', /begins or ends/],
  ['a ..11 b', /no gap/],
  ['a ..0 b', /no gap/],
  ['[a] [b]', /no word that is always there/],
  ['!!', /no word that is always there/],
  ['“a”', /quotation marks are never checked/],
  ['a `b`', /code, placeholders and markup/],
  ['hi {{name}}', /code, placeholders and markup/],
  ['It is. So it is', /one sentence/],
  ['(a|b|c|d|e|f|g|h)'.repeat(4), /more than 500 ways/],
]

for (const [find, said] of mistakes)
  test(`“${find.slice(0, 30)}” is refused: ${said.source}`, () => {
    const parsed = parsePhrase(find)
    assert.ok('mistake' in parsed)
    assert.match(parsed.mistake, said)
  })
