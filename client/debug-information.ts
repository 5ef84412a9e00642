import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  languages,
  UIKind,
  version,
  window,
  workspace,
} from 'vscode'

/** Registers the command that copies what a report of a fault needs: versions and settings, no name of a file and no text. */
export function registerDebugInformation(context: ExtensionContext): Disposable {
  return commands.registerCommand('poise.copyDebugInformation', async () => {
    const text = debugInformation(context)
    await env.clipboard.writeText(text)
    void window.showInformationMessage(l10n.t('Copied: versions and settings, without any text or file name of yours.'))
    return text
  })
}

function debugInformation({extension}: ExtensionContext): string {
  const {properties} = extension.packageJSON.contributes.configuration
  const settings = workspace.getConfiguration()
  const changed = Object.entries<{readonly default?: unknown}>(properties).flatMap(([name, {default: usual}]) => {
    const value: unknown = settings.get(name)
    return JSON.stringify(value) === JSON.stringify(usual) ? [] : [`${name}: ${JSON.stringify(value)}`]
  })
  const found = languages.getDiagnostics().map(([, all]) => all.filter(({source}) => source === 'poise').length)
  return [
    `Poise ${extension.packageJSON.version}`,
    `${env.appName} ${version} (${env.uiKind === UIKind.Web ? 'web' : 'desktop'}, ${env.remoteName ?? 'local'}, ${env.language})`,
    // In a browser there is no process.
    typeof process === 'undefined' ? 'Browser' : `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    `Folders: ${workspace.workspaceFolders?.length ?? 0}, trusted: ${workspace.isTrusted}`,
    `Findings: ${found.reduce((sum, count) => sum + count, 0)} in ${found.filter(count => count > 0).length} files`,
    `Settings: ${changed.length === 0 ? 'as they come' : changed.join(', ')}`,
  ].join('\n')
}
