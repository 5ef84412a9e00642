/** Says a text for people in the language of the client; `{0}` stands for the first of `parts`. */
export type Say = (text: string, ...parts: readonly (string | number)[]) => string

/** Makes it from a bundle of translations by their English text; what the bundle lacks stays English. */
export function makeSay(bundle: Readonly<Record<string, unknown>>): Say {
  return (text, ...parts) => {
    const known = Object.hasOwn(bundle, text) ? bundle[text] : undefined
    const said = typeof known === 'string' ? known : text
    return said.replace(/\{(\d+)\}/g, (whole, index) => String(parts[Number(index)] ?? whole))
  }
}

/** “1 finding”, “2 findings”: each a text of its own, since languages count in their own ways. */
export function findingsIn(t: Say, count: number): string {
  return count === 1 ? t('1 finding') : t('{0} findings', count)
}

/** “1 file”, “2 files”. */
export function filesIn(t: Say, count: number): string {
  return count === 1 ? t('1 file') : t('{0} files', count)
}
