/** The documents that are served: files and new files, not the copies that git, chat or the output panel show. */
export const markdownSelector = [
  {language: 'markdown', scheme: 'file'},
  {language: 'markdown', scheme: 'untitled'},
]

/** The same, and the configuration files, whose mistakes are shown too. */
export const documentSelector = [...markdownSelector, {scheme: 'file', pattern: '**/.poise.json'}]
