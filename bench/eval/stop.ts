/** Something the person at the keyboard can mend; its message is shown without a stack. */
export class Stop extends Error {}

/** Runs a command to its end; what it can't go on from becomes one line and exit code 2. */
export async function runCommand(command: () => number | Promise<number>): Promise<void> {
  // A reader such as “| head” may leave early; nothing is wrong then.
  process.stdout.on('error', () => process.exit(0))
  try {
    process.exitCode = await command()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
