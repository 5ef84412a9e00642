// Configuration files that are made to harm: names of the language itself, wrong types, endless lists, megabytes.
import {makeConfigs} from '../../../server/workspace/config.ts'
import {memoryFiles} from '../../workspace/memory-files.ts'
import {none, say, within} from '../measured.ts'

const many = (count: number, entry: (at: number) => string): string =>
  Array.from({length: count}, (_, at) => entry(at)).join()

const rulesIn = (count: number): string => `{"rules": {${many(count, at => `"r${at}": "off"`)}}}`

const configurations: readonly (readonly [name: string, text: string])[] = [
  [
    'names of the language',
    '{"__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}, "rules": {"__proto__": {"x": 1}, "constructor": "off"}}',
  ],
  ['wrong types', '{"rules": [1], "macros": {"a": 1}, "ignore": 7, "maxFileSize": "x", "root": null, "recording": []}'],
  ['as many rules as 1 MB holds', rulesIn(62_000)],
  ['100,000 rules', rulesIn(100_000)],
  ['as many globs as 1 MB holds', `{"ignore": [${many(82_000, at => `"g${at}/**"`)}]}`],
  ['100,000 open lists', `{"macros": ${'['.repeat(100_000)}`],
  ['10 MB of one string', `{"$schema": "${'a'.repeat(10_000_000)}"}`],
  ['a circle', '{"extends": ["./.poise.json", "./other.json"]}'],
]

const files = Object.fromEntries(configurations.map(([name, text]) => [`/w/${name}/.poise.json`, text]))
const around = {
  '/w/.poise.json': '{"rules": {"minimiser": "off"}}',
  '/w/a circle/other.json': files['/w/a circle/.poise.json'] ?? '',
}
const folders = memoryFiles({...around, ...files})
await makeConfigs(folders).of('/w')
const silent: string[] = []
for (const [name] of configurations) {
  const {config} = await within(
    name,
    200,
    async () => {
      const configs = makeConfigs(folders)
      return {configs, config: await configs.of(`/w/${name}`)}
    },
    ({configs}) => {
      const own = configs.files().filter(({path}) => path.startsWith(`/w/${name}/`))
      const count = own.reduce((sum, {problems}) => sum + problems.length, 0)
      return {seen: `${count} problems`, good: count > 0}
    },
  )
  if (config.rules['minimiser'] !== 'off') silent.push(`${name}: what stands above it no longer holds`)
}
none('of each is named what is wrong, and the rest holds', configurations.length, silent)

const leaked = Object.keys({}).length > 0 || 'x' in {}
say({input: 'a name that every object would have', toReach: 'none', reached: leaked ? 'one' : 'none', passed: !leaked})
