const names = /\.(?:html?|ftlh?|liquid|hbs|handlebars|mustache|txt)$/i
/** Folders and files in which a team keeps what it sends. */
const replyPath =
  /(?<![a-z])(?:macros?|repl(?:y|ies)|canned|saved[-_ ]?(?:repl|resp)\w*|responses?|quick[-_ ]?texts?)(?![a-z])/i
const mailPath =
  /(?<![a-z])(?:e?-?mails?|mailers?|mailings?|newsletters?|notifications?|transactional|autorepl(?:y|ies)|autoresponders?)(?![a-z])/i
/** What a page of a site, a component or a report holds, and no message. */
const chrome =
  /<(?:nav|main|form|input|textarea|select|button|script(?![^<>]{0,60}ld\+json)|iframe|canvas|aside|article|svg|video|dialog|slot|template|router-\w+|ng-\w+|app-\w+|frameset|noscript)\b|<link\b[^<>]{0,200}\brel=["']?(?:canonical|icon|shortcut|next|prev|manifest)|<meta\b[^<>]{0,100}(?:name=["']?(?:generator|robots|description)|property=["']?og:)|\{%-?\s*(?:extends|block|csrf_token|load static)\b|\{\{[#>]-?\s*(?:layout|extend)\b|\s(?:v-(?:if|for|model|bind|on)|ng-\w{2,20}|x-data|hx-\w{2,20}|:class|@click|\*ng\w{2,20}|data-react\w*|onclick|routerLink)=|<%[-=@]|<\?(?:php|=)|<!--[^<>]{0,60}\bgenerated (?:by|on|at)\b|doxygen|javadoc|sphinx|pydoc/i
/** A message may load its font; it loads no other style sheet. */
const styles = /<link\b(?![^<>]{0,300}\bfonts?\b)[^<>]{0,300}\brel=["']?stylesheet/i
const hole = String.raw`(?:\{\{|\{%|%\{|\$\{|\{!|\{\$|#\{|@\{|\{ ?[A-Za-z_]|\[ ?[A-Za-z]|<#|&lt;[a-z])`
const gap = String.raw`(?:\s|&nbsp;|<\/?(?:b|i|em|strong|span|font)\b[^<>]{0,100}>){0,6}`
const greeting = String.raw`(?<![\p{L}\p{N}-])(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|welcome)(?![\p{L}\p{N}-])`
const personGreeted = new RegExp(`${greeting}(?: (?:there|again|mr\\.?|ms\\.?))?,?${gap}${hole}`, 'iu')
const anyGreeted = new RegExp(`(?:^|>)\\s{0,40}${greeting}[^<>\\n]{0,60}[,!]`, 'imu')
const goodbye =
  /(?:^|>|\n)\s{0,40}(?:(?:(?:with )?(?:best|kind|kindest|warm) (?:regards|wishes)|regards|sincerely|yours (?:truly|sincerely|faithfully)|cheers|thanks|thank you|best)(?:,|!|\.|\s*<|\s*\n|\s*$)|(?:the|your) [^<>\n.]{1,40} team\b)/i
const placeholder = new RegExp(hole)
const tag = /<[^<>]{0,1000}>|\{[^{}]{0,300}\}/g
const reader = /\b(?:you|your|yours)\b/gi
const longest = 200_000

/**
 * Whether an HTML, FreeMarker, Liquid or text file is a message that a customer gets: it greets someone or takes leave, speaks to them, lies where
 * messages do or greets by a placeholder, and holds nothing of a site's page.
 */
export function isMailTemplate(path: string, text: string): boolean {
  if (!names.test(path) || text.length > longest) return false
  const where = path.slice(-200)
  const isReply = replyPath.test(where)
  const isMail = isReply || mailPath.test(where)
  const isText = /\.txt$/i.test(path)
  if (isText && !isMail) return false
  const greetsPerson = personGreeted.test(text)
  const signs = goodbye.test(text)
  const greets = greetsPerson || anyGreeted.test(text)
  if (!greets && !signs) return false
  if (chrome.test(text) || (!isMail && styles.test(text))) return false
  const addressed = text.replace(tag, ' ').match(reader)?.length ?? 0
  if (addressed === 0) return false
  if (greetsPerson && (isMail || signs)) return addressed >= 1
  const isFilled = placeholder.test(text.replace(/<style\b[\s\S]*?(?:<\/style>|$)/gi, ''))
  if (isText) return isFilled && greets && signs
  return isReply ? greets || (signs && addressed >= 2) : isMail && isFilled && greets && signs
}
