// Bundles the library into dist/lib/: modules that share their chunks, with their declarations.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {build} from 'esbuild'
import {libraryBundleOf} from './bundles.mjs'

const source = 'server/library'
const outdir = 'dist/lib'

/** Builds all three entries with what all bundles share. */
export async function buildLibrary(common) {
  await Promise.all([build(libraryBundleOf(common)), writeRules(common), writeDeclarations()])
}

/** The list of rules is data, made here, so that who imports it alone gets no rule's code. */
async function writeRules(common) {
  const {outputFiles} = await build({
    ...common,
    entryPoints: [`${source}/rules.ts`],
    format: 'esm',
    platform: 'neutral',
    write: false,
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  const {rules} = await import(`data:text/javascript;base64,${code}`)
  mkdirSync(outdir, {recursive: true})
  writeFileSync(`${outdir}/rules.js`, `export const rules = ${JSON.stringify(rules)};\n`)
}

/** Of the declarations that the compiler writes, those that the entries lead to. */
function writeDeclarations() {
  const folder = mkdtempSync(path.join(tmpdir(), 'poise-types-'))
  try {
    const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', '.', '--outDir', folder]
    const {status, stdout} = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', source, ...flags], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`The declarations could not be written.\n${stdout}`)
    const entries = ['index', 'retext', 'rules'].map(name => `${source}/${name}.d.ts`)
    const wanted = new Set(entries)
    for (const file of wanted) {
      const text = readFileSync(path.join(folder, file), 'utf8')
      for (const [, name] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
        wanted.add(path.posix.join(path.posix.dirname(file), `${name}.d.ts`))
      const target = path.join(outdir, 'types', file)
      mkdirSync(path.dirname(target), {recursive: true})
      writeFileSync(target, text)
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
