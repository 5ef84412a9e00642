import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {repositoryRoot} from '../editor/host/install.ts'

/** The program that the page calls `poise-lsp`, as it is packaged. */
export const program = path.join(repositoryRoot, 'dist/lsp.cjs')

/** The configuration that docs/editors.md has under a heading, with the program's path in the place of its name. */
export function configurationOf(heading: string): string {
  const page = readFileSync(path.join(repositoryRoot, 'docs/editors.md'), 'utf8')
  const [, section] = page.split(`\n## ${heading}\n`)
  assert.ok(section !== undefined, `docs/editors.md has no heading “${heading}”.`)
  const [, code] = /^```\w+\n(.*?)^```$/ms.exec(section.split(/^## /m)[0] ?? '') ?? []
  assert.ok(code !== undefined, `docs/editors.md has no configuration under “${heading}”.`)
  return code.replaceAll(/(['"])poise-lsp\1/g, (_name, quote: string) => quote + program + quote)
}
