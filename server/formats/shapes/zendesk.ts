import {entryOf, itemsOf, type MapValue, type TextValue, textOf, type Value} from '../values/value.ts'
import {detailsOf, inactiveIf, isOff, listShape, mapsOf, titled} from './items.ts'
import type {BodySyntax, FoundReply} from './shape.ts'
import {isBlank, wordOf} from './text.ts'

/** Zendesk macros, one or many, as the API gives them and as teams keep them in YAML. */
export const zendesk = listShape({
  name: 'Zendesk macros',
  system: 'zendesk',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    textOf(item, 'title', 'name') !== undefined &&
    mapsOf(entryOf(item, 'actions')?.value).some(
      action => entryOf(action, 'value') !== undefined && textOf(action, 'field') !== undefined,
    ),
  repliesOf,
})

interface Comment {
  readonly body: TextValue
  readonly as?: BodySyntax
}

function repliesOf(macro: MapValue): readonly FoundReply[] {
  const title = textOf(macro, 'title', 'name')
  const rest = {...detailsOf(macro), ...inactiveIf(isOff(macro))}
  const replies: FoundReply[] = []
  let comment: Comment | undefined
  for (const action of mapsOf(entryOf(macro, 'actions')?.value)) {
    const field = wordOf(entryOf(action, 'field')?.value) ?? ''
    const value = entryOf(action, 'value')?.value
    if (field.startsWith('side_conversation')) {
      const body = sideText(field, value)
      if (body === undefined || isBlank(body)) continue
      const note = title && {title: {text: `${title.text} (side conversation)`, span: title.span}}
      replies.push({...rest, ...note, body, span: action.span, ...sideSyntax(value)})
    } else if (/^comment_value(?:_html)?$/.test(field)) {
      const body = commentText(value)
      const isHtml = field.endsWith('_html')
      // Zendesk gives a rich comment twice; its HTML is what agents send.
      if (body === undefined || isBlank(body) || (comment?.as === 'html' && !isHtml)) continue
      comment = {body, ...(isHtml && {as: 'html' as const})}
    }
  }
  return comment === undefined ? replies : [{...rest, ...titled(title), ...comment}, ...replies]
}

/** A comment is a text, or a channel and a text. */
function commentText(value: Value | undefined): TextValue | undefined {
  const texts = textsOf(value)
  return texts[1] ?? texts[0]
}

/** A side conversation is a text, or a subject and a text; one in Slack begins with the text. */
function sideText(field: string, value: Value | undefined): TextValue | undefined {
  const texts = textsOf(value)
  return field.endsWith('_slack') ? texts[0] : (texts[1] ?? texts[0])
}

function sideSyntax(value: Value | undefined): {readonly as?: BodySyntax} {
  const types = textsOf(value)
    .slice(1)
    .map(({text}) => text)
  if (types.includes('text/html')) return {as: 'html'}
  return types.includes('text/plain') ? {as: 'text'} : {}
}

const textsOf = (value: Value | undefined): readonly TextValue[] =>
  itemsOf(value).flatMap(item => (item.type === 'text' ? [item] : []))
