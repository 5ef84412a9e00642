import {atEnd, states} from '../kit/reply.ts'
import {slot} from '../kit/rewrite.ts'
import {defineRule} from '../kit/rule.ts'
import {isTroubleshooting, wordsOf} from '../kit/trouble.ts'
import type {Outline} from '../kit/types.ts'

export default defineRule({
  id: 'article-help-route',
  principle: 'standing',
  scope: ['article'],
  level: 'document',
  severity: 'hint',
  message: 'This article doesn’t say what to do, or whom to ask, if it doesn’t work.',
  why: 'A reader for whom a step goes otherwise is alone at the end of the page. One line with a next step or a contact keeps the way open; where every page shows it in its footer, turn this rule off.',
  sources: [
    'Navigating User Pushback: escalate when necessary; give guidance on next steps',
    'A Word about Pushback: trusted advisors are aware of many scenarios',
  ],
  serves: ['want-success', 'beyond-our-control', 'escalate', 'standing'],
  examples: [
    {
      bad: '# Export a list\n\nThe export writes one file for each list in your account, named after the list. Files are kept for a week, and each of them has its own columns and its own order of rows.\n\n1. Open **Lists**.\n2. Select **Export**.\n\n«The file opens in any spreadsheet, and the first row holds the names of the columns, in the order that you chose.»',
      better:
        '# Export a list\n\nThe export writes one file for each list in your account, named after the list. Files are kept for a week, and each of them has its own columns and its own order of rows.\n\n1. Open **Lists**.\n2. Select **Export**.\n\nThe file opens in any spreadsheet, and the first row holds the names of the columns, in the order that you chose. Still stuck? Contact [support address] with [what to include].',
    },
    {
      good: '# Export a list\n\nThe export writes one file for each list in your account, named after the list. Files are kept for a week, and each of them has its own columns and its own order of rows.\n\n1. Open **Lists**.\n2. Select **Export**.\n\nThe file opens in any spreadsheet, and the first row holds the names of the columns.\n\nStill stuck? Contact our support team.',
    },
    {
      good: '# Export a list\n\nThe export writes one file for each list in your account, named after the list. Files are kept for a week, and each of them has its own columns and its own order of rows.\n\n1. Open **Lists**.\n2. Select **Export**. If the button is missing, ask an owner of the list to share it with you.\n\nThe file opens in any spreadsheet, and the first row holds the names of the columns.',
    },
    {
      bad: '# Read the visits report\n\nThe report lists every visit of the last month, with the page, the time and the country of the visitor. Visits of your own team are left out, and so are those of known robots and previews.\n\n1. Open **Reports**.\n2. Select **Visits**.\n\n«The newest visit stands at the top.»',
    },
    {
      bad: '# Set a reply address\n\nThe report lists every visit of the last month, with the page, the time and the country of the visitor. Visits of your own team are left out, and so are those of known robots and previews.\n\n1. Open **Settings**.\n2. Enter the address.\n\n«A customer contacts the support team at this address from then on.»',
    },
    {
      bad: '# Share a list\n\nThe report lists every visit of the last month, with the page, the time and the country of the visitor. Visits of your own team are left out, and so are those of known robots and previews.\n\n1. Open **Lists**.\n2. Select **Share**.\n\n«If you have two teams, pick one.»',
    },
    {good: '# Short page\n\nThe export writes one file for each list.'},
    {
      title: 'Exports fail',
      good: 'The export stops when a list has more rows than the plan allows, and then no file is written. Lists on the free plan hold two thousand rows, and all other plans have no limit of that kind for the rows of one list.\n\n1. Open **Lists**.\n2. Split the list.',
    },
  ],
  check(outline) {
    if (states(outline, 'help-route') || isTroubleshooting(outline) || !isGuide(outline)) return []
    return atEnd(outline, `Still stuck? Contact ${slot('support address')} with ${slot('what to include')}.`)
  },
})

/** Whether there is something that can go otherwise for the reader: steps, or a page of some length. */
function isGuide(outline: Outline): boolean {
  const words = wordsOf(outline)
  const steps = outline.blocks.some(block => block.kind === 'item' && block.ordered)
  return words >= (steps ? 40 : 120)
}
