import type {EvalOptions} from './arguments.ts'
import type {Evaluation} from './evaluate.ts'
import {table} from './table.ts'
import type {Judged} from './tally.ts'

/** The tables of an evaluation, and the lists that were asked for. */
export function showEvaluation(evaluation: Evaluation, options: EvalOptions): string {
  const {judged, ...tables} = evaluation
  const misses = options.misses ? judged.filter(({verdict}) => verdict === 'missed') : undefined
  const wrong = options.false ? judged.filter(({verdict}) => verdict === 'wrong') : undefined
  if (options.json) {
    return JSON.stringify({
      ...tables,
      ...(misses && {misses: misses.map(summaryOf)}),
      ...(wrong && {false: wrong.map(summaryOf)}),
    })
  }
  return [
    table('Sentences', tables.sentences),
    table('Labels that are sure', tables.labels),
    table('Rules, by the sentences they speak of', tables.rules),
    table('Labels of whole documents', tables.documents),
    table('Findings and rewrites', tables.density),
    ...(misses ? [`Missed: ${misses.length}\n${misses.map(missLine).join('\n')}\n`] : []),
    ...(wrong ? [`Wrong: ${wrong.length}\n${wrong.map(wrongLine).join('\n')}\n`] : []),
  ].join('\n')
}

function summaryOf({file, sentence, hits}: Judged): object {
  return {
    file,
    text: sentence.text,
    labels: sentence.labels.filter(({sure}) => sure),
    rules: hits.map(({rule}) => rule),
  }
}

function missLine({file, sentence}: Judged): string {
  const labels = sentence.labels.filter(({sure}) => sure).map(({label, span}) => (span ? `${label} «${span}»` : label))
  return `  ${file} [${labels.join(', ')}] ${onOneLine(sentence.text)}`
}

function wrongLine({file, sentence, hits}: Judged): string {
  return `  ${file} [${hits.map(({rule}) => rule).join(', ')}] ${onOneLine(sentence.text)}`
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
