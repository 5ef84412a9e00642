import type {TextValue, Value} from '../values/value.ts'
import {elementText} from './elements.ts'
import {detailsOf, inactiveIf, isOff} from './items.ts'
import {follow, isMistake, parsePath, type Reached, type Step} from './path.ts'
import type {BodySyntax, Clues, FoundReply, Shape} from './shape.ts'
import {isBlank} from './text.ts'

/** What a configuration says of a team's own form: paths that were checked. */
export interface OwnShapeSettings {
  /** From the file's top to each reply's entry. */
  readonly items: string
  /** From the entry; `@key` is the name under which it stands. */
  readonly title?: string
  /** From the entry; `@value` is the entry itself. */
  readonly body: string
  readonly as?: BodySyntax
  readonly purpose?: string
}

/** The name under which an entry stands, and the entry itself, where a path from it is asked for. */
export const ownKey = '@key'
export const ownValue = '@value'

/** Makes a shape of what a configuration says; a path with a mistake leads nowhere. */
export function ownShape({items, title, body, as, purpose}: OwnShapeSettings): Shape {
  const toItems = parsePath(items, 'top')
  const toBody = wayOf(body)
  const toTitle = title === undefined ? undefined : wayOf(title)
  const toPurpose = purpose === undefined ? undefined : wayOf(purpose)
  return {
    name: 'replies of your own form',
    syntaxes: ['json', 'yaml', 'xml', 'csv'],
    find(root: Value, _clues?: Clues) {
      if (isMistake(toItems) || toBody === undefined) return undefined
      const replies = follow(root, toItems).flatMap(item => {
        const text = textAt(item, toBody)
        if (text === undefined || isBlank(text)) return []
        const named = toTitle && titleAt(item, toTitle)
        const aim = toPurpose && textAt(item, toPurpose)
        return [
          {
            ...(item.value.type === 'map' ? {...detailsOf(item.value), ...inactiveIf(isOff(item.value))} : {}),
            ...(named && {title: named}),
            body: text,
            ...(as && {as}),
            ...(aim && {purpose: aim}),
            span: item.value.span,
          },
        ]
      })
      return replies.length > 0 ? replies : undefined
    },
  }
}

type Way = readonly Step[] | typeof ownKey | typeof ownValue

function wayOf(path: string): Way | undefined {
  if (path === ownKey || path === ownValue) return path
  const steps = parsePath(path, 'entry')
  return isMistake(steps) ? undefined : steps
}

function textAt({value}: Reached, way: Way): TextValue | undefined {
  if (way === ownKey) return undefined
  const reached = way === ownValue ? [{value}] : follow(value, way)
  return reached.map(each => elementText(each.value)).find(text => text !== undefined)
}

function titleAt(item: Reached, way: Way): FoundReply['title'] {
  if (way !== ownKey) return textAt(item, way)
  return item.under && {text: item.under.key, span: item.under.keySpan}
}
