/** One way in which Poise could fail a user, and how long and how large the process that tries it may become. */
export interface Threat {
  readonly number: number
  readonly name: string
  /** The file in `scenarios/`, without its ending. */
  readonly scenario: string
  /** After this many seconds the process is killed, and the threat counts as real. */
  readonly seconds: number
  /** The heap of the process, in megabytes. */
  readonly megabytes: number
}

const threat = (number: number, name: string, scenario: string, seconds = 60, megabytes = 512): Threat => ({
  number,
  name,
  scenario,
  seconds,
  megabytes,
})

/** All threats, in the order of the table. */
export const threats: readonly Threat[] = [
  threat(1, 'a hostile configuration', 'hostile-configuration'),
  threat(3, 'our own patterns running away', 'own-patterns', 120),
  threat(5, 'complex Markdown', 'complex-markdown', 120),
  threat(6, 'a big file', 'big-file'),
  threat(7, 'deep nesting', 'deep-nesting'),
  threat(8, 'odd characters and bytes', 'odd-characters', 600),
  threat(9, 'bombs of YAML', 'yaml-bombs'),
  threat(10, 'bombs of XML', 'xml-bombs'),
  threat(11, 'odd JSON', 'odd-json'),
  threat(14, 'fixes that overlap', 'overlapping-fixes'),
  threat(15, 'a document that changes under a fix', 'changed-document', 120),
  threat(16, 'rapid edits and stale versions', 'rapid-edits', 300),
  threat(17, 'messages out of order', 'out-of-order', 120),
  threat(17, 'clients that are not what they ought to be', 'odd-clients', 300),
  threat(18, 'a rule that fails', 'failing-rule', 120),
  threat(19, 'a server that dies', 'crashes', 120),
  threat(20, 'junk on the line', 'protocol-junk', 300),
  threat(22, 'traps of the file system', 'file-system-traps'),
  threat(23, 'files that change', 'changing-files', 300),
  threat(24, 'an interrupted fix', 'interrupted-fix', 900),
  threat(26, 'text that would be a command', 'hostile-hover', 120),
  threat(31, 'what is installed and packed', 'supply-chain', 120),
]
