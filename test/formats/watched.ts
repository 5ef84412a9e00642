import assert from 'node:assert/strict'
import type {Mark, Span} from '../../rules/kit/types.ts'
import type {Edit} from '../../server/engine/report.ts'
import type {Block, Reading} from '../../server/formats/format.ts'
import type {BodySyntax} from '../../server/formats/shapes/shape.ts'
import {seen} from './decoded.ts'

/** A place of a block's prose that was asked for, and what it became in the file. */
export interface Asked {
  readonly block: Block
  readonly at: Span<'prose'>
  readonly source: Span<'source'>
  /** Of an edit: its text, before and after it was encoded. */
  readonly text?: string
  readonly written?: string
}

/** A reading whose maps note what is asked of them. */
export function watched({sections: _, ...reading}: Reading, asked: Asked[]): Reading {
  const blocks = reading.blocks.map((block): Block => {
    const {map} = block
    return {
      ...block,
      map: {
        toSource(at) {
          const source = map.toSource(at)
          asked.push({block, at, source})
          return source
        },
        toEditable: at => map.toEditable(at),
        encode(text, at) {
          const written = map.encode(text, at)
          const source = at && map.toEditable(at)
          if (written !== undefined && at !== undefined && source !== undefined)
            asked.push({block, at, source, text, written})
          return written
        },
      },
    }
  })
  return {...reading, blocks}
}

/** A stretch of a block's prose with its objects written out, as `seen` shows it. */
export function shownProse({prose, marks}: Block, {start, end}: Span<'prose'>, syntax: BodySyntax): string {
  let shown = ''
  for (let at = start; at < end; at++) {
    shown += prose[at] === '\ufffc' ? seen(objectAt(marks, at), syntax) : prose.charAt(at)
  }
  return shown.replace(/\s+/g, ' ')
}

const objectAt = (marks: readonly Mark[], at: number): string =>
  marks.find(mark => mark.start === at && mark.text !== undefined)?.text ?? '\ufffc'

/** The block that the edits of a suggestion change, and how to write what it then says; `fill` says what becomes of slots. */
export function meantBy(
  edits: readonly Edit[],
  asked: readonly Asked[],
  fill: (text: string) => string,
): {readonly block: Block; readonly written: (shown: (span: Span<'prose'>) => string) => string} {
  const places = edits.map(({span: {start, end}, text}) => {
    const place = asked.find(({source, written}) => written === text && source.start === start && source.end === end)
    assert.ok(place !== undefined, 'the edit is not one that was encoded')
    return place
  })
  const block = places[0]?.block
  assert.ok(block !== undefined && places.every(place => place.block === block), 'the edits stand in several blocks')
  return {
    block,
    written(shown) {
      let [result, done] = ['', 0]
      for (const {at, text = ''} of places) {
        result += shown({start: done, end: at.start}) + fill(text)
        done = at.end
      }
      return result + shown({start: done, end: block.prose.length})
    },
  }
}
