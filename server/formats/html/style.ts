import type {Encode} from '../prose/source-map.ts'
import {htmlEncoder} from './encode-html.ts'

/**
 * Gives what writes into the blocks of a file in the style of its first line break and paragraph: `isLine` says whether a block has several
 * lines, `tag` is the tag of the paragraph that a blank line would end, empty where two line breaks do, undefined where neither can.
 */
export function encodersOf(text: string): (isLine: boolean, tag: string | undefined) => Encode {
  const line = /<br[ \t]{0,5}\/?>/i.exec(text)?.[0] ?? '<br>'
  const gap = /<\/p>\s{0,40}(?=<p[\s>])/i.exec(text)?.[0] ?? '</p>\n'
  const single = htmlEncoder({line: undefined, paragraph: undefined})
  const made = new Map<string | undefined, Encode>()
  return (isLine, tag) => {
    if (!isLine) return single
    const paragraph = tag === undefined ? undefined : tag === '' ? line + line : gap + tag
    const encode = made.get(tag) ?? htmlEncoder({line, paragraph})
    made.set(tag, encode)
    return encode
  }
}
