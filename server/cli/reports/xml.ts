/** What XML 1.0 can't hold: most control characters, and halves of a pair. */
const impossible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** A text as the value of an attribute; what XML can't hold becomes U+FFFD. */
export function attributeText(text: string): string {
  return text.replace(impossible, '\uFFFD').replace(/[&<>"\n\r\t]/g, sign => entities[sign] ?? sign)
}

/** An element with its attributes, and with content that is XML already. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
  return content === '' ? `<${name}${all.join('')}/>` : `<${name}${all.join('')}>${content}</${name}>`
}
