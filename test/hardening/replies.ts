import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {doubtful, folderOf, minimised, poise} from '../cli/poise.ts'
import {scene} from './afterwards.ts'
import type {Files} from './interruptions.ts'

/** The name of the export, and how it is imported to the folder it lies in, and written to again. */
export const exportName = 'export.json'
export const toImport = ['macros', 'import', exportName, '--to', '.']
export const toExport = ['macros', 'export', '.', '--into', exportName]

const replies = Array.from({length: 40}, (_, at) => ({
  id: at,
  title: `Reply ${at}`,
  actions: [{field: 'comment_value', value: `Hi Ana,\n\n${doubtful} This is number ${at}.\n`}],
}))

/** An export of forty replies. */
export const exported: Files = new Map([[exportName, JSON.stringify({macros: replies}, undefined, 2)]])

/** The export, and the replies that were imported from it, each of them edited. */
export async function editedReplies(): Promise<Files> {
  const cwd = folderOf(scene, Object.fromEntries(exported))
  const {code, err} = await poise(toImport, {cwd})
  if (code !== 0) throw new Error(err)
  return new Map(
    readdirSync(cwd).map(each => {
      const now = readFileSync(join(cwd, each), 'utf8')
      return [each, each === exportName ? now : now.replace('This is number', `${minimised} This is number`)]
    }),
  )
}
