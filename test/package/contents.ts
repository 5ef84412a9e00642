import {execFileSync} from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

/** The files of the extension's package, as its packer lists them for a folder that holds a project like this one. */
export function extensionFiles(folder = root): readonly string[] {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce')
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {cwd: folder, encoding: 'utf8'})
  return listed.trim().split('\n').sort()
}

/** The files of the package for npm. */
export function npmFiles(folder = root): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const listed = JSON.parse(
    execFileSync('npm', args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']}),
  )
  // Versions of npm differ in whether packs come in a list or by their names.
  const [pack] = Object.values<{readonly files: readonly {readonly path: string}[]}>(listed)
  return (pack?.files ?? []).map(file => file.path).sort()
}
