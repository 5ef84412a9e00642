import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const folder = join(import.meta.dirname, 'found')

/** An input that failed once, and is tried in every test from then on. */
export interface Found {
  readonly target: string
  /** What its file is called, in words. */
  readonly title: string
  readonly input: string
}

/** Keeps an input, as JSON so that half a pair stays what it is; answers its file. */
export function saveFound(target: string, input: string): string {
  const name = createHash('sha256').update(input).digest('hex').slice(0, 8)
  const file = join(folder, target, `${name}.json`)
  mkdirSync(join(folder, target), {recursive: true})
  writeFileSync(file, `${JSON.stringify(input)}\n`)
  return file
}

/** All inputs that are kept. */
export function allFound(): readonly Found[] {
  return readdirSync(folder).flatMap(target =>
    readdirSync(join(folder, target)).map(file => ({
      target,
      title: file.replace(/\.json$/, '').replaceAll('-', ' '),
      input: JSON.parse(readFileSync(join(folder, target, file), 'utf8')),
    })),
  )
}
