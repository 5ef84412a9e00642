import {workspace} from 'vscode'

/** Where files are: on a disk, in a repository that an editor in a browser opened, and where the folders of this window are. */
const schemesOfFiles = new Set(['file', 'vscode-vfs', ...(workspace.workspaceFolders ?? []).map(({uri}) => uri.scheme)])
const schemes = [...schemesOfFiles, 'untitled']
/** The languages in which articles and replies are kept; the server says of each file whether it holds any. */
const languages = ['markdown', 'json', 'jsonc', 'yaml', 'xml', 'csv', 'html', 'ftl', 'freemarker', 'liquid']

/** The documents that are served: files and new files, not the copies that git, chat or the output panel show. */
export const textSelector = languages.flatMap(language => schemes.map(scheme => ({language, scheme})))

/** The same, files whose language no extension knows, and the configuration files, whose mistakes are shown too. */
export const documentSelector = [
  ...textSelector,
  ...[...schemesOfFiles].flatMap(scheme => [
    {scheme, pattern: '**/*.{csv,tsv,xml,ftl,ftlh,liquid}'},
    {scheme, pattern: '**/.poise.json'},
  ]),
  // Cells that hold text; the client opens them with their notebook.
  {scheme: 'vscode-notebook-cell', language: 'markdown'},
]
