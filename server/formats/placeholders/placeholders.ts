import type {DocumentKind} from '../../../rules/kit/types.ts'

/** A run that is not the writer's own words: `value` stands for a word that is filled in later, `tag` steers a template or names an attribute. */
export interface Placeholder {
  readonly kind: 'value' | 'tag'
  readonly end: number
}

type Form = readonly [kind: Placeholder['kind'], pattern: RegExp, only?: DocumentKind]

/** Every repetition is bounded, so that a broken file costs no more than a whole one. */
const forms: Readonly<Record<string, readonly Form[]>> = {
  '{': [
    ['value', /\{\{\{[^{}]{1,300}\}\}\}/y],
    ['value', /\{\{(?:[^{}]|\{[^{}]{0,80}\}){1,300}\}\}/y],
    ['tag', /\{%-?[ \t]*comment[ \t]*-?%\}[\s\S]{0,1000}?\{%-?[ \t]*endcomment[ \t]*-?%\}/y, 'macro'],
    ['value', /\{%(?:[^%]|%(?!\})){1,500}%\}/y],
    ['value', /\{![A-Za-z$][^{}\n]{0,200}\}/y],
    ['value', /\{\$[^{}\n]{1,100}\}/y],
    ['tag', /\{:{1,2}[^{}\n]{0,200}\}/y],
    ['tag', /\{[#./@][\w.:/ -]{0,100}\}/y],
    ['value', /\{ ?[A-Za-z_][\w.-]{0,60} ?\}/y],
    ['value', /\{(?:\d{1,2}|[ \p{L}_][^{}\n]{0,80})\}/uy, 'macro'],
  ],
  '%': [
    ['value', /%\{[\w. -]{1,80}\}/y],
    ['value', /%[A-Z][A-Z_]{2,40}%/y],
  ],
  $: [
    ['value', /\$\{[^{}\n]{1,100}\}/y],
    ['value', /\$[A-Z][A-Z0-9_]{2,40}\$/y],
  ],
  '#': [['value', /#\{[^{}\n]{1,100}\}/y]],
  '@': [['value', /@\{[^{}\n]{1,100}\}/y]],
  '<': [
    ['value', /<[A-Z][A-Z0-9]{0,40}(?:[_-][A-Z0-9]{1,40}){1,8}>/y],
    ['value', /<[A-Z][A-Z0-9 ]{3,60}>/y, 'macro'],
    ['value', /<(?:your|insert|enter|add|customer|the) [^<>=\n]{1,60}>/iy, 'macro'],
    ['tag', /<#--[\s\S]{0,1000}?-->/y, 'macro'],
    // FreeMarker: what is compared in an argument may hold a bracket of its own.
    [
      'value',
      /<\/?[#@](?:[A-Za-z_](?:[^<>"'()\n]|"[^"\n]{0,100}"|'[^'\n]{0,100}'|\([^()\n]{0,100}\)){0,100})?>/y,
      'macro',
    ],
  ],
  X: [['value', /(?<!\w)X{3,20}(?:[-_/. ]X{2,20}){0,8}(?!\w)/y, 'macro']],
  '[': [
    ['value', /\[\[(?![[\]])[^[\]\n]{1,200}\]\](?!\(|\[(?!\[|[^[\]\n]{1,80}\]\())/y, 'macro'],
    [
      'value',
      /\[(?![\]^]|[ xX]\])[^[\]\n]{1,80}\](?!:|\[(?!\[|[^[\]\n]{1,80}\]\()|\(\S{1,400}(?:\)|\s{1,9}["'(]))/y,
      'macro',
    ],
  ],
}

/** What stands for something else at `at`, or undefined; in articles only forms that cannot be ordinary writing. */
export function placeholderAt(text: string, at: number, kind: DocumentKind): Placeholder | undefined {
  const candidates = forms[text.charAt(at)]
  if (candidates === undefined) return undefined
  for (const [form, pattern, only] of candidates) {
    if (only !== undefined && only !== kind) continue
    pattern.lastIndex = at
    if (pattern.test(text)) return {kind: form, end: pattern.lastIndex}
  }
  return undefined
}

const openers = /[{%$#@<X[]/g

/** Whether any stands in `text`. */
export function holdsPlaceholder(text: string, kind: DocumentKind): boolean {
  for (const match of text.matchAll(openers)) if (placeholderAt(text, match.index, kind) !== undefined) return true
  return false
}

/** All that stand in `text`, none inside another. */
export function* placeholdersIn(text: string, kind: DocumentKind): Generator<{start: number; end: number}> {
  let done = 0
  for (const {index} of text.matchAll(openers)) {
    if (index < done) continue
    const found = placeholderAt(text, index, kind)
    if (found === undefined) continue
    yield {start: index, end: found.end}
    done = found.end
  }
}

const control =
  /^(?:\{%(?:[^%]|%(?!\})){1,500}%\}|\{\{-? ?(?:[#/^<%>!]|(?:include|partial|template|render|yield|else|end|if|each|content)\b)[^{}]{0,300}\}\}|\{[:#./@][^{}\n]{0,200}\}|<\/?[#@][^<>\n]{0,300}>|[ \t])+$/

/** Whether a line holds nothing but tags that steer a template, such as `{% if paid %}`, `<#if paid>` or `{: .note}`. */
export function isControlLine(line: string): boolean {
  return /^(?:\{|<\/?[#@])/.test(line) && line.length < 2000 && control.test(line)
}
