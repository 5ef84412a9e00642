// Configuration files that are made to harm: names of the language itself, wrong types, endless lists, megabytes.
import {makeConfigs} from '../../../server/workspace/config.ts'
import {parseConfig} from '../../../server/workspace/parse-config.ts'
import {memoryFiles} from '../../workspace/memory-files.ts'
import {none, say, within} from '../measured.ts'

const many = (count: number, entry: (at: number) => string): string =>
  Array.from({length: count}, (_, at) => entry(at)).join()

const configurations: readonly (readonly [name: string, text: string])[] = [
  [
    'names of the language',
    '{"__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}, "rules": {"__proto__": {"x": 1}, "constructor": "off"}}',
  ],
  ['wrong types', '{"rules": [1], "macros": {"a": 1}, "ignore": 7, "maxFileSize": "x", "root": null, "recording": []}'],
  ['100,000 rules', `{"rules": {${many(100_000, at => `"r${at}": "off"`)}}}`],
  ['100,000 globs', `{"ignore": [${many(100_000, at => `"g${at}/**"`)}]}`],
  ['100,000 open lists', `{"macros": ${'['.repeat(100_000)}`],
  ['10 MB of one string', `{"$schema": "${'a'.repeat(10_000_000)}"}`],
]

parseConfig('{"rules": {"minimiser": "off"}}')
for (const [name, text] of configurations)
  await within(
    name,
    200,
    () => parseConfig(text),
    ({problems}) => ({
      seen: `${problems.length} problems`,
      good: problems.length > 0 || text.length > 1_000_000,
    }),
  )

const files = Object.fromEntries(configurations.map(([name, text]) => [`/w/${name}/.poise.json`, text]))
const configs = makeConfigs(memoryFiles(files))
const silent: string[] = []
for (const [name] of configurations) {
  const config = await configs.of(`/w/${name}`)
  if (config.rules['minimiser'] !== undefined) silent.push(`${name} sets a rule`)
  if (!configs.files().some(({path, problems}) => path.includes(name) && problems.length > 0))
    silent.push(`${name}: no problem is named`)
}
none('each is named on its file, and the defaults hold', configurations.length, silent)

const leaked = Object.keys({}).length > 0 || 'x' in {}
say({input: 'a name that every object would have', toReach: 'none', reached: leaked ? 'one' : 'none', passed: !leaked})
