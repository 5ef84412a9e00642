// `poise macros import` and `poise macros export`, killed.
import {folderOf} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {commandLine, interrupted} from '../interruptions.ts'
import {editedReplies, exported, toExport, toImport} from '../replies.ts'

await interrupted(commandLine(folderOf(scene, {}), exported, toImport), cases(200, 6), 6)
await interrupted(commandLine(folderOf(scene, {}), await editedReplies(), toExport), cases(150, 6), 7)
await tidy()
