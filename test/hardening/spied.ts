import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** What processes have started, and which files they have run as code. */
export interface Spied {
  /** Lines of commands. */
  readonly programs: readonly string[]
  /** Paths. */
  readonly code: readonly string[]
}

/** Has every process of Node that is started from now on write down what it starts and loads; gives how to read that. */
export function spyOnPrograms(): () => Spied {
  const folder = mkdtempSync(join(tmpdir(), 'poise-spied-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  const record = join(folder, 'programs')
  const preload = `--require="${join(import.meta.dirname, 'preload/programs.cjs')}"`
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], preload].filter(Boolean).join(' ')
  process.env['POISE_PROGRAMS'] = record
  return () => {
    const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : []
    const noted: readonly {program?: string; args?: readonly string[]; code?: string}[] = lines.map(line =>
      JSON.parse(line),
    )
    return {
      programs: noted.flatMap(({program, args = []}) => (program === undefined ? [] : [[program, ...args].join(' ')])),
      code: noted.flatMap(({code}) => code ?? []),
    }
  }
}
