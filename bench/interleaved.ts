/** Something that can be measured again and again. */
export interface Entry<Sample> {
  readonly name: string
  readonly measure: () => Promise<Sample>
}

/** Measures A B C A B C …, so that whatever else the machine does meets all of them; the samples of each. */
export async function interleaved<Sample>(
  entries: readonly Entry<Sample>[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(entries.map(({name}) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const {name, measure} of entries) samples.get(name)?.push(await measure())
  return samples
}
