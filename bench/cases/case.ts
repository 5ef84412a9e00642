import type {Series} from '../growth-plot.ts'
import type {Peer} from '../peers/peer.ts'
import type {CheckerProcess} from '../processes/checker.ts'
import type {Corpus} from '../text/corpus.ts'

/** What a case is measured with. */
export interface Bench {
  readonly rounds: number
  /** How many files the largest folder has. */
  readonly files: number
  /** How many keystrokes the long case types. */
  readonly keystrokes: number
  readonly corpus: Corpus
  /** An empty folder for what a case writes. */
  readonly scratch: string
  /** The product as it is shipped. */
  readonly server: string
  readonly commandLine: string
  /** The peers that are installed. */
  readonly peers: readonly Peer[]
  /** Where the bundle of a script of bench/processes/ lies. */
  readonly bundle: (script: string) => string
  /** Poise first, then the peers or so many of them, each in a process of its own. */
  readonly checkers: (peers?: number) => Promise<readonly CheckerProcess[]>
  readonly say: (line: string) => void
}

/** A table of the results; its cells are ready to be shown. */
export interface Table {
  readonly title: string
  /** How it was measured, in one or two sentences. */
  readonly about: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A figure that Poise is to reach. */
export interface Goal {
  readonly what: string
  readonly goal: string
  readonly measured: string
  readonly reached: boolean
}

/** What a case found out. */
export interface Outcome {
  readonly tables: readonly Table[]
  readonly goals: readonly Goal[]
  /** What is plotted. */
  readonly plots?: readonly Plot[]
  /** Where the time went, for the case that a goal isn't reached. */
  readonly profile?: string
}

/** One picture of how a cost grows. */
export interface Plot {
  readonly title: string
  readonly x: string
  readonly y: string
  readonly series: readonly Series[]
}

/** One measurement of Poise, beside the peers where they can do the same. */
export interface Case {
  readonly name: string
  readonly run: (bench: Bench) => Promise<Outcome>
}
