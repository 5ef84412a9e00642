import {readFileSync} from 'node:fs'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

/** The extension's manifest as an editor in English shows it. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the part that it reads.
export function readManifest(): any {
  const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>
  return JSON.parse(read('package.json'), (_key, value) => {
    const key = typeof value === 'string' ? /^%([^%]+)%$/.exec(value)?.[1] : undefined
    return key === undefined ? value : texts[key]
  })
}
