import type {DataSyntax} from '../../server/formats/shapes/shape.ts'
import {holdsForData} from './holds-for-data.ts'
import {phrases, placeholders, repliesIn, shapesOf} from './material.ts'
import type {Target} from './target.ts'

/** Replies in a file of data, read as each of the paths by turns. */
export function dataTarget(syntax: DataSyntax, signs: readonly string[], paths: readonly string[]): Target {
  return {
    name: syntax,
    seeds: [...repliesIn(syntax), ...shapesOf(syntax)],
    // Twice, for they are few beside the phrases.
    dictionary: [...signs, ...signs, ...placeholders, ...phrases],
    holds(input) {
      for (const path of paths) holdsForData(input, syntax, path)
    },
  }
}
