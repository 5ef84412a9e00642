import {makeScanMemory} from '../engine/memory.ts'
import {type Baseline, baselineName, baselineText} from '../workspace/baseline.ts'
import {parentOf} from '../workspace/path.ts'
import {decodeText} from '../workspace/read-document.ts'
import {scan} from '../workspace/scan.ts'
import {sizeOf, takeBaseline} from '../workspace/take-baseline.ts'
import type {BaselineOptions} from './arguments.ts'
import {printable} from './colours.ts'
import {configMistake, configsFor} from './configuration.ts'
import type {ExitCode, Host} from './host.ts'
import {recordedFor} from './recorded.ts'
import {counted} from './reports/text.ts'
import {findAll, foldersOf, rootsOf} from './roots.ts'

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

  let left = 0
  const found = findAll(roots, configs, host, () => left++)
  const scanned = scan(found, {files: host.files, memory: makeScanMemory(), signal: host.signal})
  const {files: disk} = host
  const taken = await takeBaseline(scanned, {files: disk, folder, before: before?.baseline, prune: options.prune})
  if (host.signal.aborted) return 2
  const skipped = left + taken.skipped

  const failure = await write(path, baselineText(taken.baseline), exists, host)
  if (failure !== undefined) {
    host.note(printable(failure))
    return 2
  }
  await host.print(said(path, before?.baseline, taken.baseline, options.prune, host))
  if (skipped > 0)
    host.note(`${counted(skipped, 'file')} could not be read, so what is recorded of them stays as it was.`)
  return 0
}

async function write(path: string, text: string, exists: boolean, host: Host): Promise<string | undefined> {
  if (!exists) return host.createFile(path, text)
  const {bytes, failure} = await host.files.readFile(path, Number.MAX_SAFE_INTEGER)
  const old = failure === undefined ? decodeText(bytes) : undefined
  if (typeof old !== 'string') return `${host.shown(path)} can’t be read any more, so it was left as it is.`
  return host.replaceFile(path, old, text)
}

function said(path: string, before: Baseline | undefined, now: Baseline, prune: boolean, host: Host): string {
  const {findings: had} = sizeOf(before)
  const {findings: has, files} = sizeOf(now)
  const name = printable(host.shown(path))
  if (prune)
    return `${had === has ? 'Nothing is gone' : `${had - has} of ${had} are gone`}: ${has} findings are recorded in ${name}.\n`
  if (has === 0) return `There is nothing to record: ${name} is empty.\n`
  return `${counted(has, 'finding')} of ${counted(files, 'file')} recorded in ${name}. From now on poise check shows what is new.\n`
}
