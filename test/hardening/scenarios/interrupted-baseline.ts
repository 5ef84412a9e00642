// `poise baseline`, killed while it records anew and while it replaces what was recorded; and the same from an editor.
import {doubtful, folderOf, minimised} from '../../cli/poise.ts'
import {scene, tidy} from '../afterwards.ts'
import {cases} from '../cases.ts'
import {commandLine, interrupted} from '../interruptions.ts'

const articles = Array.from({length: 60}, (_, at): readonly [string, string] => [
  `${at}.md`,
  `# Page ${at}\n\n${minimised}\n\n${doubtful}\n`,
])
const recorded = '{"version": 1, "files": {}}\n'
const replaced = new Map([...articles, ['.poise-baseline.json', recorded]])
await interrupted(commandLine(folderOf(scene, {}), new Map(articles), ['baseline']), cases(150, 6), 4)
await interrupted(commandLine(folderOf(scene, {}), replaced, ['baseline', '.']), cases(100, 4), 5)
await tidy()
