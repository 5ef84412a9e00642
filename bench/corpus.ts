import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

const sentences = [
  'Open **Settings > Members** and choose the person whose role you want to change.',
  'The list shows each device with the time it was last seen, and `offline` beside those that are not connected.',
  'You should be able to see the new address in the [account page](https://help.example/account).',
  'Changes reach every device within a minute; large files take longer on a slow line.',
  'Select **Save**. The page opens again with a green bar at the top.',
  'If the upload stops, keep the window open: it goes on when the connection is back.',
  'You can simply drag the file into the window, or paste its address.',
  'Team owners decide who may invite guests, and how long a guest keeps access.',
  'The export holds one file for each list, named after the list and the day.',
  'Reports of the last twelve months stay in the archive, after that they are removed.',
]

/** Writes `count` made-up articles of about 4.6 KB each into `folder`, always the same ones. */
export function writeArticles(folder: string, count: number): void {
  mkdirSync(folder, {recursive: true})
  for (let index = 0; index < count; index++) {
    writeFileSync(path.join(folder, `article-${index}.md`), article(index))
  }
}

function article(seed: number): string {
  let state = seed * 2654435761 + 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const sentence = (): string => sentences[next(sentences.length)] ?? ''
  const parts = [`---\ntitle: Article ${seed}\n---\n\n# Article ${seed}\n`]
  for (let section = 0; section < 6; section++) {
    parts.push(`\n## Part ${section}\n\n${Array.from({length: 2 + next(4)}, sentence).join(' ')}\n\n`)
    if (next(3) === 0) parts.push('```sh\nharbour sync --all\n```\n\n')
    parts.push(Array.from({length: 2 + next(4)}, (_, step) => `${step + 1}. ${sentence()}\n`).join(''))
  }
  return parts.join('')
}

/** One article of about `size` characters, joined from the articles in `folder`. */
export function longArticle(folder: string, size: number): string {
  let text = ''
  for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
    if (text.length >= size) break
    if (name.endsWith('.md'))
      text += readFileSync(path.join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '') + '\n\n'
  }
  return text.slice(0, size)
}

/** A help desk's export of `count` made-up replies of about 2 KB each, and the place of a word in the one in the middle. */
export function exportOf(count: number): {readonly text: string; readonly line: number; readonly character: number} {
  const macro = (index: number) => ({
    id: 1000 + index,
    title: `Reply ${index}`,
    active: true,
    actions: [
      {
        field: 'comment_value_html',
        value:
          '<p>Hi {{ticket.requester.first_name}},</p><p>Thanks for your note about the export.</p>' +
          Array.from({length: 5}, (_, part) => {
            const at = (step: number) => plain(sentences[(index * 3 + part * 5 + step) % sentences.length] ?? '')
            return `<p>${at(0)} ${at(1)} “${at(2)}” &amp; ${at(3)}</p>`
          }).join('') +
          '<p>I hope this helps.</p>',
      },
    ],
  })
  const text = JSON.stringify({macros: Array.from({length: count}, (_, index) => macro(index))}, null, 2)
  const before = text.slice(0, text.indexOf('note about', text.length >> 1)).split('\n')
  return {text, line: before.length - 1, character: before.at(-1)?.length ?? 0}
}

const plain = (sentence: string): string =>
  sentence.replace(/\*\*|`|\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('>', '&gt;')
