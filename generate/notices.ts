import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {type BundledPackage, bundledFiles} from './bundled.ts'

const root = path.join(import.meta.dirname, '..')
const licenceFile = /^(?:licen[cs]e|copying|notice)\b/i
const rule = '-'.repeat(80)

/** The text that names every package whose code is in Poise, with its licence, as the licences ask wherever the code goes. */
export async function notices(): Promise<string> {
  const packages = new Map<string, BundledPackage>()
  for (const file of await bundledFiles())
    for (const each of file.packages) packages.set(`${each.name} ${each.version} (${each.license})`, each)
  const titles = new Map<string, string[]>()
  for (const [title, each] of [...packages].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const text = licenceOf(each)
    titles.set(text, [...(titles.get(text) ?? []), title])
  }
  const parts = [...titles].map(([text, names]) => `${rule}\n${names.join('\n')}\n${rule}\n\n${text}\n`)
  return `Poise holds code of these packages. Each stands here with its licence.\n\n${parts.join('\n')}`
}

function licenceOf(each: BundledPackage): string {
  const files = readdirSync(each.folder).filter(name => licenceFile.test(name))
  if (files.length === 0) return withoutFile(each)
  return files
    .sort()
    .map(name => readFileSync(path.join(each.folder, name), 'utf8').replaceAll('\r', '').trim())
    .join('\n\n')
}

/** The text of the MIT licence, which is Poise's own too, for a package that names it and encloses no copy. */
function withoutFile({name, license, author}: BundledPackage): string {
  if (license !== 'MIT' || author === '')
    throw new Error(`${name} encloses no licence. Find it out, or leave the package out.`)
  return readFileSync(path.join(root, 'LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright.*$/m, `Copyright (c) ${author}`)
}
