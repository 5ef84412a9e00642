import type {Span} from '../../../rules/kit/types.ts'
import type {Literal} from '../prose/literal.ts'
import {jsonLiteral} from './json-string.ts'
import type {OtherValue, TextValue} from './value.ts'

// A file can hold a million of these, so they keep offsets and make the rest when it is asked for.

/** A string of JSON, which stands at `from` in `kept` and at `start` in the file. */
export class JsonText implements TextValue {
  readonly type = 'text'
  private readonly kept: string
  private readonly from: number
  private readonly start: number
  private readonly end: number
  private decoded: Literal | undefined

  constructor(kept: string, from: number, start: number, end: number) {
    this.kept = kept
    this.from = from
    this.start = start
    this.end = end
  }

  get span(): Span<'source'> {
    return {start: this.start, end: this.end}
  }

  get text(): string {
    return this.literal.text
  }

  get literal(): Literal {
    this.decoded ??= jsonLiteral(this.kept.slice(this.from, this.from + this.end - this.start))
    return this.decoded
  }
}

/** A number, a keyword, or a word that JSON does not know. */
export class JsonOther implements OtherValue {
  readonly type = 'other'
  private readonly file: string
  private readonly start: number
  private readonly end: number

  constructor(file: string, start: number, end: number) {
    this.file = file
    this.start = start
    this.end = end
  }

  get span(): Span<'source'> {
    return {start: this.start, end: this.end}
  }

  get raw(): string {
    return this.file.slice(this.start, this.end)
  }
}
