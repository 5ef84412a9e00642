// Reports of a hundred thousand findings, in files whose names hold the signs of every form.
import {gzipSync} from 'node:zlib'
import {SaxesParser} from 'saxes'
import {commandsIn} from '../../cli/github-commands.ts'
import {doubtful, folderOf, minimised, poise} from '../../cli/poise.ts'
import {sarifValidator} from '../../cli/sarif-schema.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

/** What code scanning of GitHub takes. */
const most = {results: 25_000, zipped: 10_000_000}
const odd = ['a\n::error::x ', '50%25, "b" & <d>]]> ', '=cmd|x\t', '::warning::x ', 'ünï \u{1F642} ', '\u001b[31mred ']
const all = cases(100_000, 27_000)
const each = 250
const names = Array.from({length: Math.ceil(all / each)}, (_, at) => `docs ${at % 20}/${odd[at % odd.length]}${at}.md`)
const text = (at: number): string => `# Page ${at}\n\n${`${minimised}\n\n${doubtful}\n\n`.repeat(each / 2)}`
const cwd = folderOf(scene, Object.fromEntries(names.map((name, at) => [name, text(at)])))

async function reportOf(format: string): Promise<string> {
  const {out, err, code} = await poise(['check', '--format', format], {cwd, timeout: 120_000})
  if (code !== 1) throw new Error(`${format} ended with ${code}. ${err}`)
  return out
}

interface SarifResult {
  readonly locations: readonly {
    readonly physicalLocation: {readonly artifactLocation: {readonly uri: string}}
  }[]
}

async function sarif(): Promise<void> {
  const report = await reportOf('sarif')
  const log = JSON.parse(report)
  const [run] = log.runs
  const results: readonly SarifResult[] = run.results
  const zipped = gzipSync(report).length
  const note: string = run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? 'no note'
  const isValid = sarifValidator()(log)
  say({
    input: `SARIF of ${all} findings`,
    toReach: `valid, ≤ ${most.results} results and a note on the others, < 10 MB zipped`,
    reached: `${isValid ? 'valid' : 'not valid'}, ${results.length} results, “${note}”, ${(zipped / 1e6).toFixed(1)} MB`,
    passed: isValid && results.length <= most.results && note.startsWith('Left out') && zipped < most.zipped,
  })
  const uris = [...new Set(results.flatMap(({locations}) => locations[0]?.physicalLocation.artifactLocation.uri ?? []))]
  const wrong = uris.filter(uri => !/^[\w%./!~*'()-]+$/.test(uri) || !names.includes(decodeURIComponent(uri)))
  none('addresses in SARIF: percent-encoded, and they lead to the files', uris.length, wrong)
}

async function github(): Promise<void> {
  const commands = commandsIn(await reportOf('github'))
  const known = new Set(names)
  const wrong = commands.filter(
    ({name, properties}) => !/^(?:warning|notice)$/.test(name) || !known.has(properties['file'] ?? ''),
  )
  none(
    'commands for GitHub: each is a finding of a file that there is',
    commands.length,
    wrong.map(command => JSON.stringify(command)),
  )
}

/** That a form of report can be read, and how large it may be. */
interface Form {
  readonly format: string
  readonly megabytes: number
  readonly read: (report: string) => unknown
}

const xml = (report: string): void => {
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', error => {
    throw error
  })
  parser.write(report).close()
}
const forms: readonly Form[] = [
  {format: 'html', megabytes: 1, read: report => report.endsWith('</html>\n') || fail('It has no end.')},
  {format: 'markdown', megabytes: 1, read: report => /Left out of the report/.test(report) || fail('It has no note.')},
  {format: 'json', megabytes: 100, read: JSON.parse},
  {format: 'gitlab', megabytes: 100, read: JSON.parse},
  {format: 'junit', megabytes: 100, read: xml},
  {format: 'checkstyle', megabytes: 100, read: xml},
]

function fail(why: string): never {
  throw new Error(why)
}

async function readBack({format, megabytes, read}: Form): Promise<void> {
  const report = await reportOf(format)
  let why = 'it can be read'
  try {
    read(report)
  } catch (error) {
    why = String(error)
  }
  const size = report.length / 1e6
  say({
    input: `${format} of ${all} findings`,
    toReach: `it can be read, ≤ ${megabytes} MB`,
    reached: `${why}, ${size.toFixed(1)} MB`,
    passed: why === 'it can be read' && size <= megabytes,
  })
}

await sarif()
await github()
for (const form of forms.slice(0, cases(forms.length, 2))) await readBack(form)
await tidy()
