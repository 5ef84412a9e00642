import {
  type Command,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  workspace,
} from 'vscode'
import {counted} from '../counted.ts'
import type {Documents, Ranked} from './documents.ts'
import {type DocumentNode, type FindingNode, type GroupNode, idOf, type MoreNode, type ProblemNode} from './nodes.ts'
import type {Group} from './summary.ts'

const {Collapsed, Expanded, None} = TreeItemCollapsibleState

const looks: Readonly<Record<Group, {readonly label: string; readonly asks: string; readonly icon: string}>> = {
  knowledge: {
    label: l10n.t('Knowledge'),
    asks: l10n.t('Say what happens, without doubt where there is none.'),
    icon: 'book',
  },
  intent: {label: l10n.t('Intent'), asks: l10n.t('Say who does what, by when.'), icon: 'target'},
  understanding: {
    label: l10n.t('Understanding'),
    asks: l10n.t('The customer’s concern comes first, in their terms.'),
    icon: 'comment-discussion',
  },
  standing: {label: l10n.t('Standing'), asks: l10n.t('Stay calm, and give limits with alternatives.'), icon: 'shield'},
  text: {
    label: l10n.t('Text and configuration'),
    asks: l10n.t('Placeholders, comments and files that need a look.'),
    icon: 'wrench',
  },
}

const severityIcons = {
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  suggestion: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
  hint: new ThemeIcon('lightbulb'),
} as const

const severityNames = {warning: l10n.t('warning'), suggestion: l10n.t('suggestion'), hint: l10n.t('hint')} as const

/** A rewrite with what to know before it is taken. */
const withSafety = {
  safe: (title: string) => title,
  'if-verified': (title: string) => l10n.t('{0} (if verified)', title),
  'needs-input': (title: string) => l10n.t('{0} (needs your input)', title),
} as const

/** A principle, with how much was found of it. */
export function groupItem(node: GroupNode, documents: Documents): TreeItem {
  const {label, asks, icon} = looks[node.group]
  const {findings, documents: files} = documents.count(node.group)
  const item = new TreeItem(label, files > 20 ? Collapsed : Expanded)
  item.id = idOf(node)
  item.description =
    node.group === 'text'
      ? l10n.t('{0} in {1}', findings, counted(files, 'file'))
      : l10n.t('{0} in {1}, by risk', findings, counted(files, 'file'))
  item.tooltip = asks
  item.iconPath = new ThemeIcon(icon)
  item.contextValue = 'group'
  item.accessibilityInformation = {
    label: l10n.t('{0}: {1} in {2}. {3}', label, counted(findings, 'finding'), counted(files, 'file'), asks),
  }
  return item
}

/** The way to the documents that are not listed yet. */
export function moreItem(node: MoreNode, documents: Documents): TreeItem {
  const left = documents.ranked(node.group).length - node.from
  const item = new TreeItem(l10n.t('{0} more with less risk', left), Collapsed)
  item.id = idOf(node)
  item.iconPath = new ThemeIcon('ellipsis')
  return item
}

/** A document, with its risk by the principle that it is listed under. */
export function documentItem(node: DocumentNode, ranked: Ranked | undefined): TreeItem {
  const {uri} = node
  const [folder, name] = placeOf(uri)
  // In front, where no narrow side bar cuts it off.
  const item = new TreeItem(ranked?.risk === undefined ? name : `${ranked.risk}  ${name}`, Collapsed)
  const findings = counted(ranked?.findings ?? 0, 'finding')
  const risk = ranked?.risk === undefined ? '' : l10n.t('risk {0} of 100', ranked.risk)
  item.id = idOf(node)
  // Not `resourceUri`, whose decorations repeat the counts of Problems and take the room of the risk.
  item.iconPath = new ThemeIcon('file')
  item.description = [findings, folder].filter(part => part !== '').join(' · ')
  const {label} = looks[node.group]
  item.tooltip = [workspace.asRelativePath(uri), risk === '' ? findings : `${label}: ${risk}, ${findings}`].join('\n')
  item.contextValue = 'document'
  item.accessibilityInformation = {label: [name, risk, findings, folder].filter(Boolean).join(', ')}
  return item
}

/** A finding: its words, and what to say instead. */
export function findingItem(node: FindingNode): TreeItem {
  const {rule, severity, message, phrase, why, say, canIgnore, range} = node.told
  const label = phrase === '' ? message : `“${phrase}”`
  const item = new TreeItem(label, None)
  const [best] = say
  const isFixable = say.some(({safety}) => safety === 'safe')
  item.id = idOf(node)
  item.iconPath = severityIcons[severity]
  item.description = best === undefined ? (phrase === '' ? rule : message) : `→ ${best.title}`
  item.tooltip = tooltip(message, why, [
    ...say.map(({title, safety}) => `→ ${withSafety[safety](title)}`),
    l10n.t('{0}, line {1}', rule, range.start.line + 1),
  ])
  item.contextValue = ['finding', ...(isFixable ? ['fixable'] : []), ...(canIgnore ? ['ignorable'] : [])].join(' ')
  item.command = openCommand(node.parent.uri, range)
  const better = best === undefined ? '' : ` ${withSafety[best.safety](best.title)}.`
  const place = l10n.t('{0}, line {1}', severityNames[severity], range.start.line + 1)
  item.accessibilityInformation = {
    label: `${place}: ${label} ${phrase === '' ? '' : message}${better}`,
  }
  return item
}

/** What is wrong with a text itself. */
export function problemItem(node: ProblemNode): TreeItem {
  const {message, range} = node.diagnostic
  const item = new TreeItem(message, None)
  item.id = idOf(node)
  item.iconPath = severityIcons.warning
  item.description = l10n.t('line {0}', range.start.line + 1)
  item.tooltip = message
  item.contextValue = 'problem'
  item.command = openCommand(node.parent.uri, range)
  return item
}

/** Plain text throughout: the words of a document are no markup. */
function tooltip(message: string, why: string, lines: readonly string[]): MarkdownString {
  const text = new MarkdownString('', true)
  text.appendText(message)
  if (why !== '') text.appendMarkdown('\n\n').appendText(why)
  for (const line of lines) text.appendMarkdown('\n\n').appendText(line)
  return text
}

function openCommand(uri: Uri, {start, end}: Range): Command {
  const selection = new Range(start.line, start.character, end.line, end.character)
  return {title: l10n.t('Open'), command: 'vscode.open', arguments: [uri, {selection, preview: true}]}
}

function placeOf(uri: Uri): readonly [folder: string, name: string] {
  const path = workspace.asRelativePath(uri)
  const at = path.lastIndexOf('/')
  return at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)]
}
