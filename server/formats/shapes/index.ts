import type {Value} from '../values/value.ts'
import {categories} from './categories.ts'
import {chatwoot} from './chatwoot.ts'
import {csvTable} from './csv-table.ts'
import {freshdesk} from './freshdesk.ts'
import {front} from './front.ts'
import {github} from './github.ts'
import {gorgias} from './gorgias.ts'
import {helpScout} from './help-scout.ts'
import {intercom} from './intercom.ts'
import {isOtherFile, saysReplies} from './look.ts'
import {namedTexts} from './named-texts.ts'
import {osticket} from './osticket.ts'
import {quicktext} from './quicktext.ts'
import {salesforce} from './salesforce.ts'
import type {DataSyntax, FoundReply, Shape} from './shape.ts'
import {zammad} from './zammad.ts'
import {zendesk} from './zendesk.ts'
import {zendeskDynamicContent} from './zendesk-dynamic-content.ts'

export {mayHoldReplies, syntaxOf} from './look.ts'

/** Every form that is known without configuration, those of one system before the general ones. */
export const shapes: readonly Shape[] = [
  zendesk,
  zendeskDynamicContent,
  gorgias,
  freshdesk,
  intercom,
  front,
  helpScout,
  chatwoot,
  zammad,
  osticket,
  salesforce,
  quicktext,
  github,
  csvTable,
  namedTexts,
  categories,
]

/** The replies of a data file, by the first form that it has; `named` where the configuration says that it holds some. */
export function findReplies(
  syntax: DataSyntax,
  root: Value,
  path: string,
  named = false,
): {readonly shape: Shape; readonly replies: readonly FoundReply[]} | undefined {
  if (!named && isOtherFile(path)) return undefined
  const clues = {path, named: named || saysReplies(path)}
  for (const shape of shapes) {
    if (!shape.syntaxes.includes(syntax)) continue
    const replies = shape.find(root, clues)
    if (replies !== undefined) return {shape, replies}
  }
  return undefined
}
