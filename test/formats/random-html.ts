import type {Random} from './random.ts'

const words = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar'.split(' ')

/** Pieces of a line in which every lower-case word is prose and every HIDDEN is not. */
const pieces: readonly ((word: string, random: Random) => string)[] = [
  word => word,
  word => word,
  word => word,
  word => `${word}, ${word}.`,
  word => `<b>${word}</b>`,
  word => `<STRONG class="HIDDEN">${word} </STRONG>`,
  word => `<em> ${word}</em>`,
  word => `<a href="https://hidden.example/?HIDDEN=1&amp;x='2'">${word} <i>golf</i></a>`,
  word => `<span title='{{ "HIDDEN" }}' style="a: b">${word}</span>`,
  word => `${word}<!-- HIDDEN > -->`,
  word => `<font color=#HIDDEN>${word}`,
  word => `😀 ${word} 👩‍👩‍👧`,
  word => `${word} &amp; ${word}`,
  word => `&#8217;${word}&nbsp;&rarr;`,
  word => `${word}&#32; ${word}`,
  word => `${word}’s it's "${word}"`,
  word => `a & b < ${word} > c`,
  word => `R&D ${word}&copy`,
  word => `${word}  \t ${word}`,
  word => `${word} &bogus; ${word}`,
  () => '<code>HIDDEN <b>HIDDEN</b></code>',
  () => '<img alt="HIDDEN" src=HIDDEN.png>',
  () => '<style>p { HIDDEN }</style>',
  () => ' https://example.com/HIDDEN?a=1&amp;b=2 ',
  () => ' HIDDEN@example.com ',
  () => '{{HIDDEN.name}}',
  () => '{{ HIDDEN | default: "<b>" }}',
  () => '{% render HIDDEN < 3 %}',
  () => '%{HIDDEN}',
  () => `$${'{'}HIDDEN!"x"}`,
  () => '<HIDDEN_NAME>',
  word => `<name>${word}`,
]

function inline(random: Random, eol: string, br: string): string {
  const parts: string[] = [random.pick(words)]
  const count = random.below(7)
  for (let index = 0; index < count; index++) {
    parts.push(random.pick([' ', ' ', ' ', '', `${eol}  `, br, ` ${br}${eol}`, `${br} ${br}`]))
    parts.push(random.pick(pieces)(random.pick(words), random))
  }
  return parts.join('')
}

const blocks: readonly ((random: Random, eol: string, br: string) => string)[] = [
  (random, eol, br) => `<p>${inline(random, eol, br)}</p>`,
  (random, eol, br) => `<p style="HIDDEN">${eol}${inline(random, eol, br)}${eol}</p>`,
  (random, eol, br) => `<P>${inline(random, eol, br)}`,
  (random, eol, br) => `<div>${inline(random, eol, br)}</div>`,
  (random, eol, br) => inline(random, eol, br),
  (random, eol, br) => `${inline(random, eol, br)}${br}${br}`,
  (random, eol) => `<h2>${inline(random, eol, '')}</h2>`,
  (random, eol, br) => `<ul>${eol}<li>${inline(random, eol, br)}</li>${eol}<li>${inline(random, eol, br)}${eol}</ul>`,
  (random, eol, br) => `<ol><li>${inline(random, eol, br)}<ul><li>${inline(random, eol, br)}</ul></ol>`,
  (random, eol, br) => `<table><tr><td>${inline(random, eol, br)}<td><p>${inline(random, eol, br)}</table>`,
  (random, eol, br) => `<blockquote>${inline(random, eol, br)}</blockquote>`,
  (random, eol, br) => `{{> HIDDEN}}${eol}<p>${inline(random, eol, br)}</p>${eol}{{> HIDDEN}}`,
  (random, eol, br) => `<@HIDDEN when=(a > 1)>${inline(random, eol, br)}</@HIDDEN>`,
  () => '<pre>HIDDEN</pre>',
  () => '<script>"<p>HIDDEN</p>"</script>',
  (random, eol, br) => `<!-- poise-ignore some-rule: HIDDEN -->${eol}<p>${inline(random, eol, br)}</p>`,
]

/** A file of HTML in which every lower-case word of the list is prose and every HIDDEN is not. */
export function randomHtml(random: Random, size = 5): string {
  const eol = random.pick(['\n', '\n', '\r\n', ''])
  const br = random.pick(['<br>', '<br />', '<BR/>'])
  const parts: string[] = []
  for (let index = 0; index <= random.below(size); index++) parts.push(random.pick(blocks)(random, eol, br))
  return random.pick(['', '', '<!DOCTYPE html><html><head><title>HIDDEN</title></head><body>']) + parts.join(eol)
}
