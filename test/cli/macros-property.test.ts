import assert from 'node:assert/strict'
import {test} from 'node:test'
import {exportMacros} from '../../server/cli/macros-export.ts'
import {importMacros} from '../../server/cli/macros-import.ts'
import {readMacroFile, trimmed} from '../../server/formats/exports/macro-file.ts'
import {type ReplyText, replyTextsOf} from '../../server/formats/exports/reply-texts.ts'
import {type Random, randomFrom} from '../formats/random.ts'
import {memoryHost} from './memory-host.ts'

const pieces = [
  'We’ve sent it again today.',
  'Open “Settings” and select "Save".',
  "It's in C:\\orders\\new.",
  '<b>Bold</b> &amp; calm',
  '<p>One</p>',
  '{{ticket.id}}',
  '{% if late %}soon{% endif %}',
  '%{name}',
  'naïve 😀 👩‍👩‍👧',
  '# no heading, 3 < 4, a: b',
  '- one',
  'x\ty',
  "''",
  '\\n',
  '&lt;',
  ']]',
  '; , |',
  '---',
  '> quoted',
]

function textOf(random: Random, eol: string): string {
  const lines = [
    `Hi {{name}}, thank you for writing to us about the invoice that you were sent in May.${eol}${eol}We looked at your account today, and your payment is on its way back to you.`,
  ]
  const count = random.below(5)
  for (let index = 0; index < count; index++) {
    const words = Array.from({length: random.below(4)}, () => random.pick(pieces)).join(' ')
    lines.push((words === '' ? '' : random.pick(['', '', '  '])) + words)
  }
  return lines.join(eol) + random.pick(['', '', eol])
}

type Write = (random: Random, texts: readonly string[]) => string

const asciiOnly = (text: string): string =>
  JSON.stringify(text).replace(/[^\x20-\x7e]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const json: Write = (random, texts) => {
  const written = texts.map((text, index) => {
    const body = random.chance(0.5) ? asciiOnly(text) : JSON.stringify(text)
    return `  {"id": ${index + 1}, "title": "Reply ${index + 1}",\t"content": ${body} }`
  })
  return `[\n${written.join(',\n')}\n]\n`
}

const yaml: Write = (random, texts) =>
  texts
    .map((text, index) => {
      const isPlain = !/[\r\n]/.test(text)
      const block = `${random.pick(['|', '|', '>'])}${text.endsWith('\n') ? '' : '-'}`
      const isLiteral = block.startsWith('|') && !/\r|\n\n$/.test(text)
      const lines = trimmed(text).split('\n')
      const written = random.pick([
        JSON.stringify(text),
        isPlain ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text),
        isLiteral
          ? `${block}\n${lines.map(line => (line === '' ? '' : `    ${line}`)).join('\n')}`
          : JSON.stringify(text),
        lines.length === 1 && !text.endsWith('\n\n') ? `${block}\n    ${lines[0]}` : JSON.stringify(text),
      ])
      return `- name: Reply ${index + 1}\n  comment: ${written}\n  # kept\n`
    })
    .join('')

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;')

const xml: Write = (random, texts) => {
  const written = texts.map((text, index) => {
    const body = random.chance(0.5) && !text.includes(']]>') ? `<![CDATA[${text}]]>` : escapeXml(text)
    return `<text shortcut="" type="0"><name>Reply ${index + 1}</name><body>${body}</body></text><!-- kept -->`
  })
  return `<?xml version="1.0"?>\n<quicktext version="2"><filetype>x</filetype><menu><title>A</title><texts>${written.join('\n')}</texts></menu></quicktext>\n`
}

const csv: Write = (random, texts) => {
  const written = texts.map((text, index) => {
    const isBare = !/[",\r\n;\t|]/.test(text) && text.trim() === text
    return `Reply ${index + 1},${isBare && random.chance(0.5) ? text : `"${text.replaceAll('"', '""')}"`},x`
  })
  return `title,body,tags\r\n${written.join('\r\n')}\r\n`
}

const ftl: Write = (_random, [text = '']) => `<html><body><p>${text}</p></body></html>\n`

const formats: Readonly<Record<string, Write>> = {
  'a.json': json,
  'a.yaml': yaml,
  'a.xml': xml,
  'a.csv': csv,
  'a.ftl': ftl,
}

const options = {dryRun: false, config: undefined}
const nature = (path: string) => ({path, kind: 'macro', named: true}) as const

function repliesOf(path: string, text: string | undefined): readonly ReplyText[] {
  return replyTextsOf(text ?? '', nature(path))?.replies ?? []
}

/** The file with a sign for each reply's text. */
function around(path: string, text: string): string {
  let rest = ''
  let from = 0
  for (const {span} of repliesOf(path, text).toSorted((a, b) => a.span.start - b.span.start)) {
    rest += `${text.slice(from, span.start)}\ufffc`
    // A line break at its end is part of a block scalar, and of no other.
    from = text.endsWith('\n', span.end) ? span.end - 1 : span.end
  }
  return rest + text.slice(from)
}

for (const [name, write] of Object.entries(formats)) {
  const path = `/w/${name}`
  const cases = 50

  test(`${name}: import, edits, export and import again change what was edited and nothing else`, async () => {
    for (let seed = 0; seed < cases; seed++) {
      const random = randomFrom(seed)
      const eol = random.pick(['\n', '\n', name === 'a.ftl' || name === 'a.yaml' ? '\n' : '\r\n'])
      const texts = Array.from({length: 2 + random.below(4)}, () => textOf(random, eol))
      const before = write(random, texts)
      const files: Record<string, string> = {[path]: before}
      const host = memoryHost(files)
      const context = () => `seed ${seed}\n${before}\n${host.said.join('\n')}`
      assert.equal(await importMacros({...options, source: name, to: 'm'}, host), 0, context())
      assert.equal(files[path], before)
      const replies = repliesOf(path, before)
      if (name !== 'a.ftl')
        assert.deepEqual(
          replies.map(({text}) => text),
          texts,
          context(),
        )
      const macros = Object.keys(files).filter(each => each.startsWith('/w/m/'))
      assert.equal(macros.length, replies.length, context())

      const wanted = replies.map(({text}) => text)
      const edited = new Set<number>()
      for (const macro of macros) {
        const text = files[macro] ?? ''
        const {body, origin} = readMacroFile(text)
        const index = (origin?.index ?? 0) - 1
        assert.equal(body, trimmed(replies[index]?.text ?? ''), context())
        if (random.chance(0.5)) continue
        const place = text.length - body.length + random.below(body.length) - 1
        const added = ` ${trimmed(random.pick([random.pick(pieces), textOf(random, eol)]))} `
        const at = /[\ud800-\udfff\r\n]/.test(text.slice(place - 1, place + 1)) ? text.lastIndexOf(body) : place
        files[macro] = text.slice(0, at) + added + text.slice(at)
        wanted[index] = readMacroFile(files[macro] ?? '').body + (replies[index]?.text ?? '').slice(body.length)
        edited.add(index)
      }
      const conflicting = random.chance(0.15) ? [...edited][0] : undefined
      if (conflicting !== undefined && name !== 'a.ftl') {
        files[path] = write(randomFrom(seed), texts.with(conflicting, 'Hi, thank you for this other text.'))
        const snapshot = {...files}
        assert.equal(await exportMacros({...options, folder: 'm', into: name}, host), 1, context())
        assert.match(
          host.said.join('\n'),
          /Nothing was written: 1 macro was changed on both sides\.\n {2}m\/.* and a\.\w+:\d+:\d+/,
        )
        assert.deepEqual(files, snapshot)
        continue
      }

      assert.equal(await exportMacros({...options, folder: 'm', into: name}, host), 0, context())
      const after = files[path] ?? ''
      const now = repliesOf(path, after)
      assert.deepEqual(
        now.map(({text}) => text),
        wanted,
        context(),
      )
      assert.equal(around(path, after), around(path, before), context())
      for (const [index, {span}] of replies.entries()) {
        if (edited.has(index)) continue
        const place = now[index]?.span
        assert.equal(after.slice(place?.start, place?.end), before.slice(span.start, span.end), context())
      }
      const snapshot = {...files}
      assert.equal(await importMacros({...options, source: name, to: 'm'}, host), 0, context())
      assert.equal(await exportMacros({...options, folder: 'm', into: name}, host), 0, context())
      assert.deepEqual(files, snapshot, context())
    }
  })
}
