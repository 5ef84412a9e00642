import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {loaded} from './loaded.ts'
import type {Peer} from './peer.ts'

interface Textlint {
  readonly loadTextlintrc: (options: {readonly configFilePath: string}) => Promise<Descriptor>
  readonly createLinter: (options: {readonly descriptor: Descriptor}) => {
    readonly lintText: (text: string, path: string) => Promise<{readonly messages: readonly unknown[]}>
  }
}

interface Descriptor {
  readonly rule: {readonly descriptors: readonly unknown[]}
}

/** textlint with the one rule textlint-rule-write-good. */
export const textlint: Peer = {
  name: 'textlint + write-good',
  packages: ['textlint', 'textlint-rule-write-good'],
  command: {package: 'textlint', bin: 'textlint', args: () => ['--rule', 'write-good', '**/*.md']},
  async load() {
    const {loadTextlintrc, createLinter} = await loaded<Textlint>('textlint')
    const folder = mkdtempSync(path.join(os.tmpdir(), 'poise-bench-textlint-'))
    const configFilePath = path.join(folder, '.textlintrc.json')
    writeFileSync(configFilePath, '{"rules": {"write-good": true}}')
    const descriptor = await loadTextlintrc({configFilePath})
    rmSync(folder, {recursive: true})
    // It says nothing where it finds no rule.
    if (descriptor.rule.descriptors.length !== 1) throw new Error('textlint did not find textlint-rule-write-good.')
    const linter = createLinter({descriptor})
    return {check: async text => (await linter.lintText(text, '/article.md')).messages.length}
  },
}
