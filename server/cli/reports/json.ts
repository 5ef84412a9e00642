import {plainFinding, plainProblem, plainSuggestion} from '../../engine/plain-finding.ts'
import {locateIn} from '../../engine/positions.ts'
import type {DocumentResult, Reporter, Summary} from '../result.ts'

/** The report as JSON, one document a line, by the contract of report.schema.json. */
export function jsonReporter(): Reporter {
  return {
    start: () => '{"version":1,"files":[',
    first: '\n',
    between: ',\n',
    document: result => JSON.stringify(documentOf(result)),
    end: summary => `\n],"summary":${JSON.stringify(summaryOf(summary))}}\n`,
  }
}

function documentOf({path, reply, inactive, text = '', report}: DocumentResult) {
  const locate = locateIn(text)
  const {overall, knowledge, intent, understanding, standing} = report.score
  return {
    path,
    ...(reply !== undefined && {reply}),
    ...(inactive && {inactive}),
    kind: report.kind,
    ...(report.purpose && {purpose: report.purpose.is}),
    score: {overall, knowledge, intent, understanding, standing},
    findings: report.findings.map(finding => ({
      ...plainFinding(finding, locate),
      suggestions: finding.suggestions.map(one => plainSuggestion(one, locate)),
    })),
    problems: report.problems.map(problem => plainProblem(problem, locate)),
  }
}

function summaryOf(summary: Summary) {
  const {article, macro, bySeverity, byPrinciple, problems, skipped, configuration, failUnder, belowQuality} = summary
  return {
    files: article + macro,
    findings: {...bySeverity, ...byPrinciple},
    problems,
    skipped,
    ...(failUnder !== undefined && {quality: {failUnder, below: belowQuality}}),
    configuration: configuration.map(({path, text = '', problems}) => {
      const locate = locateIn(text)
      return {path, problems: problems.map(problem => plainProblem(problem, locate))}
    }),
  }
}
