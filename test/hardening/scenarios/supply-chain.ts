// What is installed with Poise, and what is packed.
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {say} from '../measured.ts'

const root = join(import.meta.dirname, '../../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const lock: {readonly packages: Readonly<Record<string, Package>>} = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
)
interface Package {
  readonly dev?: boolean
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly license?: string
  readonly link?: boolean
}
const installed = Object.entries(lock.packages).filter(([name, {link}]) => name !== '' && link !== true)
const shipped = installed.filter(([, {dev}]) => dev !== true)

const direct = Object.keys(manifest.dependencies).length
say({input: 'direct dependencies at run time', toReach: '≤ 12', reached: String(direct), passed: direct <= 12})
const scripted = shipped.filter(([, {hasInstallScript}]) => hasInstallScript === true).map(([name]) => name)
say({
  input: `install scripts among ${shipped.length} packages`,
  toReach: '0',
  reached: String(scripted.length),
  passed: scripted.length === 0,
})
const unsealed = installed.filter(([, {integrity}]) => integrity === undefined).map(([name]) => name)
say({
  input: `packages of the lock file without a checksum, of ${installed.length}`,
  toReach: '0',
  reached: `${unsealed.length} ${unsealed.slice(0, 3).join()}`.trim(),
  passed: unsealed.length === 0,
})
const free = /^\(?(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|CC0-1\.0|BlueOak-1\.0\.0|Unlicense)/
const unfree = shipped
  .filter(([, {license = ''}]) => !free.test(license))
  .map(([name, {license}]) => `${name} (${license})`)
say({
  input: `licences of the ${shipped.length} packages that are shipped`,
  toReach: 'all free',
  reached: unfree.length === 0 ? 'all' : unfree.join(),
  passed: unfree.length === 0,
})

const vsix = join(root, 'poise.vsix')
if (existsSync(vsix)) {
  const listed = execFileSync('unzip', ['-Z1', vsix], {encoding: 'utf8'}).trim().split('\n')
  const strange = listed.filter(name => /\.map$|\.ts$|node_modules|(?:^|\/)test|\.env|\.git/.test(name))
  say({
    input: `sources, maps, tests or secrets among the ${listed.length} files of the extension`,
    toReach: '0',
    reached: `${strange.length} ${strange.slice(0, 3).join()}`.trim(),
    passed: strange.length === 0,
  })
}

const bundles = ['dist/extension.cjs', 'dist/lsp.cjs', 'dist/cli.mjs']
const build = (): readonly string[] => {
  const {status} = spawnSync(process.execPath, ['build.mjs'], {cwd: root})
  return status === 0 ? bundles.map(name => readFileSync(join(root, name), 'latin1')) : []
}
const once = build()
const twice = build()
const same = once.length > 0 && once.every((bytes, at) => bytes === twice[at])
say({input: 'two builds', toReach: 'the same bytes', reached: same ? 'the same' : 'they differ', passed: same})
