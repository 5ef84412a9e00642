export {printable} from '../engine/printable.ts'

/** Wraps text in the codes of a terminal, or leaves it as it is. */
export interface Colours {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly blue: (text: string) => string
  readonly green: (text: string) => string
}

/** Colours, or none. */
export function makeColours(on: boolean): Colours {
  const style = (open: number, close: number) => (text: string) =>
    on ? `\u001B[${open}m${text}\u001B[${close}m` : text
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    green: style(32, 39),
  }
}

/** Whether to colour: on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function wantsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const {FORCE_COLOR: force, NO_COLOR: no, TERM: term} = env
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if (no !== undefined && no !== '') return false
  return isTerminal && term !== 'dumb'
}
