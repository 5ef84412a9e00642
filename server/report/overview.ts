import {principleText} from '../../rules/kit/principles.ts'
import {principles} from '../../rules/kit/types.ts'
import {bandAt, bandChart, bands, bar, bins, histogramChart, kindsChart, nameOf, scaleOf} from './charts.ts'
import type {Links} from './links.ts'
import {type Markup, markup} from './markup.ts'
import {ruleMessage} from './rule-text.ts'
import type {ReportSummary} from './summary.ts'
import {details, table} from './tables.ts'
import {counted, mean, percent, whole} from './wording.ts'

/** What there is, in a sentence and a few figures. */
export function headline(summary: ReportSummary): Markup {
  const {all, change} = summary
  const where = all.documents === 1 ? 'In it' : `In ${whole(all.withFindings)} of them`
  const findings =
    all.findings === 0
      ? 'Poise marks nothing.'
      : `${where} Poise marks ${counted(all.findings, 'finding')}: phrases, and things left unsaid, that experienced support leads advise against.`
  return markup`<p class="lead">${readIn(summary)} ${findings}</p>
<dl class="figures">
<div><dt>Documents</dt><dd>${whole(all.documents)}</dd></div>
<div><dt>Findings</dt><dd>${whole(all.findings)}</dd></div>
<div><dt>Mean risk</dt><dd>${mean(all.risk.overall)} <small>of 100</small></dd></div>
${
  change &&
  markup`<div><dt>New since the baseline</dt><dd>${change.fresh > 0 && '+'}${whole(change.fresh)}</dd></div>
${change.mended !== undefined && markup`<div><dt>Mended</dt><dd>${change.mended > 0 && '−'}${whole(change.mended)}</dd></div>`}
<div><dt>Still there</dt><dd>${whole(change.still)}</dd></div>`
}
</dl>
${
  !change &&
  markup`<p class="aside">There is no baseline yet. <code>poise baseline</code> records these findings, and the next report shows what is new and what was mended.</p>`
}`
}

function readIn({kinds: {article, macro}}: ReportSummary): string {
  const parts = [
    ...(article.documents > 0 ? [counted(article.documents, 'article')] : []),
    ...(macro.documents > 0 ? [counted(macro.documents, 'macro')] : []),
  ]
  return `${parts.join(' and ')} ${article.documents + macro.documents === 1 ? 'was' : 'were'} read.`
}

const mostToMend = 3

/** The rules whose mending lowers the mean risk most. */
export function mendFirst({rules, all}: ReportSummary, links: Links): Markup {
  const best = rules
    .filter(({gain}) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, mostToMend)
  if (best.length === 0) return markup``
  const risk = all.risk.overall
  const items = best.map(({rule, findings, documents, gain, words}) => {
    const after = Math.max(0, risk - gain)
    return markup`<li><h3>${ruleMessage(rule, words)}</h3>
<p>${findings === documents ? `Found in ${counted(documents, 'document')}.` : `${counted(findings, 'finding')} in ${counted(documents, 'document')}.`} With all of them mended, the mean risk goes from ${mean(risk)} to <strong>${mean(after)}</strong>. ${links.rule(rule)}</p>
${bar(after, risk, 'accent', `Mean risk ${mean(after)} of the ${mean(risk)} of today`)}</li>`
  })
  return markup`<section aria-labelledby="mend"><h2 id="mend">What to mend first</h2>
<p class="intro">These lower the score most when they are mended everywhere. The empty end of each bar is what goes.</p>
<ol class="mend">${items}</ol></section>`
}

/** How the documents share out by their risk. */
export function distribution(summary: ReportSummary): Markup {
  const {bands: counts, all, histogram} = summary
  const legend = bands.map(
    ({band, tone, sign, from}) =>
      markup`<li><span class="sign ${tone}" aria-hidden="true">${sign}</span> <b>${whole(counts[band])}</b> ${band} <small>${from} · ${percent(counts[band], all.documents)}</small></li>`,
  )
  const columns = [{name: 'Risk'}, {name: 'Documents', figures: true}, {name: 'Share', figures: true}]
  const rows = bins.map((name, index) => {
    const count = histogram[index] ?? 0
    return [name, whole(count), percent(count, all.documents)]
  })
  return markup`<section aria-labelledby="spread"><h2 id="spread">How risk is spread</h2>
<p class="intro">Each document has a risk from 0 to 100. The columns count the documents.</p>
<figure>${bandChart(summary)}<ul class="legend">${legend}</ul></figure>
<figure>${histogramChart(summary)}${details('spread-table', 'The figures as a table', table('Documents by overall risk', columns, rows))}</figure></section>`
}

/** The four principles, each with its mean risk. */
export function byPrinciple({principles: all}: ReportSummary): Markup {
  const scale = scaleOf(Math.max(...all.map(({risk}) => risk)))
  const rows = all.map(({principle, risk, findings}) => {
    const {name, asks} = principleText[principle]
    const label = `${name}: mean risk ${mean(risk)} on a scale to ${scale}`
    return markup`<li><div class="who"><h3>${name}</h3><p>${asks}</p></div><div class="how"><p><strong>${mean(risk)}</strong> <small>${counted(findings, 'finding')}</small></p>${bar(risk, scale, 'accent', label)}</div></li>`
  })
  const columns = [
    {name: 'Principle'},
    {name: 'Mean risk', figures: true},
    {name: 'Findings', figures: true},
    {name: 'Documents', figures: true},
  ]
  const figures = all.map(({principle, risk, findings, documents}) => [
    principleText[principle].name,
    mean(risk),
    whole(findings),
    whole(documents),
  ])
  return markup`<section aria-labelledby="principles"><h2 id="principles">Risk by principle</h2>
<p class="intro">The mean over all documents; a full bar is ${scale} of 100.</p>
<figure><ul class="principles">${rows}</ul>${details('principles-table', 'The figures as a table', table('Risk by principle', columns, figures))}</figure></section>`
}

/** Macros beside articles, where there are both. */
export function byKind({kinds}: ReportSummary): Markup {
  const {article, macro} = kinds
  const start = markup`<section aria-labelledby="kinds"><h2 id="kinds">Macros beside articles</h2>`
  if (article.documents === 0 || macro.documents === 0) {
    const [here, missing] = article.documents === 0 ? ['macro', 'article'] : ['article', 'macro']
    return markup`${start}<p class="intro">Every document is ${here === 'article' ? 'an' : 'a'} ${here}, so there is no ${missing} to compare with. <code>"macros"</code> in <code>.poise.json</code> says which files hold replies.</p></section>`
  }
  const each = (value: (group: typeof article) => string): [string, string] => [value(article), value(macro)]
  const rows = [
    ['Documents', ...each(group => whole(group.documents))],
    ['Findings', ...each(group => whole(group.findings))],
    ['Findings per document', ...each(group => mean(group.findings / group.documents))],
    ['Documents with findings', ...each(group => percent(group.withFindings, group.documents))],
    ...(['overall', ...principles] as const).map(name => [
      `Mean risk, ${nameOf(name).toLowerCase()}`,
      ...each(group => mean(group.risk[name])),
    ]),
  ]
  const columns = [{name: 'Measure'}, {name: 'Articles', figures: true}, {name: 'Macros', figures: true}]
  const [perArticle, perMacro] = each(group => mean(group.findings / group.documents))
  return markup`${start}
<p class="intro">Mean risk is ${mean(article.risk.overall)} in ${counted(article.documents, 'article')} and ${mean(macro.risk.overall)} in ${counted(macro.documents, 'macro')}; an article has ${perArticle} findings and a macro ${perMacro}.</p>
<figure><p class="key"><span class="sign article" aria-hidden="true">●</span> articles <span class="sign macro" aria-hidden="true">◆</span> macros</p>${kindsChart(kinds)}${details('kinds-table', 'The figures as a table', table('Macros beside articles', columns, rows))}</figure></section>`
}

/** A risk with the sign of its band. */
export function riskOf(risk: number): Markup {
  const {tone, sign, band} = bandAt(risk)
  return markup`<b class="risk">${risk}</b> <span class="sign ${tone}" role="img" aria-label="${band}">${sign}</span>`
}
