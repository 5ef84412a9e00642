import type {Colours} from '../colours.ts'
import type {Reporter} from '../result.ts'
import {checkstyleReporter} from './checkstyle.ts'
import {compactReporter} from './compact.ts'
import {githubReporter} from './github.ts'
import {gitlabReporter} from './gitlab.ts'
import {htmlReporter} from './html.ts'
import {jsonReporter} from './json.ts'
import {junitReporter} from './junit.ts'
import {markdownReporter} from './markdown.ts'
import {sarifReporter} from './sarif.ts'
import {textReporter} from './text.ts'

/** Every form of report, by the name that --format knows it by. */
export const reporters = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
  checkstyle: checkstyleReporter,
  markdown: markdownReporter,
  html: htmlReporter,
  compact: compactReporter,
} as const satisfies Readonly<Record<string, (colours: Colours, failUnder?: number) => Reporter>>

export type Format = keyof typeof reporters

/** Whether a name is that of a form of report. */
export function isFormat(name: string): name is Format {
  return Object.hasOwn(reporters, name)
}
