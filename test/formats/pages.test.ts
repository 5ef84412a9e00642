import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {readMarkdown} from '../../server/formats/markdown/markdown.ts'
import {isReplyPage, repliesOfPage} from '../../server/formats/pages/pages.ts'
import {randomFrom} from './random.ts'

function split(text: string, path = 'support/late.md') {
  return repliesOfPage(text, readMarkdown(text, 'macro'), path)
}

/** Titles, each with what its blocks say. */
function said(text: string, path?: string): readonly string[] | undefined {
  return split(text, path)?.map(
    ({title, reading}) => `${title}: ${reading.blocks.map(block => block.prose).join(' / ')}`,
  )
}

describe('a heading per reply', () => {
  it('takes prose that greets, under the headings above it', () => {
    const text = [
      '# Refunds',
      '## Late parcel',
      'Hi Ana,',
      '',
      'Your parcel is *late*.',
      '### Steps',
      '1. Open the order.',
      '## Damaged',
      'Hello,',
      '',
      'Send us a photo.',
      '',
      '# Billing',
      '## Paid twice',
      'Hi {{name}},',
      '',
      'We see two payments.',
    ].join('\n')
    assert.deepEqual(said(text), [
      'Refunds › Late parcel: Hi Ana, / Your parcel is late. / Steps / Open the order.',
      'Refunds › Damaged: Hello, / Send us a photo.',
      'Billing › Paid twice: Hi ￼, / We see two payments.',
    ])
    const [, damaged] = split(text) ?? []
    assert.equal(text.slice(damaged?.titleSpan.start, damaged?.titleSpan.end), 'Damaged')
    assert.equal(text.slice(damaged?.span.start, damaged?.span.end), '## Damaged\nHello,\n\nSend us a photo.')
    const map = damaged?.reading.blocks[1]?.map
    const place = map?.toEditable({start: 0, end: 4})
    assert.equal(text.slice(place?.start, place?.end), 'Send')
  })

  it('takes the fence or the quote, and leaves out what is said to the agent', () => {
    const text = [
      '# Saved replies',
      '',
      'Paste these.',
      '',
      '## Late parcel',
      '> For parcels over a week late.',
      '```',
      'Thanks for writing. Your parcel is at the depot, and we have asked the carrier where it goes next.',
      '',
      '# not a heading',
      '```',
      '',
      '## Paid twice',
      '',
      'Check the order first.',
      '',
      '```text',
      'I’m sorry that you were charged twice. The second payment is back on your card within three days.',
      '```',
    ].join('\r\n')
    assert.deepEqual(said(text), [
      'Late parcel: Thanks for writing. Your parcel is at the depot, and we have asked the carrier where it goes next. / # not a heading',
      'Paid twice: I’m sorry that you were charged twice. The second payment is back on your card within three days.',
    ])
    const quoted = '## Late\n\n> Thanks for waiting.\n\n> It leaves today.\n\n## Lost\n> Sorry that it is lost.\n'
    assert.deepEqual(said(quoted), ['Late: Thanks for waiting. / It leaves today.', 'Lost: Sorry that it is lost.'])
  })

  it('reads a fence of a few words, too', () => {
    const text = '## Late\n```\nIt leaves today, thank you.\n```\n## Lost\n```\nThanks, we look for it.\n```\n'
    assert.deepEqual(said(text), ['Late: It leaves today, thank you.', 'Lost: Thanks, we look for it.'])
    const block = split(text)?.[1]?.reading.blocks[0]
    const place = block?.map.toSource({start: 0, end: 6})
    assert.equal(text.slice(place?.start, place?.end), 'Thanks')
  })

  it('takes short openings where the page’s name says what it is', () => {
    const text = '# Canned responses\n## Late\nYour parcel is late.\n## Lost\nThank you, we look for it.\n'
    assert.deepEqual(said(text), ['Late: Your parcel is late.', 'Lost: Thank you, we look for it.'])
  })

  it('numbers several under one title', () => {
    const fence = (text: string) => `\`\`\`\n${text}\n\`\`\`\n`
    const text = `## Late\n${fence('Hi, it is late, so we send you another one on Monday, as you asked.')}\n${fence('Hi Ana, it is late.')}\n## Lost\n${fence('Hi, it is lost.')}`
    assert.deepEqual(
      split(text)?.map(({title}) => title),
      ['Late', 'Late (2)', 'Lost'],
    )
  })
})

describe('titles without headings', () => {
  it('finds lines that part replies, even right under a paragraph', () => {
    const text = '---- LATE PARCEL\nHi,\nyour parcel is late.\n---- PAID TWICE ----\nHi,\nwe see two payments.\n'
    assert.deepEqual(said(text), ['LATE PARCEL: Hi, your parcel is late.', 'PAID TWICE: Hi, we see two payments.'])
    const block = split(text)?.[1]?.reading.blocks[0]
    const place = block?.map.toEditable({start: 4, end: 6})
    assert.equal(text.slice(place?.start, place?.end), 'we')
  })

  it('takes an empty one as the title of those below', () => {
    const text =
      '==== REFUNDS ====\n\n*** Late ***\nYour parcel is late.\n*** Lost ***\nWe look for it.\n==== BILLING ====\n*** Paid twice ***\nWe see two.\n'
    assert.deepEqual(
      split(text)?.map(({title}) => title),
      ['REFUNDS › Late', 'REFUNDS › Lost', 'BILLING › Paid twice'],
    )
  })

  it('leaves quoted mail and fences whole', () => {
    const mail =
      'See below.\n\n---- Original Message ----\nHi, where is it?\n\n---------- Forwarded message ---------\nHi, you have it.\n'
    assert.equal(split(mail), undefined)
    assert.equal(split('```\n---- ONE\nHi you\n---- TWO\nHi you\n```\n'), undefined)
  })

  it('takes bold titles between rules', () => {
    const text = '**Late parcel**\nHi, your parcel is late.\n\n---\n\n**Paid twice:**\n\nHi, we see two payments.\n'
    assert.deepEqual(said(text), ['Late parcel: Hi, your parcel is late.', 'Paid twice: Hi, we see two payments.'])
    assert.equal(split('Hi,\n\n**Steps**\n\nOpen it.\n\n---\n\n**Then**\n\nYou close it.\n'), undefined)
  })
})

describe('one reply stays whole', () => {
  const whole: Readonly<Record<string, string>> = {
    'headings below a greeting':
      'Hi Ana,\n\n## Steps\n1. You open it.\n\n## If it fails\nTell us.\n\n## Then\nThanks for your patience.\n\nBest,\nAna\n',
    'a greeting under the first heading':
      '# Reset\nHi Ana,\n\n## Steps\nYou open it.\n## Still no mail\nSorry to hear it, write to us.\n\nBest regards\n',
    'steps with notes':
      '## Step one\nYou open it.\n> You can do it later.\n\nIt takes a while, and then you wait.\n## Step two\nYou close it.\n> You see a note.\n\nIt takes a while, and then you wait.\n',
    'a purpose': '---\npurpose: answer\n---\n## One\nHi, you.\n## Two\nHi, you.\n',
    'a quoted customer': 'Thanks for writing.\n\n> Where is it?\n\nIt is here.\n\n---\n\nAna\n',
  }
  for (const [name, text] of Object.entries(whole))
    it(name, () =>
      assert.equal(
        split(text)?.map(({title}) => title),
        undefined,
      ),
    )
})

describe('what goes to which reply', () => {
  const text = [
    '<!-- poise-ignore-start no-blame -->',
    '## Late',
    '<!-- poise-ignore-file no-please -->',
    'Hi, your parcel is late.',
    '',
    '<!-- poise-ignore-end no-blame -->',
    '<!-- poise-ignore: known -->',
    '## Lost',
    'Hi, it is lost.',
    '<!-- poise-ignroe -->',
    '## Привет',
    'Hi,',
    '',
    'Здравствуйте, ваша посылка задерживается.',
  ].join('\n')
  const replies = split(text) ?? []

  it('deals ignore comments and problems', () => {
    assert.deepEqual(
      replies.map(({reading}) => reading.directives.map(({kind}) => kind)),
      [['file', 'start', 'end'], ['file', 'next'], []],
    )
    assert.deepEqual(
      replies.map(({reading}) => reading.problems.map(({code}) => code)),
      [[], ['unknown-directive'], []],
    )
  })

  it('marks a reply in another language', () => {
    assert.deepEqual(
      replies.map(({reading}) => reading.foreign ?? false),
      [false, false, true],
    )
    assert.deepEqual(replies[2]?.reading.blocks, [])
  })
})

describe('a page that nobody calls a macro', () => {
  const fences =
    '# Answers\n## Late\n```\nThanks for writing. It is late.\n```\n## Lost\n```\nHello, we look for it.\n```\n'
  const prose = '## Late\nHi, it is late.\n## Lost\nHi, we look for it.\n'
  const separated = '---- LATE\nHi, it is late.\n---- LOST\nHi, we look for it.\n'

  it('shows itself by its fences, its separators or its name', () => {
    assert.equal(isReplyPage(fences, 'docs/answers.md'), true)
    assert.equal(isReplyPage(separated, 'docs/answers.md'), true)
    assert.equal(isReplyPage(prose, 'docs/saved-replies.md'), true)
    assert.equal(isReplyPage(`# Email templates\n${prose}`, 'docs/mail.md'), true)
  })

  it('is an article otherwise', () => {
    assert.equal(isReplyPage(prose, 'docs/answers.md'), false)
    assert.equal(isReplyPage('## Build\n```sh\nnpm start\n```\n## Test\n```\n$ npm test\n> ok\n```\n', 'a.md'), false)
    assert.equal(
      isReplyPage('# Saved replies\nSave what you write often.\n## Add one\nOpen it.\n## Use one\nPick it.\n', 'a.md'),
      false,
    )
  })

  it('splits whatever it calls a page', () => {
    for (const [text, path] of [
      [fences, 'a.md'],
      [separated, 'a.md'],
      [prose, 'docs/saved-replies.md'],
    ] as const)
      assert.equal(split(text, path)?.length, 2)
  })
})

describe('any page', () => {
  it('gives each reply its own blocks, in order, in time', () => {
    const random = randomFrom(7)
    const lines = [
      '# T',
      '## T',
      '### T',
      'Hi you,',
      'Thanks.',
      '> Hi',
      '```',
      '~~~',
      '---- T',
      '=== T ===',
      '***',
      '---',
      '**T**',
      '',
      '',
      '- it',
      '<!--',
      '-->',
      '    x',
    ]
    for (let round = 0; round < 1500; round++) {
      const eol = random.pick(['\n', '\r\n', '\r'])
      const text = Array.from({length: 3 + random.below(25)}, () => random.pick(lines)).join(eol)
      let last = 0
      for (const {span, titleSpan, reading} of split(text, random.pick(['a.md', 'macros/a.md'])) ?? []) {
        assert.ok(last <= span.start && span.start <= titleSpan.end && span.end <= text.length, JSON.stringify(text))
        for (const block of reading.blocks) {
          const place = block.map.toSource({start: 0, end: block.prose.length})
          assert.ok(span.start <= place.start && place.end <= span.end, JSON.stringify(text))
        }
        last = span.start
      }
    }
    const hostile = [
      '#',
      '-',
      '=',
      '>',
      '`',
      '*',
      '---- a\n',
      '# a\n',
      '> Hi\n',
      '# a\nHi\n',
      '*** a',
      '```\nHi\n```\n',
      '# a\n```\nHi\n```\n',
      `---- ${' '.repeat(150)}x\n`,
    ]
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(60_000 / piece.length))
      const began = performance.now()
      isReplyPage(text, 'macros.md')
      isReplyPage(`# Macros\n## a\n${text}`, 'macros.md')
      assert.ok(performance.now() - began < 2000, piece)
    }
  })
})
