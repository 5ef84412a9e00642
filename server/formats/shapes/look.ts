import {isBodyName, isTitleName} from './names.ts'
import {isProse, isSpoken} from './prose.ts'
import type {DataSyntax} from './shape.ts'

const syntaxes: Readonly<Record<string, DataSyntax>> = {
  json: 'json',
  jsonc: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  xml: 'xml',
  csv: 'csv',
  tsv: 'csv',
}

/** The syntax of a data file, by its name; undefined for any other file. */
export function syntaxOf(path: string): DataSyntax | undefined {
  const ending = /\.([a-z]{3,5})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(syntaxes, ending) ? syntaxes[ending] : undefined
}

/** Words of a file's or its folder's name that promise replies. */
const promise =
  /(?:^|[^a-z])(?:macros?|canned|repl(?:y|ies)|saved[-_ ]?(?:repl|resp)|quick[-_ ]?(?:text|repl)|text[-_ ]?modules?|customer[-_ ]?templates?|support[-_ ]?templates?|dynamic[-_ ]?content)/i

/** Whether a path says that the file holds replies; the two folders above it count. */
export const saysReplies = (path: string): boolean => promise.test(lastParts(path))

const lastParts = (path: string): string => path.replaceAll('\\', '/').split('/').slice(-3).join('/')

const otherNames =
  /^(?:package|composer|bower|manifest|tsconfig|jsconfig|angular|nx|turbo|lerna|rush|deno|vercel|now|firebase|app|project|launch|tasks|settings|extensions|renovate|dependabot|codecov|mkdocs|_config|pubspec|chart|values|kustomization|swagger|openapi|asyncapi|\.poise|\.eslintrc|\.prettierrc|\.babelrc|\.travis|\.gitlab-ci|appveyor|azure-pipelines|docker-compose|compose|cloudbuild|serverless|pom|web|build|AndroidManifest|sitemap|feed|rss|atom|config\.schema)(?:[.-].*)?\.(?:jsonc?|ya?ml|xml)$/i
const otherEndings =
  /(?:\.schema|\.lock|-lock|\.min|\.map|\.config|\.tmlanguage|\.code-snippets|\.webmanifest|\.stories|\.test|\.spec|\.snap)\.(?:jsonc?|ya?ml)$/i
const otherFolders = /(?:^|\/)(?:\.vscode|\.idea|workflows|ISSUE_TEMPLATE|\.circleci|node_modules|\.git)\/[^/]*$/i
const translations =
  /(?:^|\/)(?:i18n|l10n|locales?|_locales|lang|langs|languages|translations?|nls)\/|(?:^|\/)(?:messages|strings|translations?|nls|bundle\.l10n)(?:[._-][a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:jsonc?|ya?ml|xml)$|(?:^|\/|\.)[a-z]{2}(?:[-_][A-Za-z]{2,4})?\.(?:jsonc?|ya?ml)$/i

/** Whether a file is known by its name as one that programs read: a manifest, a lock file, a schema, a message catalogue. */
export function isOtherFile(path: string): boolean {
  const slashed = path.replaceAll('\\', '/')
  const name = slashed.slice(slashed.lastIndexOf('/') + 1)
  if (otherNames.test(name) || otherEndings.test(name) || otherFolders.test(slashed)) return true
  return translations.test(slashed.split('/').slice(-4).join('/')) && !promise.test(name)
}

/** Whether a file is one in which a GitHub repository keeps comments. */
export const isOfGithub = (path: string): boolean =>
  /(?:^|\/)\.github\/[^/]+$|(?:^|\/)label-actions\.ya?ml$/.test(path.replaceAll('\\', '/'))

/** Names that only help desks use. */
const certain =
  /["'\s-](?:comment_value(?:_html)?|side_conversation\w{0,10}|short_code|setResponseText|content_html|canned_responses?|saved_replies|text_modules|variants|body_text|is_available_for_all_inboxes|isenabled)["']?\s{0,4}[:,]/
const certainText = /\bsetResponseText\b|\bcomment_value(?:_html)?\b|["'](?:QuickText|EmailTemplate)["']/
const listName = /(?:^|["'\s{])(?:macros?|replies|responses|templates|snippets)["']?\s{0,4}:/
const xmlTop = /<(?:quicktext|QuickText|EmailTemplate)[\s>]/

/** A first look at a file's name and its first few thousand characters: whether it is worth reading as replies. */
export function mayHoldReplies(path: string, head: string): boolean {
  const syntax = syntaxOf(path)
  if (syntax === undefined || isOtherFile(path)) return false
  if (syntax === 'xml') return xmlTop.test(head)
  if (syntax === 'csv') return hasTextColumn(head, saysReplies(path))
  if (certain.test(head) || certainText.test(head) || listName.test(head)) return true
  return (saysReplies(path) || isOfGithub(path) || isSpoken(head)) && hasProse(head)
}

function hasTextColumn(head: string, isNamed: boolean): boolean {
  const [header = ''] = head.replace(/^\ufeff?(?:sep=.[\r\n]{1,2})?/i, '').split(/\r\n?|\n/, 1)
  const columns = header.split(/[,;\t]/).map(column => column.replace(/^\s*"|"\s*$/g, ''))
  return columns.some(isBodyName) && (isNamed || columns.some(isTitleName))
}

/** Whether a line, or a string in it, is a sentence. */
function hasProse(head: string): boolean {
  return head.split('\n').some(line => line.length >= 30 && isProse(line.slice(0, 2000).replaceAll('"', ' '), 7, 30))
}
