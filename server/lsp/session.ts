import type {Connection} from 'vscode-languageserver'
import type {FileReport} from '../engine/check-file.ts'
import type {Analysis} from './analysis.ts'
import type {Client} from './capabilities.ts'
import type {Configuration} from './configuration.ts'
import type {Documents} from './documents.ts'
import type {Host} from './host.ts'
import type {Personal} from './personal-settings.ts'
import type {Quarantine} from './quarantine.ts'
import type {Quiet} from './quiet.ts'
import type {PersonalSettings} from './settings-shape.ts'
import type {SlowLog} from './slow.ts'
import type {Typing} from './typing.ts'

/** All that the parts of a running server share. */
export interface Session {
  readonly connection: Connection
  readonly host: Host
  readonly client: Client
  readonly documents: Documents
  readonly configuration: Configuration
  readonly personal: () => Personal
  /** A person's settings for a document. */
  readonly settingsFor: (uri: string) => PersonalSettings
  readonly typing: Typing
  readonly quarantine: Quarantine
  readonly quiet: Quiet
  readonly slow: SlowLog
  /** The paths of the workspace folders. */
  readonly folders: () => readonly string[]
  /** What Poise says of an open document as it stands now; undefined where it is not open. */
  readonly analyse: (uri: string) => Promise<Analysis | undefined>
  /** What Poise says of a file on the disk; undefined where there is nothing to check. */
  readonly analyseFile: (path: string) => Promise<Analysis | undefined>
  /** Says all that Poise would say of an open document if it had another text. */
  readonly checkerOf: (uri: string) => Promise<(text: string) => FileReport>
  /** The same without what is recorded. */
  readonly freshCheckerOf: (uri: string) => Promise<(text: string) => FileReport>
}
