import {
  type Disposable,
  EventEmitter,
  languages,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type Uri,
  window,
} from 'vscode'
import {counted} from '../counted.ts'
import type {Server} from '../server.ts'
import type {Status} from '../status.ts'
import {type Documents, makeDocuments} from './documents.ts'
import {documentItem, findingItem, groupItem, moreItem, problemItem} from './items.ts'
import {type DocumentNode, type GroupNode, idOf, listed, type Node, numbered, type Told} from './nodes.ts'
import {type Group, groupOf, groups} from './summary.ts'

/** Milliseconds without a change before the tree follows: it is not for the letters of a word. */
const pause = 400
/** And at the latest, for a scan goes on telling of files. */
const longest = 1500

/** Shows what was found by principle, document and finding, the riskiest document first. */
export function registerTree(server: Server, status: Status): Disposable[] {
  const changed = new EventEmitter<Node[] | undefined>()
  const documents = makeDocuments((uri, group) => (group === 'text' ? undefined : status.scoreOf(uri)?.[group]))
  // VS Code knows a node by its object, so each has one as long as it is listed.
  const groupNodes = new Map(groups.map(group => [group, {kind: 'group', group} satisfies GroupNode]))
  const documentNodes = new Map<string, DocumentNode>()
  const waiting = new Map<string, Uri>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let first = 0

  const view: TreeView<Node> = window.createTreeView('poise.findings', {
    treeDataProvider: makeProvider(server, documents, groupNodes, documentNodes, changed.event),
    showCollapseAll: true,
  })

  function refresh(): void {
    const shown = groupsShown(documents)
    const change = documents.look([...waiting.values()])
    for (const uri of waiting.values())
      for (const group of groups)
        if (documents.find(group, uri) === undefined) documentNodes.delete(idOf({kind: 'document', group, uri}))
    waiting.clear()
    showBadge(view, documents)
    if (shown !== groupsShown(documents)) {
      changed.fire(undefined)
      return
    }
    const nodes: Node[] = [...change.groups].flatMap(group => groupNodes.get(group) ?? [])
    for (const uri of change.documents) {
      for (const group of groups) {
        const node = documentNodes.get(idOf({kind: 'document', group, uri}))
        if (node !== undefined && !change.groups.has(group)) nodes.push(node)
      }
    }
    if (nodes.length > 0) changed.fire(nodes)
  }

  function soon(uris: readonly Uri[]): void {
    if (waiting.size === 0) first = Date.now()
    for (const uri of uris) waiting.set(uri.toString(), uri)
    clearTimeout(timer)
    timer = setTimeout(refresh, Math.max(0, Math.min(pause, first + longest - Date.now())))
  }

  documents.look()
  showBadge(view, documents)
  return [
    view,
    changed,
    languages.onDidChangeDiagnostics(({uris}) => soon(uris)),
    status.onDidChange(uri => soon([uri])),
    {dispose: () => clearTimeout(timer)},
  ]
}

function groupsShown(documents: Documents): string {
  return groups.filter(group => documents.count(group).findings > 0).join(' ')
}

function showBadge(view: TreeView<Node>, documents: Documents): void {
  const warnings = groups.reduce((sum, group) => sum + documents.count(group).warnings, 0)
  view.badge = warnings === 0 ? undefined : {value: warnings, tooltip: counted(warnings, 'warning')}
}

function makeProvider(
  server: Server,
  documents: Documents,
  groupNodes: ReadonlyMap<Group, GroupNode>,
  documentNodes: Map<string, DocumentNode>,
  onDidChangeTreeData: TreeDataProvider<Node>['onDidChangeTreeData'] & object,
): TreeDataProvider<Node> {
  function documentNode(group: Group, uri: Uri): DocumentNode {
    const node: DocumentNode = {kind: 'document', group, uri}
    const known = documentNodes.get(idOf(node)) ?? node
    documentNodes.set(idOf(node), known)
    return known
  }

  function documentsFrom(group: Group, from: number): Node[] {
    return listed(documents.ranked(group), group, from).map(each =>
      'kind' in each ? each : documentNode(group, each.uri),
    )
  }

  return {
    onDidChangeTreeData,
    getTreeItem(node): TreeItem {
      switch (node.kind) {
        case 'group':
          return groupItem(node, documents)
        case 'more':
          return moreItem(node, documents)
        case 'document':
          return documentItem(node, documents.find(node.group, node.uri))
        case 'finding':
          return findingItem(node)
        case 'problem':
          return problemItem(node)
      }
    },
    async getChildren(node) {
      if (node === undefined) return [...groupNodes.values()].filter(({group}) => documents.count(group).findings > 0)
      if (node.kind === 'group') return documentsFrom(node.group, 0)
      if (node.kind === 'more') return documentsFrom(node.group, node.from)
      if (node.kind !== 'document') return []
      return node.group === 'text' ? problemsOf(node) : findingsOf(server, node)
    },
  }
}

async function findingsOf(server: Server, parent: DocumentNode): Promise<Node[]> {
  const params = {uri: parent.uri.toString(), principle: parent.group}
  const told = (await server.ask<readonly Told[]>('poise/findings', params)) ?? []
  return numbered(told, ({rule, phrase}) => `${rule} ${phrase}`).map(([each, nth]) => ({
    kind: 'finding',
    parent,
    told: each,
    nth,
  }))
}

function problemsOf(parent: DocumentNode): Node[] {
  const problems = languages.getDiagnostics(parent.uri).filter(each => groupOf(each) === 'text')
  return numbered(problems, ({message}) => message).map(([diagnostic, nth]) => ({
    kind: 'problem',
    parent,
    diagnostic,
    nth,
  }))
}
