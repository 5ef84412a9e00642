import {readdirSync} from 'node:fs'
import {join} from 'node:path'

const folder = join(import.meta.dirname, 'targets')

/** The modules of all targets, or of those that are named. */
export function targetFiles(named?: readonly string[]): readonly string[] {
  const names = named ?? readdirSync(folder).map(name => name.replace(/\.ts$/, ''))
  return names.map(name => join(folder, `${name}.ts`))
}
