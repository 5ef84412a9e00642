import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {writeArticles} from './articles.ts'

/** The articles that are measured, in a folder of their own, where no configuration or ignore file around them counts. */
export interface Corpus {
  readonly folder: string
  /** Relative to the folder, in a fixed order. */
  readonly files: readonly string[]
  readonly bytes: number
}

/** Copies the Markdown files of a folder, or one in every so many of them, to where they are measured. */
export function copyCorpus(from: string, to: string, every = 1): Corpus {
  const files = markdownIn(from).filter((_, index) => index % every === 0)
  for (const file of files) {
    mkdirSync(path.dirname(path.join(to, file)), {recursive: true})
    cpSync(path.join(from, file), path.join(to, file))
  }
  return corpusIn(to)
}

/** A folder of articles as it is. */
export function corpusIn(folder: string): Corpus {
  const files = markdownIn(folder)
  const bytes = files.reduce((sum, file) => sum + readFileSync(path.join(folder, file)).length, 0)
  return {folder, files, bytes}
}

/** The largest folder of made-up articles of a run, written once. */
export function manyArticles({scratch, files}: {readonly scratch: string; readonly files: number}): Corpus {
  const folder = path.join(scratch, 'many')
  if (!existsSync(folder)) writeArticles(folder, files)
  return corpusIn(folder)
}

function markdownIn(folder: string): readonly string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  return names.filter(name => name.endsWith('.md') && !/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(name)).sort()
}

/** Texts of `size` characters, put together from different articles. */
export function textsOf({folder, files}: Corpus, size: number, count: number): readonly string[] {
  const texts: string[] = []
  let text = ''
  for (const file of inTurns(files)) {
    text += readFileSync(path.join(folder, file), 'utf8').replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '') + '\n\n'
    if (text.length < size) continue
    texts.push(text.slice(0, size))
    if (texts.length === count) break
    text = ''
  }
  return texts
}

/** From all over the corpus rather than from its start: neighbours are often alike. A small corpus is used again. */
function* inTurns(files: readonly string[]): Generator<string> {
  if (files.length === 0)
    throw new Error('The folder holds no Markdown files. Give another one: npm run bench -- FOLDER')
  for (let turn = 0; turn < 10_000; turn++) yield files[(turn * 37) % files.length] ?? ''
}
