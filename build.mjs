// Bundles the client, the server and the command line into dist/.
//   node build.mjs            minified, as it is packaged
//   node build.mjs --dev      readable, with source maps, for F5
//   node build.mjs --watch    the same, again at each change
import {chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {build, context} from 'esbuild'
import {buildLibrary} from './scripts/build-library.mjs'

const watch = process.argv.includes('--watch')
const dev = watch || process.argv.includes('--dev')

/** What all bundles share. */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // jsonc-parser's UMD main requires files by names that a bundler can't see.
  mainFields: ['module', 'main'],
  minify: !dev,
  sourcemap: dev,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
}

/** What editors in a browser run: an error here is a module of Node in code that they share. */
const browser = {...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main']}

/**
 * The server for Node takes all but its host from the bundle of the worker, so that the package holds it once. The rest of the
 * protocol's packages for Node must use the same copy: they compare classes.
 */
const fromWorker = {
  name: 'from-worker',
  setup({onResolve}) {
    onResolve({filter: /^\.\.\/(?:common\/(?:api|server)|lsp\/(?:server|lifecycle|quiet)\.ts)$/}, () => ({
      path: './browser/server.js',
      external: true,
    }))
  },
}

/** cli-progress and others are CommonJS and require Node's own modules at run time. */
const requires = {
  js: "import {createRequire as nodeRequire} from 'node:module'; const require = nodeRequire(import.meta.url);",
}

/** The server for assistants is a bundle of its own, which the command line loads when it is asked for it. */
const apart = {
  name: 'apart',
  setup: ({onResolve}) => onResolve({filter: /\/node\/mcp\.ts$/}, () => ({path: './mcp.mjs', external: true})),
}

const bundles = [
  {...common, entryPoints: ['client/extension.ts'], outfile: 'dist/extension.cjs', format: 'cjs', external: ['vscode']},
  {
    ...browser,
    entryPoints: ['client/extension.ts'],
    outfile: 'dist/browser/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...browser,
    entryPoints: ['server/browser/lsp.ts'],
    outfile: 'dist/browser/server.js',
    format: 'iife',
    globalName: 'poise',
    footer: {js: "if (typeof module === 'object') module.exports = poise"},
  },
  {
    ...common,
    entryPoints: ['client/report-view.page.js'],
    outfile: 'dist/view/report.js',
    format: 'iife',
    platform: 'browser',
  },
  {
    ...common,
    entryPoints: ['server/node/lsp.ts'],
    outfile: 'dist/lsp.cjs',
    format: 'cjs',
    plugins: [fromWorker],
    banner: {js: '#!/usr/bin/env node'},
  },
  {
    ...common,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.mjs',
    format: 'esm',
    banner: requires,
    plugins: [apart],
  },
  {...common, entryPoints: ['server/node/mcp.ts'], outfile: 'dist/mcp.mjs', format: 'esm', banner: requires},
].filter(({entryPoints: [entry = '']}) => existsSync(entry) || console.warn(`${entry} is not there yet: left out`))

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
for (const [from, to] of copies) if (existsSync(from)) cpSync(from, to, {recursive: true})

if (watch) {
  const contexts = await Promise.all(bundles.map(bundle => context(bundle)))
  await Promise.all(contexts.map(each => each.watch()))
} else {
  await Promise.all([...bundles.map(bundle => build(bundle)), ...(dev ? [] : [buildLibrary(common)])])
  if (existsSync('dist/lsp.cjs')) chmodSync('dist/lsp.cjs', 0o755)
}
