// A hundred thousand levels of everything that nests.
import {within} from '../measured.ts'
import {checkedAs, warmUp} from '../texts.ts'

const deep = 100_000
const reply = 'Simply open your settings, and thanks for your patience.'
const json = JSON.stringify
const macro = (field: string, value: string): string => json({macros: [{title: 'A', actions: [{field, value}]}]})

const files: readonly (readonly [name: string, path: string, text: string])[] = [
  ['brackets of Markdown', 'a.md', '['.repeat(deep) + reply],
  ['quotes of Markdown', 'a.md', '> '.repeat(deep) + reply],
  ['elements in Markdown', 'a.md', '<div>'.repeat(deep) + reply],
  ['links of Markdown', 'a.md', '<a>'.repeat(deep) + reply],
  ['elements of HTML', 'a.html', `<html><body><p>Hi {{name}},</p>${'<div>'.repeat(deep)}${reply}`],
  ['lists of JSON', 'macros.json', `[{"name": "A", "comment": ${json(reply)}}, ${'['.repeat(deep)}`],
  ['maps of JSON', 'macros.json', '{"macros":'.repeat(deep)],
  ['elements in JSON', 'macros.json', macro('comment_value_html', '<div>'.repeat(deep) + reply)],
  ['flow lists of YAML', 'macros.yaml', `- name: A\n  comment: ${reply}\n- ${'['.repeat(deep)}`],
  ['flow maps of YAML', 'macros.yaml', '{a: '.repeat(deep)],
  ['dashes of YAML', 'macros.yaml', '- '.repeat(deep)],
  ['elements of XML', 'quicktext.xml', `<?xml version="1.0"?>\n<quicktext>${'<a>'.repeat(deep)}`],
  ['quotes of CSV', 'macros.csv', `title,body\nA,${'"'.repeat(deep)}`],
]

warmUp()
for (const [name, path, text] of files)
  await within(
    `${name}, 100,000 deep`,
    1000,
    () => checkedAs(path, text),
    ({failed}) => ({seen: '', good: !failed}),
  )
