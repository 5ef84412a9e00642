import {l10n} from 'vscode'

/** “1 file”, “2 files”: each is a text of its own, since languages count in their own ways. */
export function counted(count: number, noun: keyof typeof nouns): string {
  return nouns[noun](count)
}

const nouns = {
  file: (count: number) => (count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count)),
  finding: (count: number) => (count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count)),
  warning: (count: number) => (count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count)),
  suggestion: (count: number) => (count === 1 ? l10n.t('1 suggestion') : l10n.t('{0} suggestions', count)),
  hint: (count: number) => (count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count)),
  problem: (count: number) => (count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count)),
} as const
