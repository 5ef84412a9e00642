import {holdsForConfiguration} from '../holds-for-configuration.ts'
import {configurationWords, yamlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

/** A configuration in YAML that another one rests on. */
export const target: Target = {
  name: 'extended-configuration',
  seeds: [
    'macros:\n  - macros/**\n  - files: "*.json"\n    items: $.list[*]\n    body: text\n',
    'phrases:\n  - find: ~click .. on\n    say: ~choose ..\n  - other.yaml\nrules: {minimiser: off, clarity: warning}\n',
    'overrides:\n  - files: [a/**]\n    rules:\n      minimiser: off\nallow: [Just Ask]\nextends: base.yaml\n',
  ],
  dictionary: [...yamlSigns, ...configurationWords, ...configurationWords.map(word => `\n${word}: `)],
  holds: input =>
    holdsForConfiguration({'/w/.poise.json': '{"extends": "base.yaml"}', '/w/base.yaml': input}, '/w/base.yaml'),
}
