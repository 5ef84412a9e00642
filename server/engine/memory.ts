/** What was found in each block's prose, by plan and place; shared by all documents of a session, bounded in size. */
export interface Memory {}

/** An empty memory. */
export function makeMemory(): Memory {
  return {}
}
