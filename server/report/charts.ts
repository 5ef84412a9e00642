import {principleText} from '../../rules/kit/principles.ts'
import type {DocumentKind} from '../../rules/kit/types.ts'
import {principles} from '../../rules/kit/types.ts'
import {type Markup, markup} from './markup.ts'
import type {Band, Group, ReportSummary} from './summary.ts'
import {mean, whole} from './wording.ts'

// Widths are in per cent and heights in pixels, so that a chart fits any width and its words keep their size.

/** A bar that fills a part of its track; `label` where nothing beside it says the same. */
export function bar(part: number, total: number, tone: string, label?: string): Markup {
  const width = total === 0 ? 0 : Math.min(100, (100 * part) / total)
  const named = label === undefined ? markup`aria-hidden="true"` : markup`role="img" aria-label="${label}"`
  return markup`<svg class="bar" width="100%" height="8" ${named}><rect class="track" width="100%" height="8" rx="4"/><rect class="${tone}" width="${rounded(width)}%" height="8" rx="4"/></svg>`
}

/** The bands in the order of their risk, with the sign that stands for each beside its colour. */
export const bands: readonly {
  readonly band: Band
  readonly tone: string
  readonly sign: string
  readonly from: string
}[] = [
  {band: 'calm', tone: 'calm', sign: '○', from: 'under 20'},
  {band: 'watch', tone: 'watch', sign: '◐', from: '20 to 49'},
  {band: 'likely to invite pushback', tone: 'likely', sign: '●', from: '50 and over'},
]

/** The band of a risk. */
export function bandAt(risk: number): (typeof bands)[number] {
  const [calm, watch, likely] = bands as [(typeof bands)[number], (typeof bands)[number], (typeof bands)[number]]
  return risk < 20 ? calm : risk < 50 ? watch : likely
}

/** How the documents share out among the bands, as one bar. */
export function bandChart({bands: counts, all}: ReportSummary): Markup {
  const label = bands.map(({band, from}) => `${whole(counts[band])} ${band} (${from})`).join(', ')
  let x = 0
  const parts = bands.map(({band, tone}) => {
    const width = (100 * counts[band]) / all.documents
    const part = markup`<rect class="${tone}" x="${rounded(x)}%" width="${rounded(width)}%" height="14"/>`
    x += width
    return width > 0 && part
  })
  return markup`<svg class="bands" width="100%" height="14" role="img" aria-label="Documents by band: ${label}.">${parts}</svg>`
}

/** The names of the bins of the histogram. */
export const bins = ['0', '1–9', ...[1, 2, 3, 4, 5, 6, 7, 8].map(ten => `${ten}0–${ten}9`), '90–100'] as const
const tones = ['calm', 'calm', 'calm', 'watch', 'watch', 'watch', ...Array.from({length: 5}, () => 'likely')] as const

/** How many documents have which risk. */
export function histogramChart({histogram}: ReportSummary): Markup {
  const [top, base] = [28, 188]
  const highest = Math.max(1, ...histogram)
  const step = 100 / bins.length
  const columns = bins.map((name, index) => {
    const count = histogram[index] ?? 0
    const height = count === 0 ? 0 : Math.max(2, Math.round(((base - top) * count) / highest))
    const middle = `${rounded((index + 0.5) * step)}%`
    const tone = tones[index] ?? 'likely'
    return markup`<rect class="${tone}" x="${rounded(index * step + step * 0.08)}%" y="${base - height}" width="${rounded(step * 0.84)}%" height="${height}"/><text class="count${count === 0 && ' none'}" x="${middle}" y="${base - height - 7}">${whole(count)}</text><text class="wide" x="${middle}" y="${base + 18}">${name}</text><text class="narrow" x="${middle}" y="${base + 18}">${name.split('–')[0]}</text>`
  })
  const spans = [
    [0, 3],
    [3, 6],
    [6, 11],
  ] as const
  const brackets = bands.map(({band, sign, tone}, index) => {
    const [from, to] = spans[index] ?? [0, 0]
    const [left, right] = [from * step + step * 0.08, to * step - step * 0.08]
    return markup`<rect class="${tone}" x="${rounded(left)}%" y="${base + 30}" width="${rounded(right - left)}%" height="3"/><text class="band" x="${rounded((left + right) / 2)}%" y="${base + 51}">${sign} ${band}</text>`
  })
  const said = bins.map((name, index) => `${name}: ${whole(histogram[index] ?? 0)}`).join('; ')
  return markup`<svg class="histogram" width="100%" height="${base + 60}" role="img" aria-label="Documents by overall risk. ${said}."><line class="axis" x1="0" x2="100%" y1="${base + 0.5}" y2="${base + 0.5}"/>${columns}${brackets}</svg>`
}

/** Articles and macros on one scale: a disc and a diamond for each measure. */
export function kindsChart(kinds: Readonly<Record<DocumentKind, Group>>): Markup {
  const {article, macro} = kinds
  const names = ['overall', ...principles] as const
  const highest = scaleOf(Math.max(...names.flatMap(name => [article.risk[name], macro.risk[name]])))
  const rowHeight = 50
  const rows = names.map((name, index) => {
    const y = index * rowHeight
    const [a, m] = [article.risk[name], macro.risk[name]]
    const [from, to] = [Math.min(a, m), Math.max(a, m)]
    const at = (value: number) => `${rounded(1 + (98 * value) / highest)}%`
    return markup`<text class="name" x="0" y="${y + 16}">${nameOf(name)}</text><text class="value" x="100%" y="${y + 16}">● ${mean(a)}   ◆ ${mean(m)}</text><line class="axis" x1="1%" x2="99%" y1="${y + 34}" y2="${y + 34}"/><line class="gap" x1="${at(from)}" x2="${at(to)}" y1="${y + 34}" y2="${y + 34}"/><circle class="article" cx="${at(a)}" cy="${y + 34}" r="6"/><svg class="mark" x="${at(m)}" y="${y + 34}"><path class="macro" d="M0-8 8 0 0 8-8 0Z"/></svg>`
  })
  const label = names
    .map(name => `${nameOf(name)}: articles ${mean(article.risk[name])}, macros ${mean(macro.risk[name])}`)
    .join('; ')
  const height = names.length * rowHeight
  return markup`<svg class="kinds" width="100%" height="${height + 18}" role="img" aria-label="Mean risk of articles and macros. ${label}.">${rows}<text class="scale" x="1%" y="${height + 10}">0</text><text class="scale end" x="99%" y="${height + 10}">${highest} of 100</text></svg>`
}

/** The name of a risk. */
export function nameOf(name: (typeof principles)[number] | 'overall'): string {
  return name === 'overall' ? 'Overall' : principleText[name].name
}

/** The end of a scale that the highest value fits on. */
export function scaleOf(highest: number): number {
  return [5, 10, 20, 25, 50].find(end => highest <= end) ?? 100
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}
