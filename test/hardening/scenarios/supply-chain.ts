// What is installed with Poise, what is packed, and whether the same sources give the same bytes.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type BundledPackage, bundledFiles} from '../../../generate/bundled.ts'
import {extensionFiles, npmFiles} from '../../package/contents.ts'
import {builtIn} from '../built-elsewhere.ts'
import {cases} from '../cases.ts'
import {none, say} from '../measured.ts'

const root = join(import.meta.dirname, '../../..')
const isFull = cases(1, 0) === 1
const registry = 'https://registry.npmjs.org/'
const textOf = (name: string): string => readFileSync(join(root, name), 'utf8')
const titleOf = ({name, version, license}: BundledPackage): string => `${name} ${version} (${license})`
const readJson = (name: string) => JSON.parse(textOf(name))
interface Locked {
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
}
const locked = Object.entries<Locked>(readJson('package-lock.json').packages).filter(([name]) => name !== '')
const bundles = await bundledFiles()
const products = {'the extension': extensionFiles(), 'the package for npm': npmFiles()}

for (const [product, files] of Object.entries(products)) {
  const shipped = bundles.filter(({file}) => files.includes(file))
  const chosen = new Set(shipped.flatMap(({imported}) => imported))
  const held = new Set(shipped.flatMap(({packages}) => packages.map(({name}) => name)))
  say({
    input: `packages that ${product} is built of`,
    toReach: '≤ 12',
    reached: `${chosen.size}, and ${held.size - chosen.size} that come with them`,
    passed: chosen.size > 0 && chosen.size <= 12,
  })
  const strange = files.filter(name => /\.map$|(?<!\.d)\.[cm]?ts$|node_modules|(?:^|\/)test|(?:^|\/)\./.test(name))
  const mapped = files.filter(name => /\.[cm]?js$/.test(name) && /\bsourceMappingURL=/.test(textOf(name)))
  none(`sources, maps, tests and hidden files in ${product}`, files.length, [...strange, ...mapped])
}

const packages = new Map(bundles.flatMap(file => file.packages.map(each => [each.folder, each])))
const {scripts} = readJson('package.json')
const atInstall = ['preinstall', 'install', 'postinstall'].filter(name => Object.hasOwn(scripts, name))
const scripted = locked.filter(([place, {hasInstallScript}]) => hasInstallScript && packages.has(join(root, place)))
none(
  'packages that run something when they are installed, among those that are shipped, and Poise',
  packages.size + 1,
  [...scripted.map(([place]) => place), ...atInstall],
)
const notices = textOf('THIRD-PARTY-NOTICES.txt')
const unnamed = [...packages.values()].map(titleOf).filter(title => !notices.includes(`\n${title}\n`))
none('packages that are shipped without their licence', packages.size, unnamed)
const unsealed = locked.filter(([, {integrity}]) => !integrity?.startsWith('sha512-')).map(([name]) => name)
none('packages of the lock file without a checksum', locked.length, unsealed)
const foreign = locked.filter(([, {resolved}]) => !(resolved ?? registry).startsWith(registry)).map(([name]) => name)
none('packages of the lock file that come from elsewhere than the registry', locked.length, foreign)

const folder = mkdtempSync(join(tmpdir(), 'poise-built-'))
try {
  // A bundler names modules after where they really are, so with the packages of this folder both lie equally deep.
  const [one, other] = isFull
    ? [builtIn(join(folder, 'one'), 'installed'), builtIn(join(folder, 'another/place'), 'installed')]
    : [builtIn(join(folder, 'one'), 'ours'), builtIn(join(folder, 'another'), 'ours')]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  none(
    'files of two builds, in two folders, that differ in a byte',
    names.length,
    names.filter(name => one[name] !== other[name]),
  )
} finally {
  rmSync(folder, {recursive: true, force: true})
}

if (isFull) askForAdvisories()

/** Asks the registry for known faults, which needs a network, so the tests of each day do not. */
function askForAdvisories(): void {
  const {stdout} = spawnSync('npm', ['audit', '--json'], {cwd: root, encoding: 'utf8', timeout: 60_000})
  const {vulnerabilities, message} =
    stdout === '' ? {vulnerabilities: undefined, message: 'no answer'} : JSON.parse(stdout)
  const faulty = Object.keys(vulnerabilities ?? {})
  const names = new Set([...packages.values()].map(({name}) => name))
  const shipped = faulty.filter(name => names.has(name))
  say({
    input: 'advisories for what is shipped, by npm audit',
    toReach: '0',
    reached:
      vulnerabilities === undefined ? `not asked: ${message}` : `${shipped.length}, and ${faulty.length} for tools`,
    passed: shipped.length === 0,
  })
}
