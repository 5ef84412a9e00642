/** The longest name of a macro file. */
const longest = 80
const extension = '.macro.md'
/** Names that Windows keeps for devices, whatever stands behind the first dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** Whether a file of this name is a macro without being configured as one. */
export function isMacroName(name: string): boolean {
  return /\.macro\.(?:md|markdown)$/i.test(name)
}

/** The name of the file of a macro with this title, which is none of those that are `taken`, in lower case. */
export function macroName(title: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(title)
  for (let number = 1; ; number++) {
    const end = number === 1 ? extension : `-${number}${extension}`
    const name = cut(slug, longest - end.length) + end
    if (!taken.has(name)) return name
  }
}

/** Lower-case words of letters and digits of any script, joined by hyphens; accents of Latin letters are left out. */
function slugOf(title: string): string {
  const latin = title
    .slice(0, 500)
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, letter => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/['’]/g, '')
  const slug = latin.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '')
  if (slug === '') return 'reply'
  return reserved.test(slug) ? `reply-${slug}` : slug
}

/** The whole words that have room, or as much of the first one. */
function cut(slug: string, room: number): string {
  if (slug.length <= room) return slug
  const hyphen = slug.lastIndexOf('-', room)
  const short = slug.slice(0, hyphen > room / 2 ? hyphen : room)
  return short.replace(/[\ud800-\udbff]$/, '').replace(/-$/, '')
}
