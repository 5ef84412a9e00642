import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {type Checked, checked, kindOfName} from './checked.ts'
import {Stop} from './stop.ts'

/** The Markdown files below a folder, in the order of their names, with forward slashes. */
export function markdownIn(folder: string): readonly string[] {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) throw new Stop(`There is no folder “${folder}”.`)
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md') && statSync(path.join(folder, name)).isFile())
    .map(name => name.replaceAll('\\', '/'))
    .sort()
  if (names.length === 0) throw new Stop(`“${folder}” holds no Markdown.`)
  return names
}

/** Reads and checks one file of a folder. */
export function checkFile(folder: string, name: string): Checked {
  return checked(readFileSync(path.join(folder, name), 'utf8'), kindOfName(name))
}
