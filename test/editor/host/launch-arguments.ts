import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

/** What VS Code's command line asks for in an extension test run. */
export interface LaunchArguments {
  readonly extensions: readonly string[]
  readonly tests: string
  readonly folder: string | undefined
  readonly trust: 'off' | 'on'
  readonly settings: Readonly<Record<string, unknown>>
}

/** Reads the part of VS Code's command line that an extension test run needs, and ignores the rest. */
export function parseLaunchArguments(argv: readonly string[]): LaunchArguments {
  const values = new Map<string, string[]>()
  const plain: string[] = []
  for (const argument of argv) {
    const [, name, value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? []
    if (name === undefined) plain.push(argument)
    else values.set(name, [...(values.get(name) ?? []), value])
  }
  const tests = values.get('extensionTestsPath')?.at(-1)
  if (!tests) throw new Error('--extensionTestsPath=FILE is missing: only extension tests can be run here')
  const folder = plain.at(-1)
  return {
    extensions: (values.get('extensionDevelopmentPath') ?? []).map(folder => path.resolve(folder)),
    tests: path.resolve(tests),
    folder: folder && path.resolve(folder),
    trust: values.has('disable-workspace-trust') ? 'off' : 'on',
    settings: readSettings(values.get('user-data-dir')?.at(-1)),
  }
}

function readSettings(userData: string | undefined): Record<string, unknown> {
  const file = userData && path.join(userData, 'User', 'settings.json')
  if (!file || !existsSync(file)) return {}
  return JSON.parse(readFileSync(file, 'utf8'))
}
