// Bundles the client, the server and the command line into dist/.
//   node build.mjs            minified, as it is packaged
//   node build.mjs --dev      readable, with source maps, for F5
//   node build.mjs --watch    the same, again at each change
import {chmodSync, cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {build, context} from 'esbuild'
import {buildLibrary} from './scripts/build-library.mjs'
import {bundlesOf, commonOptions} from './scripts/bundles.mjs'

const watch = process.argv.includes('--watch')
const dev = watch || process.argv.includes('--dev')
const common = commonOptions(dev)

/** What is packed as it is, under the name that the extension reads. */
const copies = [
  ['server/workspace/poise.schema.generated.json', 'dist/poise.schema.json'],
  ['docs/rules', 'dist/rules'],
  ['server/house-style/style.schema.generated.json', 'dist/style.schema.json'],
]

rmSync('dist', {recursive: true, force: true})
mkdirSync('dist/browser', {recursive: true})
// A worker's script has to end in `.js`, and Node would take it for a module.
writeFileSync('dist/browser/package.json', '{"type": "commonjs"}\n')
for (const [from, to] of copies) cpSync(from, to, {recursive: true})

if (watch) {
  const contexts = await Promise.all(bundlesOf(common).map(bundle => context(bundle)))
  await Promise.all(contexts.map(each => each.watch()))
} else {
  await Promise.all([...bundlesOf(common).map(bundle => build(bundle)), ...(dev ? [] : [buildLibrary(common)])])
  chmodSync('dist/lsp.cjs', 0o755)
}
