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
  threat(2, 'a configuration that leads out', 'escaping-configuration', 120),
  threat(3, 'our own patterns running away', 'own-patterns', 600),
  threat(4, 'patterns of other people', 'their-patterns', 120),
  threat(5, 'complex Markdown', 'complex-markdown', 120),
  threat(6, 'a big file', 'big-file'),
  threat(6, 'a huge file in a folder', 'huge-files', 120),
  threat(7, 'deep nesting', 'deep-nesting'),
  threat(8, 'odd characters and bytes', 'odd-characters', 600),
  threat(9, 'bombs of YAML', 'yaml-bombs'),
  threat(10, 'bombs of XML', 'xml-bombs'),
  threat(11, 'odd JSON', 'odd-json'),
  threat(12, 'edits inside escaped strings', 'escaped-edits', 1800, 1024),
  threat(13, 'placeholders in a rewrite', 'placeholders', 300),
  threat(14, 'fixes that overlap', 'overlapping-fixes', 300),
  threat(15, 'a document that changes under a fix', 'changed-document', 120),
  threat(16, 'rapid edits and stale versions', 'rapid-edits', 300),
  threat(17, 'messages out of order', 'out-of-order', 120),
  threat(17, 'clients that are not what they ought to be', 'odd-clients', 300),
  threat(18, 'a rule that fails', 'failing-rule', 120),
  threat(19, 'a server that dies', 'crashes', 120),
  threat(20, 'junk on the line', 'protocol-junk', 300),
  threat(21, 'a workspace of a hundred thousand files', 'large-workspace', 1800, 2500),
  threat(21, 'a run over a hundred thousand files', 'large-run', 1800),
  threat(21, 'a workspace that nobody wants scanned', 'unasked-scan', 120),
  threat(22, 'traps of the file system', 'file-system-traps', 300),
  threat(22, 'the same traps in an editor', 'traps-in-editor', 120),
  threat(23, 'files that change', 'changing-files', 300),
  threat(24, 'an interrupted fix', 'interrupted-fix', 900),
  threat(24, 'an interrupted baseline', 'interrupted-baseline', 900),
  threat(24, 'an interrupted import or export', 'interrupted-macros', 900),
  threat(24, 'an interrupted recording in an editor', 'interrupted-recording', 600),
  threat(24, 'files that cannot be written', 'unwritable-files', 120),
  threat(25, 'a report that would be code', 'hostile-report', 180),
  threat(26, 'text that would be a command', 'hostile-hover', 120),
  threat(27, 'a folder that nobody has trusted', 'restricted-folder', 600),
  threat(28, 'text that leaves the machine', 'nothing-leaves', 600),
  threat(29, 'a server that grows', 'long-days', 7200),
  threat(30, 'reports of any size', 'large-reports', 600, 1500),
  threat(30, 'names that steer a terminal', 'hostile-names', 120),
  threat(31, 'what is installed and packed', 'supply-chain', 600),
]
