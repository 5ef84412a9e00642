/** A small seeded generator, so that a failing document can be made again. */
export interface Random {
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  chance(share: number): boolean
}

/** The generator called mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    below: limit => Math.floor(next() * limit),
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    chance: share => next() < share,
  }
}

const words = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar'.split(' ')

/** Pieces of a line in which every lower-case word is prose and every HIDDEN is not. */
const pieces: readonly ((word: string, random: Random) => string)[] = [
  word => word,
  word => word,
  word => word,
  word => `**${word}**`,
  word => `*${word}*`,
  word => `_${word}_`,
  word => `~~${word}~~`,
  word => `[${word}](https://hidden.example/HIDDEN "HIDDEN")`,
  word => `[${word}][known]`,
  word => `[**${word}** golf](HIDDEN)`,
  word => `[${word}]({{ site.HIDDEN }}/HIDDEN)`,
  word => `<b>${word}</b>`,
  word => `${word}<!-- HIDDEN -->`,
  word => `😀 ${word} 👩‍👩‍👧`,
  word => `${word} &amp; ${word}`,
  word => `&#8217;${word}&nbsp;&rarr;`,
  word => `\\*${word}\\_`,
  word => `${word}’s it's`,
  word => `a & b < ${word} > c`,
  () => '`HIDDEN`',
  () => '`` HI`DDEN ``',
  () => '![HIDDEN](HIDDEN.png)',
  () => 'https://example.com/HIDDEN',
  () => '<https://example.com/HIDDEN>',
  () => 'HIDDEN@example.com',
  () => '{{HIDDEN.name}}',
  () => '{% if HIDDEN %}',
  () => '%{HIDDEN}',
  () => '<code>HIDDEN</code>',
  () => '<kbd class="HIDDEN">Ctrl</kbd>',
  word => `${word}[^HIDDEN]`,
  word => `${word}{:target="_HIDDEN"}`,
  word => `naïve ${word} Ünï`,
]

function inline(random: Random, eol: string, indent: string | undefined): string {
  const parts: string[] = []
  const count = 1 + random.below(7)
  for (let index = 0; index < count; index++) {
    if (index > 0) {
      const breaks = indent !== undefined && random.chance(0.15)
      parts.push(
        breaks ? random.pick(['', '', '  ', '\\', ' ', '\t']) + eol + indent + random.pick(['', ' ', '  ']) : ' ',
      )
    }
    parts.push(random.pick(pieces)(random.pick(words), random))
  }
  return parts.join('')
}

const blocks: readonly ((random: Random, eol: string, indent: string) => string)[] = [
  (random, eol, indent) => inline(random, eol, indent),
  (random, eol, indent) => `golf ${inline(random, eol, indent)}`,
  (random, eol) =>
    `${'#'.repeat(1 + random.below(6))} ${inline(random, eol, undefined)}${random.pick(['', ' ##', ' {#HIDDEN}'])}`,
  (random, eol, indent) => `hotel ${inline(random, eol, undefined)}${eol}${indent}${random.pick(['===', '---'])}`,
  (random, eol, indent) =>
    `- ${nested(random, eol, `${indent}  `)}${eol}${indent}- ${nested(random, eol, `${indent}  `)}`,
  (random, eol, indent) =>
    `1. ${nested(random, eol, `${indent}   `)}${eol}${indent}2. ${nested(random, eol, `${indent}   `)}`,
  (random, eol, indent) => `- [x] ${inline(random, eol, `${indent}  `)}`,
  (random, eol, indent) => `> ${nested(random, eol, `${indent}> `)}`,
  (random, eol, indent) => `> [!NOTE]${eol}${indent}> ${inline(random, eol, `${indent}> `)}`,
  (random, eol, indent) =>
    [
      `| ${inline(random, eol, undefined)} | india |`,
      '|---|:-:|',
      `| ${inline(random, eol, undefined)} | a \\| ${random.pick(words)} |`,
    ].join(eol + indent),
  (_random, eol, indent) => ['```js', 'HIDDEN()', '```'].join(eol + indent),
  (_random, eol, indent) => ['<div class="HIDDEN">', 'HIDDEN', '</div>'].join(eol + indent),
  (_random, eol, indent) => ['<!-- poise-ignore some-rule: HIDDEN -->', 'kilo'].join(eol + indent),
  (random, eol, indent) => [':::note HIDDEN', inline(random, eol, indent), ':::'].join(eol + indent),
  (random, eol, indent) => ['{% if HIDDEN %}', inline(random, eol, indent), '{% endif %}'].join(eol + indent),
  (random, eol, indent) => `!!! note "HIDDEN"${eol}${indent}    ${inline(random, eol, `${indent}    `)}`,
  () => '[known]: https://example.com/HIDDEN',
  () => '***',
]

function nested(random: Random, eol: string, indent: string): string {
  if (indent.length > 9 || random.chance(0.6)) return `lima ${inline(random, eol, indent)}`
  const gap = eol + indent.trimEnd() + eol + indent
  return `mike${random.chance(0.5) ? eol + indent : gap}${random.pick(blocks)(random, eol, indent)}`
}

/** A Markdown file in which every lower-case word is prose and every HIDDEN is not. */
export function randomMarkdown(random: Random, size = 6): string {
  const eol = random.pick(['\n', '\n', '\r\n', '\r'])
  const parts: string[] = []
  for (let index = 0; index <= random.below(size); index++) parts.push(random.pick(blocks)(random, eol, ''))
  const front = random.pick([
    '',
    '',
    '',
    '\ufeff',
    `---${eol}title: HIDDEN${eol}---${eol}`,
    `\ufeff---${eol}a: HIDDEN${eol}---${eol}`,
  ])
  return front + parts.join(eol + eol) + random.pick(['', eol, ` ${eol}${eol}`])
}
