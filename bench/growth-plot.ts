import type {Plot} from './cases/case.ts'
import {digits} from './numbers.ts'

/** One line of a plot. */
export interface Series {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

const width = 480
const height = 300
const margin = {left: 56, right: 140, top: 40, bottom: 44}
/** Readable on white and on black. */
const colours = ['#1f9a78', '#c8602a', '#6f7de8', '#b0508f'] as const
const ink = '#808080'

/** Draws plots beside each other, both axes by powers of ten, with a dashed line as steep as linear growth. */
export function drawPlots(plots: readonly Plot[]): string {
  const panels = plots.map((plot, index) => `<g transform="translate(${index * width} 0)">${panel(plot)}</g>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plots.length * width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}">`,
    `<title>${plots.map(({title}) => title).join('; ')}</title>`,
    ...panels,
    '</svg>\n',
  ].join('\n')
}

function panel({title, x, y, series}: Plot): string {
  const points = series.flatMap(each => each.points)
  const across = scale(
    points.map(([value]) => value),
    margin.left,
    width - margin.right,
  )
  const up = scale(
    points.map(([, value]) => value),
    height - margin.bottom,
    margin.top,
  )
  const grid = [
    ...across.ticks.map(tick =>
      axisMark(
        across.at(tick),
        height - margin.bottom,
        `M0 0V${margin.top + margin.bottom - height}`,
        label(tick),
        0,
        16,
        'middle',
      ),
    ),
    ...up.ticks.map(tick =>
      axisMark(margin.left, up.at(tick), `M0 0H${width - margin.left - margin.right}`, label(tick), -6, 4, 'end'),
    ),
  ]
  const [first] = series
  return [
    `<text x="${margin.left}" y="20" font-weight="bold">${title}</text>`,
    `<text x="${width - margin.right}" y="${height - 8}" text-anchor="end">${x}</text>`,
    `<text x="8" y="${margin.top - 8}">${y}</text>`,
    ...grid,
    first === undefined ? '' : linear(first, across, up),
    ...series.map((each, index) => line(each, colourOf(index), across, up)),
    ...names(series, across, up),
  ].join('\n')
}

interface Scale {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** From the power of ten below the least value to the one above the greatest. */
function scale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))
  return {
    at: value => round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)),
    ticks: Array.from({length: high - low + 1}, (_, index) => 10 ** (low + index)),
  }
}

function line({points}: Series, colour: string, across: Scale, up: Scale): string {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${across.at(x)} ${up.at(y)}`).join('')
  const dots = points.map(
    ([x, y]) =>
      `<circle cx="${across.at(x)}" cy="${up.at(y)}" r="3" fill="${colour}"><title>${digits(x)}: ${digits(y)}</title></circle>`,
  )
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`
}

/** The name of each line behind its last point, from top to bottom, none over another. */
function names(series: readonly Series[], across: Scale, up: Scale): readonly string[] {
  let lowest = Number.NEGATIVE_INFINITY
  return series
    .map(({name, points}, index) => {
      const [x, y] = points.at(-1) ?? [1, 1]
      return {name, colour: colourOf(index), x: across.at(x) + 8, y: up.at(y) + 4}
    })
    .sort((a, b) => a.y - b.y)
    .map(({name, colour, x, y}) => {
      lowest = Math.max(y, lowest + 14)
      return `<text x="${x}" y="${lowest}" fill="${colour}">${name}</text>`
    })
}

const colourOf = (index: number): string => colours[index % colours.length] ?? ink

/** Linear growth from the last point of a line backwards, as far as it fits. */
function linear({points}: Series, across: Scale, up: Scale): string {
  const [x, y] = points.at(-1) ?? [1, 1]
  const least = Math.max(points[0]?.[0] ?? 1, (x * (up.ticks[0] ?? y)) / y)
  return `<path d="M${across.at(least)} ${up.at((y * least) / x)}L${across.at(x)} ${up.at(y)}" stroke="${ink}" stroke-dasharray="4 4" fill="none"/>`
}

function axisMark(x: number, y: number, line: string, text: string, dx: number, dy: number, anchor: string): string {
  return `<g transform="translate(${x} ${y})"><path d="${line}" stroke="${ink}" stroke-opacity="0.25"/><text x="${dx}" y="${dy}" text-anchor="${anchor}">${text}</text></g>`
}

const label = (value: number): string =>
  value >= 1 ? value.toLocaleString('en-GB') : String(Number(value.toPrecision(1)))

const round = (value: number): number => Math.round(value * 10) / 10
