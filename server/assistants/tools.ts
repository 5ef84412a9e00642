import {principles} from '../../rules/kit/types.ts'
import {overviewOf} from '../engine/overview.ts'
import {locateIn} from '../engine/positions.ts'
import {checkDraft, draftFields} from './draft.ts'
import {describedFindings, mostFindings} from './findings.ts'
import type {Field, InputSchema} from './input.ts'
import {explained, listed, rulesOf} from './rules.ts'
import type {Tool, ToolHost} from './tool.ts'

const safeties =
  '“safe” rewrites change wording only. “if-verified” ones state a result more firmly: use them where you know that it is so. “needs-input” ones hold a slot in square brackets for a fact: fill it from what you know, and never make one up.'

/** All that an assistant can ask for. */
export const tools: readonly Tool[] = [
  {
    name: 'check_text',
    title: 'Check a text',
    description: `Checks a help-centre article or a reply to a customer for phrases that make the customer push back, and for what the reply lacks, by the rules and the house style of the working folder. Gives the findings with the reason and rewrites, and the risk from 0 to 100. Use it on each draft before you show it, and again after you changed it. ${safeties}`,
    input: schema(draftFields, ['text']),
    async run(input, host) {
      const draft = await checkDraft(input, host)
      const {report, text} = draft
      const {score, explanation, findings} = overviewOf(report)
      const locate = locateIn(text)
      return {
        kind: report.kind,
        risk: score,
        explanation,
        checked: report.documents.filter(each => !each.report.foreign).length,
        findings: describedFindings(draft, report.findings, false),
        ...(findings > mostFindings && {left_out: findings - mostFindings}),
        problems: report.problems
          .slice(0, mostFindings)
          .map(({message, span}) => ({message, line: locate(span).start.line})),
        ...configProblems(host),
      }
    },
  },
  {
    name: 'list_rewrites',
    title: 'List rewrites',
    description: `Lists the rewrites of one passage of a text: of the findings on a line, of one rule, or of both. The offsets of “edits” count UTF-16 code units of the text. ${safeties}`,
    input: schema(
      {
        ...draftFields,
        line: {type: 'integer', minimum: 1, maximum: 1_000_000, description: 'The line of the passage, from 1.'},
        rule: {type: 'string', maxLength: 100, description: 'The rule whose findings are meant, such as "minimiser".'},
      },
      ['text'],
    ),
    async run(input, host) {
      const draft = await checkDraft(input, host)
      if (typeof input['rule'] === 'string') explained(input['rule'], draft.config)
      const locate = locateIn(draft.text)
      const wanted = draft.report.findings.filter(({rule, span}) => {
        const {start, end} = locate(span)
        const line = input['line'] ?? start.line
        return (input['rule'] ?? rule) === rule && start.line <= Number(line) && Number(line) <= end.line
      })
      return {findings: describedFindings(draft, wanted, true)}
    },
  },
  {
    name: 'explain_rule',
    title: 'Explain a rule',
    description:
      'Says of the rule of a finding why it matters, what it rests on, and by examples what to write instead and when the phrase is fine.',
    input: schema({rule: {type: 'string', maxLength: 100, description: 'The rule, such as "outcome-should".'}}, [
      'rule',
    ]),
    run: async ({rule}, host) => explained(String(rule), await configOf(host)),
  },
  {
    name: 'list_rules',
    title: 'List the rules',
    description:
      'Lists the rules in one line each, with what the house style of the working folder sets them to. Use it before you draft, to know what to avoid.',
    input: schema(
      {
        kind: {
          type: 'string',
          maxLength: 20,
          enum: ['article', 'macro'],
          description: 'Only those for articles, or for replies.',
        },
        principle: {type: 'string', maxLength: 20, enum: principles, description: 'Only those of one principle.'},
      },
      [],
    ),
    async run({kind, principle}, host) {
      const config = await configOf(host)
      const wanted = rulesOf(config).filter(
        rule =>
          (principle === undefined || (principle === rule.principle && !rule.outside)) &&
          (kind === undefined || rule.scope.some(each => each === kind)),
      )
      return {rules: wanted.map(rule => listed(rule, config))}
    },
  },
]

function schema(properties: Readonly<Record<string, Field>>, required: readonly string[]): InputSchema {
  return {type: 'object', properties, required, additionalProperties: false}
}

function configOf({configs, folder}: ToolHost): ReturnType<ReturnType<ToolHost['configs']>['of']> {
  return configs().of(folder ?? '/')
}

/** The mistakes in the configuration files that were read, for the person to mend. */
function configProblems({configs}: ToolHost): object {
  const files = configs()
    .files()
    .filter(({problems}) => problems.length > 0)
  if (files.length === 0) return {}
  return {
    configuration: files.map(({path, problems}) => ({file: path, problems: problems.map(({message}) => message)})),
  }
}
