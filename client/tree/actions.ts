import {commands, type Disposable, l10n, Range, type Uri, window, workspace} from 'vscode'
import type {Server} from '../server.ts'
import type {FindingNode, Node} from './nodes.ts'

/** Registers what can be done with a line of the tree. */
export function registerTreeActions(server: Server): Disposable[] {
  const onFinding = (name: string, act: (node: FindingNode) => Promise<unknown>) =>
    commands.registerCommand(name, (node: Node | undefined) => (node?.kind === 'finding' ? act(node) : undefined))
  return [
    onFinding('poise.tree.openRule', async ({told}) => commands.executeCommand('poise.openRule', told.rule)),
    onFinding('poise.tree.fixRule', async ({told}) => commands.executeCommand('poise.fixRuleEverywhere', told.rule)),
    onFinding('poise.tree.ignoreHere', node => change(server, node, 'ignore-here')),
    onFinding('poise.tree.turnOff', node => change(server, node, 'turn-off')),
    commands.registerCommand('poise.tree.previewRewrites', async (node: Node | undefined) => {
      if (node?.kind === 'document') await commands.executeCommand('poise.previewRewrites', node.uri)
    }),
  ]
}

/** Opens the document, so that the writer sees what changes, and changes it. */
async function change(server: Server, {parent, told}: FindingNode, does: 'ignore-here' | 'turn-off'): Promise<void> {
  const uri: Uri = parent.uri
  const {start, end} = told.range
  const selection = new Range(start.line, start.character, end.line, end.character)
  await window.showTextDocument(uri, {selection})
  const edit = await server.askEdit('poise/edit', {uri: uri.toString(), does, rule: told.rule, range: told.range})
  if (edit !== undefined && (await workspace.applyEdit(edit))) return
  void window.showInformationMessage(
    does === 'turn-off'
      ? l10n.t('The rule was not turned off: the document lies in no folder of this workspace.')
      : l10n.t('No comment was written: the text has changed, or no place for one silences this finding alone.'),
  )
}
