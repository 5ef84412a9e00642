import {principleText} from '../../rules/kit/principles.ts'
import {severities} from '../../rules/kit/types.ts'
import {bar} from './charts.ts'
import type {Links} from './links.ts'
import {type Markup, markup} from './markup.ts'
import {riskOf} from './overview.ts'
import {ruleReason} from './rule-text.ts'
import type {DocumentSummary, PhraseSummary, ReportSummary, RuleSummary} from './summary.ts'
import {details, table} from './tables.ts'
import {counted, mean, whole} from './wording.ts'

/** The documents that carry most risk. */
export function worstDocuments({worst}: ReportSummary, links: Links): Markup {
  if (worst.length === 0) return markup``
  const rows = worst.map(document => [
    riskOf(document.score.overall),
    markup`${links.place(document.place, titleOf(document, links))}<p>${adviceOf(document, links)}</p>`,
    whole(document.findings),
  ])
  const columns = [{name: 'Risk'}, {name: 'Document'}, {name: 'Findings', figures: true}]
  const title = worst.length === 1 ? 'The document to begin with' : `The ${worst.length} documents to begin with`
  return markup`<section class="worst" aria-labelledby="worst"><h2 id="worst">${title}</h2>
<p class="intro">Each link leads to the line whose mending lowers the document’s risk most.</p>
${table('Documents with the highest risk', columns, rows)}</section>`
}

function titleOf({place, reply}: DocumentSummary, {shown}: Links): Markup {
  return markup`<bdi>${reply ?? shown(place.path)}</bdi>`
}

function adviceOf({place, reply, mend, score}: DocumentSummary, {shown}: Links): Markup {
  const where = markup`Line ${place.line}${reply !== undefined && markup` of <bdi>${shown(place.path)}</bdi>`}.`
  if (mend === undefined) return where
  const effect = mend.overall < score.overall ? `brings the risk to ${mend.overall}` : 'comes first'
  return markup`${where} Mending <code>${mend.rule}</code> ${effect}.`
}

/** The words that are found most often. */
export function frequentPhrases({phrases}: ReportSummary, links: Links): Markup {
  const start = markup`<section aria-labelledby="phrases"><h2 id="phrases">What is written most</h2>`
  if (phrases.length === 0)
    return markup`${start}<p class="intro">No phrase that a rule marks is found twice.</p></section>`
  const highest = Math.max(...phrases.map(({count}) => count))
  const rows = phrases.map(phrase => [
    markup`<q><bdi>${phrase.words}</bdi></q><p>${links.rule(phrase.rule)} ${exampleOf(phrase, links)}</p>`,
    markup`${whole(phrase.count)}${bar(phrase.count, highest, 'accent')}`,
    whole(phrase.documents),
  ])
  const columns = [{name: 'Words'}, {name: 'Times', figures: true}, {name: 'Documents', figures: true}]
  return markup`${start}
<p class="intro">Words that a rule marks, counted over all documents. One sentence in the style guide can end many of them.</p>
${table('The phrases that occur most', columns, rows)}</section>`
}

function exampleOf({first}: PhraseSummary, links: Links): Markup {
  const content = markup`<bdi>${links.shown(first.path)}</bdi>, line ${first.line}`
  return markup`<span class="example">first in ${links.place(first, content)}</span>`
}

const shownAtOnce = 12

/** What each rule found, and what mending it does. */
export function byRule(summary: ReportSummary, links: Links): Markup {
  const {rules, all} = summary
  if (rules.length === 0) return markup``
  const highest = Math.max(...rules.map(({findings}) => findings))
  const row = (rule: RuleSummary) => [
    markup`${links.rule(rule.rule)} <span>${principleText[rule.principle].name}</span><p>${ruleReason(rule.rule)}</p>`,
    markup`${whole(rule.findings)}${bar(rule.findings, highest, 'accent')}<p>${severitiesOf(rule)}</p>`,
    whole(rule.documents),
    mean(Math.max(0, all.risk.overall - rule.gain)),
  ]
  const columns = [
    {name: 'Rule'},
    {name: 'Findings', figures: true},
    {name: 'Documents', figures: true},
    {name: 'Mean risk once mended', figures: true},
  ]
  const [first, rest] = [rules.slice(0, shownAtOnce), rules.slice(shownAtOnce)]
  return markup`<section class="rules" aria-labelledby="rules"><h2 id="rules">Findings by rule</h2>
<p class="intro">The mean risk of today is ${mean(all.risk.overall)}. The last column says what it is once all that a rule found is mended.</p>
${table('Findings by rule', columns, first.map(row))}
${rest.length > 0 && details('more-rules', counted(rest.length, 'more rule'), table('Findings by the other rules', columns, rest.map(row)))}</section>`
}

function severitiesOf({bySeverity}: RuleSummary): string {
  return severities
    .filter(severity => bySeverity[severity] > 0)
    .map(severity => counted(bySeverity[severity], severity))
    .join(', ')
}
