// `poise check --fix` over thirty files, killed.
import {folderOf, minimised} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {commandLine, interrupted} from '../interruptions.ts'

const before = `${minimised}\n\n`.repeat(10)
const files = new Map(Array.from({length: 30}, (_, at) => [`${at}.md`, before]))
await interrupted(commandLine(folderOf(scene, {}), files, ['check', '--fix']), cases(400, 12), 3)
await tidy()
