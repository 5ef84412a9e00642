import {makePlan} from '../../../server/engine/plan.ts'
import {readRule} from '../../../server/house-style/vale/read-rule.ts'
import {styleRule} from '../../../server/house-style/vale/style-rule.ts'
import {holdsForFile, openAs} from '../holds-for-file.ts'
import {holdsForSpans} from '../holds-for-spans.ts'
import {partSign, parts} from '../parts.ts'
import {expressionSigns, yamlSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('a.md', 'article')

/** A rule of a Vale style, and a text in which it looks. */
export const target: Target = {
  name: 'vale-rule',
  seeds: [
    `extends: existence\nmessage: "Avoid '%s'."\nignorecase: true\ntokens:\n  - synerg(?:y|ies)\n  - low-hanging fruit\n${partSign}Synergy and \`synergy\`.`,
    `extends: substitution\nmessage: Use '%s' instead of '%s'.\nswap:\n  '(\\w+)ly utili[sz]e': $1 use|employ\n  e-mail: email\naction:\n  name: replace\n${partSign}We freshly utilise e-mail.`,
    `extends: existence\nmessage: "%s"\nscope: sentence\nraw: ['\\bis\\s']\nappend: true\ntokens: ['(?<!not )good$', '^So']\nexceptions: [So it is]\n${partSign}So it is not good.`,
    `extends: existence\nmessage: x\nnonword: true\nscope: heading\ntokens: ['!', '\\.{3}']\n${partSign}# Well... no!`,
  ],
  dictionary: [
    ...yamlSigns,
    ...expressionSigns,
    ...[
      '\ntokens:\n  - ',
      '\nswap:\n  a: b',
      '\nraw:\n  - ',
      '\nignorecase: true',
      '\nnonword: true',
      '\nlevel: error',
    ],
    ...[
      '\nscope: paragraph',
      '\naction:\n  name: remove',
      '\ncapitalize: true',
      '\nexceptions: [a]',
      'utilise',
      partSign,
    ],
  ],
  holds(input) {
    const [style = '', text = ''] = parts(input)
    const {rule, problems} = readRule(style, 'Acme', 'Rule')
    holdsForSpans(
      style,
      problems.map(({span}) => span),
    )
    if (rule !== undefined) holdsForFile(text, open, makePlan('article', {}, [styleRule(structuredClone(rule))]))
  },
}
