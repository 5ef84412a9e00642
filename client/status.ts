import {
  type Disposable,
  type Event,
  EventEmitter,
  env,
  LanguageStatusSeverity,
  l10n,
  languages,
  Uri,
  window,
} from 'vscode'
import {counted} from './counted.ts'
import {textSelector} from './selector.ts'

/** Risk from 0 to 100, overall and by principle. */
export type Score = Readonly<Record<'overall' | 'knowledge' | 'intent' | 'understanding' | 'standing', number>>

/** What the server says of a version of a document. */
interface DocumentStatus {
  readonly uri: string
  readonly kind: 'article' | 'macro'
  readonly score: Score
  readonly explanation: string
  readonly findings: number
  /** How many articles or replies of the document were checked. */
  readonly checked: number
  /** How many findings the team has recorded; they are not among the others. */
  readonly recorded: number
  /** How many of the findings are shown, where a limit cuts them. */
  readonly shown?: number
  /** Whether it is not checked since the server stopped twice at it. */
  readonly leftOut?: true
  /** The size in bytes that is the limit, where the document is over it. */
  readonly largerThan?: number
}

/** The item in the language status menu: the score of the document in front, by principle. */
export interface Status extends Disposable {
  readonly take: (status: DocumentStatus) => void
  readonly forget: (uri: Uri) => void
  /** The score of a document, open or scanned, where the server has told it. */
  readonly scoreOf: (uri: Uri) => Score | undefined
  readonly onDidChange: Event<Uri>
  readonly running: (running: boolean) => void
  /** The server does not come back by itself. */
  readonly stopped: () => void
  /** A person has paused Poise in this window. */
  readonly paused: () => void
  /** Shows that work is being done, while `work` lasts. */
  readonly during: <Result>(work: Promise<Result>) => Promise<Result>
}

/** Makes the status item. */
export function makeStatus(): Status {
  const item = languages.createLanguageStatusItem('poise.score', textSelector)
  const known = new Map<string, DocumentStatus>()
  const told = new EventEmitter<Uri>()
  let state: keyof typeof texts = 'starting'
  let busy = 0
  item.name = 'Poise'

  function show(): void {
    item.busy = busy > 0 || state === 'starting'
    item.severity = state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information
    item.command = actions[state]
    const uri = window.activeTextEditor?.document.uri.toString()
    const status = uri === undefined ? undefined : known.get(uri)
    item.text = texts[state] ?? (status === undefined ? 'Poise' : textOf(status))
    item.detail = state === 'running' && status !== undefined ? detailOf(status) : ''
  }

  const subscription = window.onDidChangeActiveTextEditor(show)
  show()
  return {
    take(status) {
      // The server writes the address of a closed file in its own way.
      const uri = Uri.parse(status.uri)
      known.set(uri.toString(), status)
      told.fire(uri)
      if (uri.toString() === window.activeTextEditor?.document.uri.toString()) show()
    },
    scoreOf: uri => known.get(uri.toString())?.score,
    onDidChange: told.event,
    forget: uri => void known.delete(uri.toString()),
    running(running) {
      if (state === 'paused' && !running) return
      state = running ? 'running' : 'starting'
      show()
    },
    stopped() {
      state = 'stopped'
      show()
    },
    paused() {
      state = 'paused'
      known.clear()
      show()
    },
    async during(work) {
      busy += 1
      show()
      try {
        return await work
      } finally {
        busy -= 1
        show()
      }
    },
    dispose() {
      subscription.dispose()
      told.dispose()
      item.dispose()
    },
  }
}

const texts = {
  starting: undefined,
  running: undefined,
  stopped: l10n.t('Poise is not running'),
  paused: l10n.t('Poise is paused'),
} as const

const scan = {title: l10n.t('Scan Workspace'), command: 'poise.scanWorkspace'}
const actions = {
  starting: scan,
  running: scan,
  stopped: {title: l10n.t('Restart'), command: 'poise.restart'},
  paused: {title: l10n.t('Resume'), command: 'poise.toggle'},
} as const

function textOf({score, findings, checked, recorded}: DocumentStatus): string {
  if (checked === 0) return l10n.t('Poise: not checked')
  if (findings === 0 && recorded === 0) return l10n.t('Poise: nothing found')
  if (findings === 0) return l10n.t('Poise: risk {0}, nothing new', score.overall)
  return l10n.t('Poise: risk {0}, {1}', score.overall, counted(findings, 'finding'))
}

function detailOf(status: DocumentStatus): string {
  const {score, explanation, findings, checked, recorded, shown, leftOut, largerThan} = status
  if (largerThan !== undefined) return l10n.t('Skipped: larger than {0}.', sizeOf(largerThan))
  if (leftOut) return l10n.t('Left out: Poise stopped twice while it checked this document.')
  if (checked === 0) return l10n.t('No article or reply in English here.')
  const {knowledge, intent, understanding, standing} = score
  const principles = l10n.t(
    'Knowledge {0} · Intent {1} · Understanding {2} · Standing {3}.',
    knowledge,
    intent,
    understanding,
    standing,
  )
  const limit = shown === undefined ? '' : l10n.t('Shown: {0} of {1}.', number(shown), number(findings))
  const known = recorded === 0 ? '' : l10n.t('Recorded: {0}.', number(recorded))
  return [principles, limit, known, explanation].filter(part => part !== '').join(' ')
}

const number = (count: number): string => count.toLocaleString(env.language)

function sizeOf(bytes: number): string {
  if (bytes < 10_000) return l10n.t('{0} bytes', bytes)
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 100_000) / 10} MB`
}
