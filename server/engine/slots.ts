/** A suggestion's text as a reader sees it: a slot for the writer's fact, `⟦what to say⟧`, stands in plain brackets. */
export function plainSlots(text: string): string {
  return text.replaceAll('⟦', '[').replaceAll('⟧', ']')
}

/** Whether a suggestion's text waits for a fact from the writer. */
export function hasSlot(text: string): boolean {
  return text.includes('⟦')
}
