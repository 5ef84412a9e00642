// Reads all safe and if-verified rewrites in a folder of Markdown with a grammar checker: npm run eval:grammar -- FOLDER
import {fromInvoker} from '../eval/arguments.ts'
import {checkFile, markdownIn} from '../eval/documents-in.ts'
import {runCommand, Stop} from '../eval/stop.ts'
import {grammarFailures, shownFailure} from './failures.ts'
import {remedy, startHarper} from './harper.ts'

await runCommand(async () => {
  const [folder, ...more] = process.argv.slice(2)
  if (folder === undefined || folder.startsWith('-') || more.length > 0) {
    throw new Stop('Name one folder of Markdown: npm run eval:grammar -- FOLDER')
  }
  const names = markdownIn(fromInvoker(folder))
  const read = await startHarper()
  if (!read) throw new Stop(remedy)
  const shown = new Set<string>()
  let [rewrites, failed] = [0, 0]
  for (const name of names) {
    const found = await grammarFailures(checkFile(fromInvoker(folder), name), read)
    rewrites += found.read
    failed += found.failures.length
    for (const failure of found.failures.map(shownFailure)) {
      if (!shown.has(failure)) console.log(`${failure}\n  in ${name}\n`)
      shown.add(failure)
    }
  }
  console.log(`${rewrites} rewrites in ${names.length} files read, ${failed} failed (${shown.size} different ones).`)
  return failed > 0 ? 1 : 0
})
