import {entryOf, type MapValue, textOf, type Value} from '../values/value.ts'
import {bodyOf} from './bodies.ts'
import {elementIn, elementText} from './elements.ts'
import {itemsIn, titled} from './items.ts'
import type {FoundReply, Shape} from './shape.ts'
import {isBlank, wordOf} from './text.ts'

/** Quick texts and e-mail templates of Salesforce: a metadata file for each, or records as its tools export them. */
export const salesforce: Shape = {
  name: 'Salesforce quick texts and e-mail templates',
  system: 'salesforce',
  syntaxes: ['xml', 'json'],
  find(root) {
    const quickText = elementIn(root, 'QuickText')
    if (quickText !== undefined) return fileOf(quickText, ['message', 'quickTextMessage'])
    const template = elementIn(root, 'EmailTemplate')
    if (template !== undefined) return fileOf(template, ['textOnly', 'content'])
    const replies = itemsIn(root, isRecord).flatMap(recordOf)
    return replies.length > 0 ? replies : undefined
  },
}

const titles = ['masterLabel', 'label', 'name', 'quickTextName', 'subject', 'fullName', 'developerName']

function fileOf(element: Value, bodies: readonly string[]): readonly FoundReply[] {
  const body = bodies.map(name => elementText(entryOf(element, name)?.value)).find(text => text !== undefined)
  if (body === undefined || isBlank(body)) return []
  const title = titles.map(name => elementText(entryOf(element, name)?.value)).find(text => text !== undefined)
  return [{...titled(title), body, as: 'text', span: element.span}]
}

const typeOf = (item: MapValue): string | undefined =>
  wordOf(entryOf(entryOf(item, 'attributes')?.value, 'type')?.value)

const isRecord = (item: MapValue): boolean => /^(?:QuickText|EmailTemplate)$/.test(typeOf(item) ?? '')

function recordOf(item: MapValue): readonly FoundReply[] {
  const id = wordOf(entryOf(item, 'Id')?.value)
  return bodyOf(item, 'HtmlValue', 'Message', 'Body').map(body => ({
    ...titled(textOf(item, 'MasterLabel', 'Name', 'Subject', 'DeveloperName')),
    ...body,
    span: item.span,
    ...(id !== undefined && {id}),
  }))
}
