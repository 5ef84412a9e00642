import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {type LabelName, labelKinds, labelNames} from './labels.ts'
import {Stop} from './stop.ts'

/** What a reader marked in one sentence; `sure` is false where two careful readers could differ. */
export interface Label {
  readonly label: LabelName
  readonly sure: boolean
  /** The few words that carry it. */
  readonly span?: string
}

/** One sentence of a document as the reader saw it; offsets are UTF-16 code units of the file, the end exclusive. */
export interface LabelledSentence {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly labels: readonly Label[]
}

/** One document of a set with all that was said of it. */
export interface LabelledDocument {
  /** Below the set's `docs/`, with forward slashes. */
  readonly file: string
  readonly kind: LabelKind
  readonly document: Readonly<Record<string, string>>
  readonly sentences: readonly LabelledSentence[]
}

export type LabelKind = (typeof labelKinds)[number]

/** Reads the `labels.jsonl` of a set; a line that can't be used stops with its file and number. */
export function readLabels(set: string): readonly LabelledDocument[] {
  const file = path.join(set, 'labels.jsonl')
  if (!existsSync(set))
    throw new Stop(`There is no folder “${set}”. Name a labelled set; bench/EVAL.md says what is in one.`)
  if (!existsSync(file)) throw new Stop(`“${set}” holds no labels.jsonl. bench/EVAL.md says what a labelled set is.`)
  if (!existsSync(path.join(set, 'docs')))
    throw new Stop(`“${set}” holds no docs folder, so there is nothing to check.`)
  const lines = readFileSync(file, 'utf8').split('\n')
  const documents = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]))
  if (documents.length === 0) throw new Stop(`${file} is empty. Write one line of JSON for each document.`)
  return documents
}

/** The text of a document, as the file has it; stops where a sentence reaches beyond its end. */
export function readLabelled(set: string, {file, sentences}: LabelledDocument): string {
  const name = path.join(set, 'docs', file)
  if (!existsSync(name))
    throw new Stop(`${path.join(set, 'labels.jsonl')} names “${file}”, and ${name} does not exist.`)
  const text = readFileSync(name, 'utf8')
  const outside = sentences.find(({end}) => end > text.length)
  if (outside) {
    throw new Stop(
      `${name} has ${text.length} characters, and a labelled sentence ends at ${outside.end}. Was the file changed?`,
    )
  }
  return text
}

function readLine(line: string, where: string): LabelledDocument {
  const wrong = (what: string): never => {
    throw new Stop(`${where}: ${what}`)
  }
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch (error) {
    wrong(`this is no JSON (${error instanceof Error ? error.message : error}).`)
  }
  if (!isRecord(data)) return wrong('a line is one object: {"file": …, "kind": …, "sentences": […]}.')
  const {file, sentences, document = {}} = data
  if (typeof file !== 'string' || file === '') return wrong('"file" names the document below docs/.')
  const kind = labelKinds.find(known => known === data['kind'])
  if (kind === undefined) return wrong(`"kind" is one of ${labelKinds.join(', ')}.`)
  if (!Array.isArray(sentences)) return wrong('"sentences" is a list.')
  if (!isRecord(document) || !Object.values(document).every(value => typeof value === 'string')) {
    return wrong('"document" is an object of labels, each "yes", "no" or "na".')
  }
  return {
    file,
    kind,
    document: document as Record<string, string>,
    sentences: sentences.map((sentence, index) =>
      readSentence(sentence, what => wrong(`sentence ${index + 1}: ${what}`)),
    ),
  }
}

function readSentence(data: unknown, wrong: (what: string) => never): LabelledSentence {
  if (!isRecord(data)) return wrong('it is an object with "start" and "end".')
  const {start, end, text = '', labels = []} = data
  if (!isOffset(start) || !isOffset(end) || end < start)
    return wrong('"start" and "end" are offsets of the file, in this order.')
  if (typeof text !== 'string') return wrong('"text" is the sentence.')
  if (!Array.isArray(labels)) return wrong('"labels" is a list.')
  return {start, end, text, labels: labels.map(label => readLabel(label, wrong))}
}

function readLabel(data: unknown, wrong: (what: string) => never): Label {
  if (!isRecord(data)) return wrong('a label is an object with "label" and "sure".')
  const label = labelNames.find(known => known === data['label'])
  if (label === undefined) return wrong(`“${data['label']}” is no label. They are ${labelNames.join(', ')}.`)
  const {sure, span} = data
  if (typeof sure !== 'boolean') return wrong(`"sure" of “${label}” is true or false.`)
  return {label, sure, ...(typeof span === 'string' ? {span} : {})}
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
