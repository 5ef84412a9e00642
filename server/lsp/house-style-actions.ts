import {type CodeAction, CodeActionKind} from 'vscode-languageserver'
import {eachWord} from '../../rules/kit/word-scan.ts'
import {objectCharacter} from '../../rules/kit/words.ts'
import type {Block} from '../formats/format.ts'
import {parsePhrase} from '../house-style/phrase-pattern.ts'
import {isHouseId} from '../house-style/phrase-rule.ts'
import {action, findingsAt, includes, type Place} from './action.ts'
import type {Analysis} from './analysis.ts'
import {addToHouseStyleCommand} from './capabilities.ts'
import {canConfigure} from './configuration-edit.ts'
import type {Asked} from './purpose-actions.ts'

const mostWords = 8
/** Characters of a selection that are looked at: eight words are never longer. */
const mostCharacters = 400

/**
 * Offers to add the words that are selected to the team’s phrases: a client that can asks what to say instead, for others a rule is written in
 * which that is left open.
 */
export function houseStyleActions(place: Place, {start, end, only}: Asked): Promise<CodeAction[]>[] {
  const {session, analysis} = place
  const kind = CodeActionKind.RefactorRewrite
  if (start === end || !includes(only, kind, true) || !canConfigure(session, analysis)) return []
  // What a rule of the team finds there is in the house style already.
  const isKnown = findingsAt(analysis, start, end).some(
    ({rule, span}) => isHouseId(rule) && span.start <= start && end <= span.end,
  )
  if (isKnown) return []
  const find = selectedPhrase(analysis, start, end)
  if (find === undefined) return []
  if (!session.client.addToHouseStyle)
    return [
      action(
        session,
        analysis,
        {title: session.client.t('Add “{0}” to the house style', find), kind},
        {does: 'add-phrase', find},
      ),
    ]
  const title = session.client.t('Add to house style…')
  const command = {title, command: addToHouseStyleCommand, arguments: [analysis.document.uri, find]}
  return [Promise.resolve([{title, kind, command}])]
}

/** The one to eight words of one block that a range of the file touches; undefined where it touches others or what is no word. */
function selectedPhrase({file, document}: Analysis, start: number, end: number): string | undefined {
  if (file === undefined || end - start > mostCharacters) return undefined
  const trimmed = document.getText().slice(start, end)
  const from = start + trimmed.length - trimmed.trimStart().length
  const to = start + trimmed.trimEnd().length
  for (const {base, read} of file.parts) {
    if (base > to) break
    for (const block of read().blocks) {
      const phrase = phraseIn(block, from - base, to - base)
      if (phrase !== undefined) return phrase
    }
  }
  return undefined
}

function phraseIn({prose, map, kind}: Block, from: number, to: number): string | undefined {
  const whole = map.toSource({start: 0, end: prose.length})
  // Headings are not checked, so a phrase of one would not be found there.
  if (kind === 'heading' || from < whole.start || to > whole.end) return undefined
  let first: number | undefined
  let last = 0
  eachWord(prose, "'’-", (start, end) => {
    const span = map.toSource({start, end})
    if (span.end <= from || span.start >= to) return
    first ??= start
    last = end
  })
  if (first === undefined) return undefined
  const phrase = prose.slice(first, last).replace(/\s+/g, ' ')
  const words = phrase.split(' ').length
  // Signs that mean something in a phrase to find would find something else.
  if (words > mostWords || phrase.includes(objectCharacter) || /[()[\]|~]|\.\./.test(phrase)) return undefined
  return 'mistake' in parsePhrase(phrase) ? undefined : phrase
}
