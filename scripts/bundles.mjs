// What esbuild is asked for, by build.mjs and by whoever wants to know what the bundles hold.

/** What all bundles share; `dev` asks for readable ones. */
export const commonOptions = dev => ({
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
})

/**
 * The server for Node takes all but its host from the bundle of the worker, so that the package holds it once. The rest of the
 * protocol's packages for Node must use the same copy: they compare classes.
 */
const fromWorker = {
  name: 'from-worker',
  setup({onResolve}) {
    onResolve({filter: /^\.\.\/(?:common\/(?:api|server)|lsp\/(?:server|lifecycle|quiet|scan-thread)\.ts)$/}, () => ({
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

/** Every bundle but those of the library. */
export function bundlesOf(common) {
  // What editors in a browser run: an error here is a module of Node in code that they share.
  const browser = {...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main']}
  return [
    {
      ...common,
      entryPoints: ['client/extension.ts'],
      outfile: 'dist/extension.cjs',
      format: 'cjs',
      external: ['vscode'],
    },
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
  ]
}

/** The library's modules. Neither Node nor a browser is asked for: they run in both, and in workers. */
export const libraryBundleOf = common => ({
  ...common,
  entryPoints: ['server/library/index.ts', 'server/library/retext.ts'],
  outdir: 'dist/lib',
  format: 'esm',
  platform: 'neutral',
  splitting: true,
  chunkNames: 'chunk-[hash]',
})
