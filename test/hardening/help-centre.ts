import {mkdirSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {article} from '../../bench/text/articles.ts'
import {makeDice} from '../../bench/text/sentences.ts'

/** A help centre that was written for a scenario. */
export interface HelpCentre {
  /** The articles that a scan is to read. */
  readonly count: number
  /** Names under which nothing may be shown. */
  readonly isHidden: (path: string) => boolean
}

const size = 5000
/** So many articles lie in a folder, and each folder in another, six deep. */
const inFolder = 50
const deep = 6
/** Different texts; the same one is never beside itself. */
const texts = 997

/** Writes so many articles of 5 KB, packages and ignored files beside them, and one file of 100 MB. */
export function writeHelpCentre(folder: string, count: number): HelpCentre {
  const kept = Array.from({length: Math.min(count, texts)}, (_, at) => article(makeDice(at + 1), size))
  const write = (path: string, at: number): void => {
    // The number makes each text one that no memory knows as a whole.
    writeFileSync(join(folder, path), `${kept[at % kept.length]}\nThis is page ${at} of the help centre.\n`)
  }
  for (let at = 0; at < count; at++) {
    const path = folderOf(Math.floor(at / inFolder))
    if (at % inFolder === 0) mkdirSync(join(folder, path), {recursive: true})
    write(`${path}/article-${at}.md`, at)
  }
  for (const hidden of ['node_modules/kit', 'out/pages']) {
    mkdirSync(join(folder, hidden), {recursive: true})
    for (let at = 0; at < 100; at++) write(`${hidden}/${at}.md`, at)
  }
  writeFileSync(join(folder, '.gitignore'), 'out/\n')
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, 'huge.md'), '')
  truncateSync(join(folder, 'huge.md'), 100_000_000)
  return {count, isHidden: path => path.includes('/node_modules/') || path.includes('/out/')}
}

function folderOf(number: number): string {
  const names = [`section-${number}`]
  for (let level = 1, rest = number; level < deep; level++) {
    names.unshift(`part-${rest % 4}`)
    rest = Math.floor(rest / 4)
  }
  return names.join('/')
}
