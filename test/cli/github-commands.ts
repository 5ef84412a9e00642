/** A command of a GitHub workflow, as its runner understands it. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What a runner of GitHub would do with an output: it takes a line for a command where it begins with ::, spaces aside. */
export function commandsIn(output: string): readonly Command[] {
  const decoded = (value: string) =>
    value.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return output
    .split(/\r\n|\r|\n/)
    .map(line => /^\s*::(\S+?)(?: (.*?))?::(.*)$/.exec(line))
    .filter(match => match !== null)
    .map(([, name = '', properties = '', message = '']) => ({
      name,
      properties: Object.fromEntries(
        properties.split(',').map(each => [each.split('=')[0] ?? '', decoded(each.slice(each.indexOf('=') + 1))]),
      ),
      message: decoded(message),
    }))
}
