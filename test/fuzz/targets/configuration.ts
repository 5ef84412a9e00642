import {holdsForConfiguration} from '../holds-for-configuration.ts'
import {filesAt} from '../material.ts'
import {configurationWords, jsonSigns} from '../signs.ts'
import type {Target} from '../target.ts'

/** A configuration file. */
export const target: Target = {
  name: 'configuration',
  seeds: [
    ...filesAt('examples/.poise.json'),
    '{"macros": ["macros/**", {"files": "*.json", "items": "$.list[*]", "title": "name", "body": "text", "as": "html"}]}',
    '{"phrases": [{"find": "~click .. on", "say": "~choose ..", "bad": ["Click it on."]}], "rules": {"house/click-on": "warning"}}',
    '{"overrides": [{"files": ["a/**"], "rules": {"minimiser": "off"}}], "allow": ["Just Ask"], "root": true}',
    '{"extends": ".poise.json", "styles": ["styles/Acme"], "articles": ["**/*.md"], "ignore": ["{a,b}/**"], "maxFileSize": 5}',
  ],
  dictionary: [...jsonSigns, ...configurationWords.map(word => `"${word}"`)],
  holds: input => holdsForConfiguration({'/w/.poise.json': input}, '/w/.poise.json'),
}
