import {makePlan} from '../../../server/engine/plan.ts'
import {ruleOf} from '../../../server/house-style/phrase-rule.ts'
import {parseStyle} from '../../../server/house-style/style-file.ts'
import {tryPhrase} from '../../../server/house-style/try-phrase.ts'
import {holdsForFile, openAs, plans} from '../holds-for-file.ts'
import {holdsForSpans} from '../holds-for-spans.ts'
import {partSign, parts} from '../parts.ts'
import {yamlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('a.md', 'article')

/** A file of phrase rules, and a text in which they look. */
export const target: Target = {
  name: 'house-style',
  seeds: [
    `- find: ~click on\n  say: ~choose\n  bad: Click on it.\n  good: Choose it.\n${partSign}She clicked on **it**. Clicking on it.`,
    `phrases:\n  - find: [log .. out, sign out]\n    say: [sign .. off, ""]\n    message: No.\n    in: both\n${partSign}Log them out.`,
    `[{"find": "e-mail", "say": "email", "severity": "warning"}]${partSign}E-mail us. An e-mail, e-mails.`,
  ],
  dictionary: [
    ...yamlSigns,
    ...[
      '~',
      '..',
      '- find: ',
      '\n  say: ',
      '\n  bad: ',
      '\n  good: ',
      '\n  name: ',
      '\n  in: macro',
      '\n  severity: hint',
    ],
    ...['click', 'clicked', 'log', 'out', 'it', '’s', '**', '`a`', 'be', 'have', 'doesn’t', partSign],
  ],
  holds(input) {
    const [style = '', text = ''] = parts(input)
    const {phrases, problems} = parseStyle('a.yaml', style)
    holdsForSpans(
      style,
      problems.map(({span}) => span),
    )
    for (const phrase of phrases.slice(0, 3)) {
      const {failures, warnings} = tryPhrase(phrase, plans)
      holdsForSpans(
        style,
        [...failures, ...warnings].map(({span}) => span),
      )
    }
    const rules = phrases.slice(0, 10).map(({rule}) => ruleOf(rule))
    holdsForFile(text, open, makePlan('article', {}, rules))
  },
}
