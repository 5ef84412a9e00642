import {rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

/** Beside the peers, so that a bundle finds them. */
const folder = fileURLToPath(new URL('./node_modules/.cache/poise-bench/', import.meta.url))

/** Bundles what runs in a process of its own, as the product is bundled: what would translate it there would count in its memory. */
export async function bundled(scripts: readonly string[]): Promise<(script: string) => string> {
  rmSync(folder, {recursive: true, force: true})
  await build({
    entryPoints: scripts.map(script => fileURLToPath(new URL(`./processes/${script}.ts`, import.meta.url))),
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    // So that what only one of them needs is not loaded by the others.
    splitting: true,
    // Some of what Poise uses is CommonJS and requires Node's own modules at run time.
    banner: {
      js: "import {createRequire as nodeRequire} from 'node:module'; const require = nodeRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
  return script => `${folder}${script}.mjs`
}
