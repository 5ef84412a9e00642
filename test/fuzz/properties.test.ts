import {test} from 'node:test'
import fc from 'fast-check'
import type {Target} from './target.ts'
import {targetFiles} from './targets.ts'

// POISE_CASES=1000 tries as many texts for each target; with POISE_SEED=n they are others.
const numRuns = Number(process.env['POISE_CASES'] ?? 12)
const seed = Number(process.env['POISE_SEED'] ?? 1)

/** Any text, made of what means something to the target, lines of what it is given to begin with, and characters of all kinds. */
function texts({dictionary, seeds}: Target): fc.Arbitrary<string> {
  const lines = seeds.flatMap(each => each.split(/(?<=\n)/))
  const piece = fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...dictionary)},
    {weight: 3, arbitrary: fc.constantFrom(...lines)},
    {weight: 1, arbitrary: fc.constantFrom(...seeds)},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
    // Halves of pairs are in no unit of a text.
    {weight: 1, arbitrary: fc.nat(0xffff).map(unit => String.fromCharCode(unit))},
  )
  return fc.array(piece, {maxLength: 20}).map(pieces => pieces.join(''))
}

const targets = await Promise.all(targetFiles().map(async (file): Promise<Target> => (await import(file)).target))

for (const target of targets) {
  test(`what must hold of any text holds: ${target.name}`, async () => {
    await fc.assert(
      fc.asyncProperty(texts(target), async text => target.holds(text)),
      {numRuns, seed},
    )
  })
}
