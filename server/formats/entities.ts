const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»',
  hellip: '…', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', cent: '¢', yen: '¥',
  sect: '§', para: '¶', deg: '°', plusmn: '±', times: '×', divide: '÷', frac12: '½', frac14: '¼', frac34: '¾',
  larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', check: '✓', shy: '\u00ad', zwj: '\u200d', zwnj: '\u200c',
  lbrace: '{', rbrace: '}', lcub: '{', rcub: '}', lbrack: '[', rbrack: ']', lsqb: '[', rsqb: ']', lpar: '(', rpar: ')',
  vert: '|', verbar: '|', num: '#', ast: '*', lowbar: '_', grave: '`', bsol: '\\', sol: '/', percnt: '%', dollar: '$',
  excl: '!', quest: '?', colon: ':', semi: ';', comma: ',', period: '.', plus: '+', equals: '=', commat: '@', Hat: '^',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê',
  agrave: 'à', aacute: 'á', acirc: 'â', aring: 'å', aelig: 'æ', ccedil: 'ç', iacute: 'í', ntilde: 'ñ', oacute: 'ó',
  oslash: 'ø', uacute: 'ú', ugrave: 'ù', Eacute: 'É', Aring: 'Å', Oslash: 'Ø',
}

/** The characters that an HTML entity such as `&amp;` shows, or undefined for one that is not known. */
export function decodeEntity(entity: string): string | undefined {
  const name = entity.slice(1, -1)
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? named[name] : undefined
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}
