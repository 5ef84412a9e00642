import {makeMemory} from '../engine/memory.ts'
import {type Baseline, baselineName, baselineText, marksFor, marksOf} from '../workspace/baseline.ts'
import {entryOf, parentOf} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import {scan} from '../workspace/scan.ts'
import type {BaselineOptions} from './arguments.ts'
import {printable} from './colours.ts'
import {configMistake, configsFor} from './configuration.ts'
import type {ExitCode, Host} from './host.ts'
import {pathIn, recordedFor} from './recorded.ts'
import {counted} from './reports/text.ts'
import {findAll, foldersOf, rootsOf} from './roots.ts'

type Marks = ReadonlyMap<string, number>

/** Records the findings of files and folders; what is recorded of other files stays. */
export async function recordBaseline(options: BaselineOptions, host: Host): Promise<ExitCode> {
  const roots = await rootsOf(options.paths, host)
  const configs = configsFor(options, host, foldersOf(roots))
  const mistake = await configMistake(configs, options, host)
  if (mistake !== undefined) host.note(mistake)
  if (roots === undefined || mistake !== undefined) return 2
  const path = host.absolute(options.file ?? baselineName)
  const exists = (await host.files.typeOf(path)) !== undefined
  const before = exists ? await recordedFor({baseline: path}, host) : undefined
  if (before === 'mistake') return 2
  const folder = parentOf(path) ?? '/'

  const files = new Map<string, Marks>(before?.baseline)
  let skipped = 0
  const found = findAll(roots, configs, host, () => skipped++)
  for await (const scanned of scan(found, {files: host.files, memory: makeMemory(), signal: host.signal})) {
    if (scanned.text === undefined) {
      skipped++
      continue
    }
    const name = pathIn({folder}, scanned.path)
    const now = marksOf(scanned.report, scanned.text)
    files.set(name, options.prune ? stillThere(before ? marksFor(before.baseline, name) : new Map(), now) : now)
  }
  if (host.signal.aborted) return 2
  for (const name of files.keys()) {
    const whole = /^(?:\/|[A-Za-z]:)/.test(name) ? name : entryOf(folder, name)
    if ((await host.files.typeOf(whole)) === undefined) files.delete(name)
  }

  const failure = await write(path, baselineText(files), exists, host)
  if (failure !== undefined) {
    host.note(printable(failure))
    return 2
  }
  await host.print(said(path, before?.baseline, files, options.prune, host))
  if (skipped > 0)
    host.note(`${counted(skipped, 'file')} could not be read, so what is recorded of them stays as it was.`)
  return 0
}

function stillThere(before: Marks, now: Marks): Marks {
  const kept = [...before].map(([mark, count]) => [mark, Math.min(count, now.get(mark) ?? 0)] as const)
  return new Map(kept.filter(([, count]) => count > 0))
}

async function write(path: string, text: string, exists: boolean, host: Host): Promise<string | undefined> {
  if (!exists) return host.createFile(path, text)
  const {bytes, failure} = await host.files.readFile(path, Number.MAX_SAFE_INTEGER)
  const old = failure === undefined ? decodeText(bytes) : undefined
  if (typeof old !== 'string') return `${host.shown(path)} can’t be read any more, so it was left as it is.`
  return old === text ? undefined : host.replaceFile(path, old, text)
}

function said(path: string, before: Baseline | undefined, now: Baseline, prune: boolean, host: Host): string {
  const [had, has] = [sizeOf(before), sizeOf(now)]
  const name = printable(host.shown(path))
  if (prune)
    return `${had === has ? 'Nothing is gone' : `${had - has} of ${had} are gone`}: ${has} findings are recorded in ${name}.\n`
  const files = [...now.values()].filter(marks => marks.size > 0).length
  if (has === 0) return `There is nothing to record: ${name} is empty.\n`
  return `${counted(has, 'finding')} of ${counted(files, 'file')} recorded in ${name}. From now on poise check shows what is new.\n`
}

function sizeOf(baseline: Baseline | undefined): number {
  let size = 0
  for (const marks of baseline?.values() ?? []) for (const count of marks.values()) size += count
  return size
}
