import {defineRecogniser} from '../kit/rule.ts'

const trouble =
  "(?:not|n[’']t|still|fails?|failed|persists?|stuck|errors?|problems?|issues?|trouble|unable|missing|wrong|no longer|nothing|lost|stops?|grey(?:ed)?|blank|empty|slow)"
const branch = new RegExp(
  [
    `\\b(?:if|when|in case|should)\\b[^.!?]{0,140}(?:\\b|(?=n[’']t))${trouble}\\b`,
    '\\bif (?:not|so|it fails|none of)\\b|\\botherwise\\b|\\bif (?:the|your) (?:\\w+ ){1,3}(?:remains|happens|occurs|comes back|returns)\\b',
    "\\b(?:still (?:stuck|not|having|see|seeing|need)|no luck|didn[’']t (?:work|help)|troubleshoot\\w*|common (?:errors|issues|problems))\\b|\\b(?:problems?|trouble|issues)\\?|\\bneed (?:more |additional |further )?help\\b",
  ].join('|'),
  'i',
)

export default defineRecogniser({
  id: 'failure-branch',
  scope: ['article', 'macro'],
  triggers:
    'if when case should otherwise still luck work help troubleshoot troubleshooting common problem problems trouble issues'.split(
      ' ',
    ),
  examples: [
    {yes: 'If the error is still there, reply with the code.'},
    {yes: "If it doesn't start, reinstall it."},
    {yes: 'Otherwise, ask your administrator.'},
    {yes: 'Still stuck? Write to us.'},
    {yes: 'If you run into problems, restart the device.'},
    {no: 'If you use a tablet, turn it first.'},
    {no: 'When the page opens, select **Next**.'},
    {no: 'Restart the app.'},
  ],
  find({text, start}) {
    const match = branch.exec(text)
    return match ? {start: start + match.index, end: start + match.index + match[0].length} : undefined
  },
})
