import {entryOf, type MapValue, textOf} from '../values/value.ts'
import {detailsOf, inactiveIf, isOff, listShape, mapsOf} from './items.ts'
import type {FoundReply} from './shape.ts'
import {isBlank, wordOf} from './text.ts'

/** Dynamic content of Zendesk: texts with a variant for each language, of which the English ones are replies. */
export const zendeskDynamicContent = listShape({
  name: 'Zendesk dynamic content',
  system: 'zendesk',
  syntaxes: ['json', 'yaml'],
  isItem: item =>
    mapsOf(entryOf(item, 'variants')?.value).some(
      variant =>
        textOf(variant, 'content') !== undefined &&
        entryOf(variant, 'locale_id', 'locale', 'locale_code', 'language') !== undefined,
    ),
  repliesOf,
})

/** The numbers that Zendesk gives American and British English. */
const englishIds = new Set(['1', '1176'])

function repliesOf(item: MapValue): readonly FoundReply[] {
  const title = textOf(item, 'name', 'title', 'placeholder')
  const variants = mapsOf(entryOf(item, 'variants')?.value)
  const english = variants.filter(variant => isEnglish(variant) === true)
  const untold = variants.filter(variant => isEnglish(variant) === undefined)
  // Without a known English variant the default one stays: its text shows what language it is in.
  const kept = english.length > 0 ? english : untold.filter(isDefault)
  return (kept.length > 0 ? kept : untold).flatMap((variant, _index, {length}) => {
    const body = textOf(variant, 'content')
    if (body === undefined || isBlank(body)) return []
    const locale = length > 1 ? localeOf(variant) : undefined
    const named = title && (locale === undefined ? title : {text: `${title.text} (${locale})`, span: title.span})
    return [
      {
        ...detailsOf(item),
        ...(named && {title: named}),
        body,
        span: length > 1 ? variant.span : item.span,
        ...inactiveIf(isOff(variant) || isOff(item)),
      },
    ]
  })
}

function isEnglish(variant: MapValue): boolean | undefined {
  const locale = wordOf(entryOf(variant, 'locale', 'locale_code', 'language')?.value)
  if (locale !== undefined && /[a-z]/i.test(locale)) return /^en(?:$|[-_])|english/i.test(locale)
  const id = wordOf(entryOf(variant, 'locale_id')?.value) ?? locale
  return id !== undefined && englishIds.has(id) ? true : undefined
}

const localeOf = (variant: MapValue): string | undefined =>
  wordOf(entryOf(variant, 'locale', 'locale_code', 'language', 'locale_id')?.value)

const isDefault = (variant: MapValue): boolean => wordOf(entryOf(variant, 'default')?.value) === 'true'
