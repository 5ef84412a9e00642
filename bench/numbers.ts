/** The value below which a share of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The value in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The power of `x` with which `y` grows: 1 is linear, 0 is not at all; by least squares over the logarithms. */
export function growth(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (of: (point: readonly [number, number]) => number) =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length
  const [x, y] = [mean(([each]) => each), mean(([, each]) => each)]
  const along = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  return along / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
}

/** A number with as many digits as mean something. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const places = Math.max(0, Math.min(3, 2 - Math.floor(Math.log10(Math.abs(value)))))
  return value.toLocaleString('en-GB', {minimumFractionDigits: places, maximumFractionDigits: places})
}
