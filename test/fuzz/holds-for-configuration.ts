import assert from 'node:assert/strict'
import {makeMemory} from '../../server/engine/memory.ts'
import {makeConfigs} from '../../server/workspace/config.ts'
import {findDocument} from '../../server/workspace/find-documents.ts'
import {checkText} from '../../server/workspace/scan.ts'
import {memoryFiles} from '../workspace/memory-files.ts'
import {holdsForSpans} from './holds-for-spans.ts'

/** Files for which a configuration may say something: an article, a reply, and data of a team's own form. */
const documents = {
  '/w/a/b.md': '# A\n\nSimply click on it. Just Ask us.\n',
  '/w/macros/c.md': 'Simply click on it. Unfortunately, we can’t.\n',
  '/w/own.json': '{"list": [{"name": "A", "text": "Simply click on it."}], "macros": {"a": {"body": "Simply click."}}}',
}

/** What must hold of any configuration: what is wrong with it has a place in it, and files are found and checked by it. */
export async function holdsForConfiguration(files: Readonly<Record<string, string>>, path: string): Promise<void> {
  const configs = makeConfigs(memoryFiles({...files, ...documents}))
  for (const [document, text] of Object.entries(documents)) {
    const found = await findDocument(configs, document)
    if (found === undefined) continue
    for (const {code, message} of checkText(text, found, makeMemory())?.problems ?? [])
      assert.notEqual(code, 'rule-failed', message)
  }
  const file = configs.files().find(each => each.path === path)
  holdsForSpans(file?.text ?? '', file?.problems.map(({span}) => span) ?? [])
  assert.equal(Reflect.get({}, 'polluted'), undefined, 'the prototype of all objects is changed')
}
