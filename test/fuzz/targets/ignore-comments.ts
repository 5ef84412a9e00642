import assert from 'node:assert/strict'
import {checkFile} from '../../../server/engine/check-file.ts'
import {makeMemory} from '../../../server/engine/memory.ts'
import {holdsForFile, openAs, plans} from '../holds-for-file.ts'
import {ignoreComments, phrases} from '../material.ts'
import {markdownSigns} from '../signs.ts'
import type {Target} from '../target.ts'

const open = openAs('replies/a.macro.md', 'macro')
const found = 'Simply click **Save**.'

/** Comments that silence rules, anywhere in a reply. */
export const target: Target = {
  name: 'ignore-comments',
  seeds: ignoreComments.map(comment => `${found}\n\n${comment}\n\n${found}\n\n- ${found}\n  ${comment}\n- ${found}\n`),
  dictionary: [
    ...ignoreComments,
    ...ignoreComments,
    ...['poise-ignore', 'minimiser', '<!--', '-->', ':', ',', '[//]: # (poise-ignore)', found, `> ${found}\n`],
    ...markdownSigns,
    ...phrases,
  ],
  holds(input) {
    holdsForFile(input, open)
    const silenced = open(`<!-- poise-ignore-file -->\n\n${input}`)
    assert.ok(silenced !== undefined)
    assert.deepEqual(
      checkFile(silenced, plans.macro, makeMemory()).findings,
      [],
      'a file that is silenced has findings',
    )
  },
}
