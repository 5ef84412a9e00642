import {rules} from '../../rules/index.generated.ts'
import type {BodySyntax} from '../../server/formats/shapes/shape.ts'
import type {Random} from './random.ts'

/** One in each of the ways in which help desks write what is filled in later. */
export const placeholders = [
  '{{ticket.requester.first_name}}',
  '{{ first_name | fallback: "there" }}',
  '{%customer.firstName,fallback=there%}',
  '%{ticket.number}',
  '{!Contact.FirstName}',
  '{{{Recipient.FirstName}}}',
  '{$Ticket->Subject}',
  `$${'{'}order.recipient_name}`,
  '#{ticket.customer.firstname}',
  '{patient_name}',
  '{Option A/Option B}',
  '[AMOUNT]',
  '[ name ]',
  'XXX',
  '<ISSUE_NUMBER>',
  '@{author}',
  '$SITENAME$',
  '[[TO=firstname]]',
] as const

/** What a file has to write in a way of its own, or what another reader could take for a sign. */
const oddities = [
  '"Quota reached"',
  "'single'",
  "it's",
  'C:\\new\\table',
  '\\',
  '\\"',
  '5 < 6 & 7 > 2',
  'R&D',
  '&amp;',
  '&lt;p&gt;',
  '&nbsp',
  ']]>',
  '-->',
  'naïve café',
  'a\u00a0b',
  '😀',
  '👩‍👩‍👧',
  '𝒳',
  'e\u0301',
  '—',
  '“curly”',
  '#1',
  ' # no comment',
  'key: value',
  'one, two; three',
  '100 %',
  '{',
  '}',
  '|',
  '*',
  '_',
  'snake_case_name',
  '`',
  '~',
  '\ttab',
  '(see below)',
  '- dash',
  '? ',
  '\\n',
  '\\u00e9',
  '$1',
  '$&',
  '…',
  '“She said ‘no’”',
  '\u2028',
]

const found = rules
  .filter(({scope}) => scope.includes('macro'))
  .flatMap(({examples}) =>
    examples.flatMap(example =>
      'bad' in example && (example.kind ?? 'macro') === 'macro' ? [example.bad.replace(/[«»]/g, '')] : [],
    ),
  )
  .filter(bad => !/[`[\]<>]|^\s*(?:\d+\.|[-#>])|\n\s*(?:\d+\.|[-#>])/.test(bad))

const fillers = [
  'Your order left our warehouse this morning.',
  'Open the settings and choose your plan.',
  'The invoice is in your account.',
  'Reply here with the number on the label.',
  'You see the new total on the next page.',
]

/** A piece of a reply before it is written in any syntax. */
type Piece = {readonly text: string; readonly kind: 'text' | 'bold' | 'placeholder' | 'line' | 'paragraph'}

/** A reply in one of the syntaxes that bodies have. */
export interface RandomReply {
  readonly title: string
  readonly body: string
  readonly syntax: BodySyntax
}

/** Makes a reply with sentences that rules find, among signs that files write in their own ways. */
export function randomReply(random: Random, syntax: BodySyntax, number: number): RandomReply {
  const pieces: Piece[] = []
  if (random.chance(0.5)) {
    pieces.push({kind: 'text', text: random.pick(['Hi ', 'Hello ', 'Dear '])})
    pieces.push({kind: 'placeholder', text: random.pick(placeholders)}, {kind: 'text', text: ','})
    pieces.push({kind: random.pick(['line', 'paragraph', 'paragraph']), text: ''})
  }
  const sentences = 1 + random.below(4)
  for (let index = 0; index < sentences; index++) {
    if (index > 0) {
      const kind = random.pick(['text', 'text', 'line', 'paragraph'] as const)
      pieces.push({kind, text: kind === 'text' ? random.pick([' ', ' ', ' ', '  ']) : ''})
    }
    pieces.push(...sentence(random))
  }
  if (random.chance(0.3)) pieces.push({kind: 'paragraph', text: ''}, {kind: 'text', text: 'Best regards'})
  const odd = random.chance(0.2) ? ` ${random.pick(['"a"', "it's", '\\ & <', '😀', 'é: x', '#2'])}` : ''
  return {title: `Reply ${number}${odd}`, body: writers[syntax](pieces, random), syntax}
}

/** A reply that no reader doubts is one: what a file is taken for must not hang on the signs in the others. */
export const plainReply = (syntax: BodySyntax, number: number): RandomReply => {
  const lines = ['Hi {{name}},', calm, 'Best regards']
  const body = syntax === 'html' ? `<p>${lines.join('</p>\n<p>')}</p>` : lines.join('\n\n')
  return {title: `Reply ${number}`, body: syntax === 'markdown' ? `${body}\n\n**Acme**` : body, syntax}
}

/** Words enough for many odd signs. */
export const calm =
  'Your order left our warehouse on Monday, and you have the invoice in your account since this morning. You see the new total on the next page, and the parcel reaches you on Thursday. You have the number on the label.'

/** A sentence, one of its words in bold perhaps, and odd signs or placeholders between its words. */
function sentence(random: Random): readonly Piece[] {
  const pieces: Piece[] = []
  const paragraphs = (random.chance(0.8) ? random.pick(found) : random.pick(fillers)).split('\n\n')
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) pieces.push({kind: 'paragraph', text: ''})
    for (const [line, text] of paragraph.split('\n').entries()) {
      if (line > 0) pieces.push({kind: 'line', text: ''})
      for (const [at, part] of text.split('**').entries()) {
        if (part !== '') pieces.push({kind: at % 2 === 1 ? 'bold' : 'text', text: part})
      }
    }
  }
  if (random.chance(0.55)) disturb(pieces, random)
  if (random.chance(0.2)) disturb(pieces, random)
  return pieces
}

function disturb(pieces: Piece[], random: Random): void {
  const index = random.below(pieces.length)
  const piece = pieces[index]
  if (piece?.kind !== 'text') return
  const words = piece.text.split(' ')
  const at = random.below(words.length + 1)
  const before = words.slice(0, at).join(' ')
  const after = words.slice(at).join(' ')
  const [word = '', ...rest] = words.slice(at)
  if (random.chance(0.2) && /^\p{L}+$/u.test(word)) {
    pieces.splice(
      index,
      1,
      {kind: 'text', text: at === 0 ? '' : `${before} `},
      {kind: 'bold', text: word},
      {kind: 'text', text: rest.length === 0 ? '' : ` ${rest.join(' ')}`},
    )
    return
  }
  const added: Piece = random.chance(0.5)
    ? {kind: 'placeholder', text: random.pick(placeholders)}
    : {kind: 'text', text: random.pick(oddities)}
  pieces.splice(
    index,
    1,
    {
      kind: 'text',
      text: at === 0 ? '' : `${before}${added.text === 'XXX' ? ' ' : random.pick([' ', ' ', ' ', ''])}`,
    },
    added,
    {kind: 'text', text: after === '' ? '' : `${random.pick([' ', ' ', ' ', ', '])}${after}`},
  )
}

const breaks = ['\n', '\n', '\n', '\r\n', '\r']

const writers: Readonly<Record<BodySyntax, (pieces: readonly Piece[], random: Random) => string>> = {
  text(pieces, random) {
    const eol = random.pick(breaks)
    const indent = random.pick(['', '', '', '  ', '\t'])
    const end = random.pick(['', '', eol, ` ${eol}`, eol + eol])
    const body = pieces.map(({kind, text}) => {
      if (kind === 'paragraph') return eol + random.pick(['', '', ' ']) + eol + indent
      if (kind === 'line') return eol + indent
      return random.chance(0.04) ? text.replace(/(?<=\w) (?=\w)/, eol) : text
    })
    return indent + body.join('') + end
  },
  html(pieces, random) {
    const eol = random.pick(['', '\n', '\r\n', '\n  '])
    const br = random.pick(['<br>', '<br />', '<br/>'])
    const [open, close] = random.pick([
      ['<p>', '</p>'],
      ['<p style="margin: 0; font: \'a\'">', '</p>'],
      ['<div>', '</div>'],
    ])
    const shape = random.pick(['whole', 'whole', 'breaks'])
    const body = pieces.map(({kind, text}) => {
      if (kind === 'paragraph') return shape === 'whole' ? close + eol + open : br + br + eol
      if (kind === 'line') return br + eol
      if (kind === 'placeholder') return text
      const written = entities(text, random)
      if (kind === 'bold')
        return random.pick([
          `<b>${written}</b>`,
          `<strong class="a b">${written}</strong>`,
          `<a href="https://a.example/?x=1&amp;y=2">${written}</a>`,
        ])
      return random.chance(0.1)
        ? written.replace(/(?<=\w) (?=\w)/, random.pick(['\n', '\r\n', '  ', '\n    ', '<!-- c --> ']))
        : written
    })
    const joined = body.join('')
    return shape === 'whole' ? open + joined + close : `${joined}${br}`
  },
  markdown(pieces, random) {
    const eol = random.pick(['\n', '\n', '\n', '\r\n'])
    const quote = random.pick(['', '', '', '> '])
    const body = pieces.map(({kind, text}, index) => {
      if (kind === 'paragraph') return eol + quote.trimEnd() + eol + quote
      if (kind === 'line') return random.pick(['  ', '\\', '']) + eol + quote
      if (kind === 'placeholder') return text
      const written = escaped(text)
      if (kind === 'bold')
        return random.pick([
          `**${written}**`,
          `*${written}*`,
          pieces
            .slice(0, index)
            .findLast(before => before.text !== '')
            ?.text.endsWith(']')
            ? `**${written}**`
            : `[${written}](https://a.example/b?c=d)`,
        ])
      return random.chance(0.08) ? written.replace(/(?<=\w) (?=\w)/, eol + quote) : written
    })
    // A mark, so that a reader sees what it is.
    return quote + body.join('') + eol + quote.trimEnd() + eol + quote + '**Acme**' + random.pick(['', eol])
  },
}

function entities(text: string, random: Random): string {
  const style = random.below(4)
  return text.replace(/[&<>"'éï—“”😀\u00a0]/gu, sign => {
    if (sign === '&') return '&amp;'
    if (sign === '<') return style === 1 ? '&#60;' : '&lt;'
    if (sign === '>') return style === 0 ? '>' : '&gt;'
    if (style < 2) return sign
    const code = sign.codePointAt(0) ?? 0
    return style === 2 ? `&#${code};` : `&#x${code.toString(16).toUpperCase()};`
  })
}

const escaped = (text: string): string => text.replace(/[\\*_`~|<&[\]#>-]/g, '\\$&')
