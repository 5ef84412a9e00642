import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {rules} from '../../rules/index.generated.ts'
import type {FileSyntax} from '../formats/decoded.ts'
import {randomFrom} from '../formats/random.ts'
import {randomFile} from '../formats/random-files.ts'

/** What rules find, as their examples say it. */
export const phrases: readonly string[] = rules.flatMap(({examples}) =>
  examples.flatMap(example => ('bad' in example ? [example.bad.replace(/[«»]/g, '')] : [])).slice(0, 1),
)

/** What writers of articles and replies put between their words, whatever the format. */
export const placeholders = [
  '{{name}}',
  '{{ ticket.id | upcase }}',
  '{% if a %}',
  '{% endif %}',
  '%{a}',
  '{!A.B}',
  '[NAME]',
]

export const ignoreComments = [
  '<!-- poise-ignore -->',
  '<!-- poise-ignore minimiser, hedge: why -->',
  '<!-- poise-ignore-start -->',
  '<!-- poise-ignore-end -->',
  '<!-- poise-ignore-file minimiser -->',
]

/** Files of the repository, by their paths in it. */
export const filesAt = (...paths: readonly string[]): readonly string[] =>
  paths.map(path => readFileSync(join(import.meta.dirname, '../..', path), 'utf8'))

/** Generated files with replies, of one syntax. */
export function repliesIn(syntax: FileSyntax, path: RegExp = /./): readonly string[] {
  const texts: string[] = []
  for (let seed = 0; texts.length < 6; seed++) {
    const file = randomFile(randomFrom(seed))
    if (file.syntax === syntax && path.test(file.path) && file.text.length < 1200) texts.push(file.text)
  }
  return texts
}

/** One file of each form in which help desks write a syntax. */
export function shapesOf(syntax: FileSyntax): readonly string[] {
  const folder = 'test/formats/shapes'
  const names = readdirSync(join(import.meta.dirname, '../..', folder))
  return filesAt(
    ...names.filter(name => name.replace(/yml$/, 'yaml').endsWith(syntax)).map(name => `${folder}/${name}`),
  )
}
